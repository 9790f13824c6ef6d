"""The lists of agencies and of agreements: filtered, sorted, counted, paged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from jurisdictions.read.agencies.filters import filters_in
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.program_reading import told_by
from jurisdictions.read.rows import AsOf
from jurisdictions.web.agency_lists.context import agencies_context, agreements_context
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.program import demand_program


@public_page
def agencies(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Fifty agencies a page, with the filters that gave them and what each other would give."""
    demand_program(told_by()["agencies"])
    chosen, order = filters_in("agencies", as_of, request.GET)
    as_of = replace(as_of, on=chosen.day(as_of))
    context = agencies_context(request, as_of, chosen, order)
    return render_page(request, "agency_lists/agencies.html", as_of, context)


@public_page
def agreements(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Fifty agreements a page, likewise."""
    demand_program(told_by()["agreements"])
    chosen, order = filters_in("agreements", as_of, request.GET)
    as_of = replace(as_of, on=chosen.day(as_of))
    context = agreements_context(request, as_of, chosen, order)
    return render_page(request, "agency_lists/agreements.html", as_of, context)


def list_at_root(request: HttpRequest) -> HttpResponse:
    """Pages of agencies stand at the root: whoever cuts such an address short means their list."""
    return _led_on(request, path_of(told_by()["agencies"], "agencies"))


def agency_in_program(request: HttpRequest, **parts: Any) -> HttpResponse:
    """An agency stands at the root, for every program."""
    return _led_on(request, path_of(told_by()["agency"], "agency", **parts))


def _led_on(request: HttpRequest, path: str) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
