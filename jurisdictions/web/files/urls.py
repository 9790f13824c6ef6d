"""The addresses of the files; in Spanish under /es/."""

from __future__ import annotations

from django.urls import URLPattern, re_path

from jurisdictions.web.files import view as file_views

_FORM = r"\.(?P<form>[a-z0-9]+)$"

FORMS: list[URLPattern] = [
    re_path(rf"^jurisdictions{_FORM}", file_views.places_file, name="places-file"),
    re_path(rf"^agencies{_FORM}", file_views.agencies_file, name="agencies-file"),
    re_path(rf"^glossary{_FORM}", file_views.glossary_file, name="glossary-file"),
    re_path(rf"^editions{_FORM}", file_views.editions_file, name="editions-file"),
    re_path(rf"^briefing{_FORM}", file_views.briefing_file, name="briefing-file"),
    re_path(rf"^history/(?P<name>.+){_FORM}", file_views.versions_file, name="fact-history-file"),
    re_path(
        rf"^places/(?P<geoid>\d{{2}}|\d{{5}})(?:-[a-z0-9-]+)?/history{_FORM}",
        file_views.place_changes_file,
        name="place-history-file",
    ),
    re_path(rf"^agreements{_FORM}", file_views.agreements_file, name="agreements-file"),
    # Slashes too, so that a path that leads nowhere is refused at once and not sent on.
    re_path(rf"^places/(?P<code>.+){_FORM}", file_views.place_file, name="place-file"),
    re_path(rf"^changes{_FORM}", file_views.changes_file, name="changes-file"),
    re_path(rf"^compare{_FORM}", file_views.compared_file, name="compared-file"),
    re_path(rf"^known-later{_FORM}", file_views.known_later_file, name="known-later-file"),
    re_path(rf"^charts/(?P<chart>[a-z-]+){_FORM}", file_views.chart_file, name="chart-file"),
    re_path(rf"^claims{_FORM}", file_views.claims_file, name="claims-file"),
    re_path(rf"^claims/(?P<key>[a-z0-9-]+){_FORM}", file_views.claim_file, name="claim-file"),
    re_path(rf"^flags{_FORM}", file_views.flags_file, name="flags-file"),
    re_path(
        rf"^flags/(?P<kind>[a-z-]+){_FORM}",
        file_views.flags_of_kind_file,
        name="flags-of-kind-file",
    ),
    re_path(rf"^policy{_FORM}", file_views.policy_file, name="policy-file"),
    re_path(rf"^sources{_FORM}", file_views.sources_file, name="sources-file"),
    re_path(rf"^sources/(?P<key>[\w-]+){_FORM}", file_views.source_file, name="source-file"),
    re_path(rf"^history{_FORM}", file_views.history_file, name="history-file"),
]
"""They stand after every other address: what another view offers under an extension goes first."""
