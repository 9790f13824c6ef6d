"""The map page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.map_day import map_day
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.web.map.context import map_context
from jurisdictions.web.map.query import map_query
from jurisdictions.web.site.addresses import kept_of
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.take import map_offers


@public_page
def map_page(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The map on the day, opened by the program's opening day unless the address says another."""
    asked = map_query(request.GET, as_of)
    context = map_context(as_of, asked, kept_of(request.GET))
    places = places_of(as_of)
    every = map_day(as_of, asked.layer).values
    shown = [geoid for geoid in every if not asked.state or places[geoid].state == asked.state]
    context["take"] = map_offers(request.GET, asked.state, shown, len(places))
    return render_page(request, "map/page.html", as_of, context)
