"""The list of places on a day: filtered, sorted, counted, paged."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.list_filters import filters_asked
from jurisdictions.read.rows import AsOf
from jurisdictions.web.places.context import places_context
from jurisdictions.web.site.page import public_page, render_page


@public_page
def places(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Fifty places a page, with the filters that gave them and what each other would give."""
    context = places_context(request, filters_asked(as_of, request.GET))
    return render_page(request, "places/page.html", as_of, context)
