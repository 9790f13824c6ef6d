"""The addresses of the reports; in Spanish under /es/."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from jurisdictions.web.reports import agency_lists, briefing
from jurisdictions.web.reports import view as reports

_GEOID = r"(?P<geoid>\d{2}|\d{5})"
_SLUG = r"(?P<slug>[a-z0-9-]+)"

REPORTS: list[URLPattern] = [
    re_path(r"^jurisdictions\.pdf$", reports.places_pdf, name="places-pdf"),
    re_path(r"^agencies\.pdf$", agency_lists.agencies_pdf, name="agencies-pdf"),
    re_path(r"^agreements\.pdf$", agency_lists.agreements_pdf, name="agreements-pdf"),
    re_path(rf"^places/{_GEOID}(?:-{_SLUG})?\.pdf$", reports.place_pdf, name="place-pdf"),
    re_path(
        rf"^places/{_GEOID}-{_SLUG}/report/$",
        reports.place_report_page,
        name="place-report",
    ),
    path("briefing/", briefing.briefing, name="briefing"),
    path("briefing.pdf", briefing.briefing_pdf, name="briefing-pdf"),
]
"""They stand before the addresses of places, which take every other name."""
