"""The home of the tracker; with the query of the map that stood here, on to that map."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jurisdictions.read.rows import AsOf
from jurisdictions.web.home.context import home_context
from jurisdictions.web.site.device import HEADER, LOCATION
from jurisdictions.web.site.old_addresses import map_moved
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.standing import standing_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the tracker is, the search for a place, and a card for each program."""
    return map_moved(request) or _page(request)


@public_page
def _page(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    page = render_page(request, "home/page.html", as_of, home_context(standing_of(request)))
    page[HEADER] = LOCATION
    return page
