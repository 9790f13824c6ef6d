"""The API's addresses, below /api/."""

from __future__ import annotations

from django.urls import path, re_path
from django.views.generic import RedirectView

from jurisdictions.api.agency_views import AgenciesView, AgencyView, AgreementsView
from jurisdictions.api.docs import docs
from jurisdictions.api.flag_view import FlagsView
from jurisdictions.api.list_views import (
    ChangesView,
    EditionsView,
    FactsView,
    PlacesView,
    SourcesView,
)
from jurisdictions.api.nowhere import NowhereView
from jurisdictions.api.program_view import ProgramsView
from jurisdictions.api.schema import SchemaView
from jurisdictions.api.views import PlaceView, StatusView, SummaryView, TimelineView
from jurisdictions.api.writing.views import ProposalsView, ProposalView

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="api-docs")),
    path("v1/", RedirectView.as_view(pattern_name="api-docs")),
    path("docs/", docs, name="api-docs"),
    path("v1/schema/", SchemaView.as_view(), name="api-schema"),
    path("v1/programs/", ProgramsView.as_view(), name="api-programs"),
    path("v1/summary/", SummaryView.as_view(), name="api-summary"),
    path("v1/status/", StatusView.as_view(), name="api-status"),
    path("v1/jurisdictions/<str:geoid>/", PlaceView.as_view(), name="api-place"),
    path("v1/jurisdictions/<str:geoid>/timeline/", TimelineView.as_view(), name="api-timeline"),
    path("v1/agencies/", AgenciesView.as_view(), name="api-agencies"),
    path("v1/agencies/<str:agency>/", AgencyView.as_view(), name="api-agency"),
    path("v1/agreements/", AgreementsView.as_view(), name="api-agreements"),
    path("v1/changes/", ChangesView.as_view(), name="api-changes"),
    path("v1/facts/jurisdiction/", PlacesView.as_view(), name="api-places"),
    path("v1/facts/<str:kind>/", FactsView.as_view(), name="api-facts"),
    path("v1/flags/", FlagsView.as_view(), name="api-flags"),
    path("v1/sources/", SourcesView.as_view(), name="api-sources"),
    path("v1/editions/", EditionsView.as_view(), name="api-editions"),
    path("v1/proposals/", ProposalsView.as_view(), name="api-proposals"),
    path("v1/proposals/<int:proposal>/", ProposalView.as_view(), name="api-proposal"),
    # Last: whatever else is asked for under the API is refused as JSON, not as a page.
    re_path(r"^.*$", NowhereView.as_view(), name="api-nowhere"),
]
