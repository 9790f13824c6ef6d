"""The page of one agency: its agreements with ICE, its names, the places that it serves."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from jurisdictions.read.agencies.around import agency_of
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.program_reading import told_by
from jurisdictions.read.rows import AsOf
from jurisdictions.web.agency.context import agency_context
from jurisdictions.web.site.addresses import kept_of
from jurisdictions.web.site.page import error_page, public_page, render_page
from jurisdictions.web.site.take.lists import agency_offers


def agency(request: HttpRequest, **parts: Any) -> HttpResponse:
    """An agency stands at one address; what it signed is told by the program of agreements."""
    with in_program(told_by()["agency"]):
        try:
            return _page(request, **parts)
        except Http404:
            return error_page(request, "agency/unknown.html", 404, parts)


@public_page
def _page(request: HttpRequest, as_of: AsOf, agency: str) -> HttpResponse:
    found = agency_of(as_of, agency)
    if found is None:
        raise Http404
    context = agency_context(as_of, found, kept_of(request.GET))
    signed = len(context["current"]) + len(context["past"]) + len(context["later"])
    take = agency_offers(request.GET, found.key, signed + len(context["never"]))
    return render_page(request, "agency/page.html", as_of, {**context, "take": take})
