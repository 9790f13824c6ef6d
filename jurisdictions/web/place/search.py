"""The way from what somebody wrote, without a script, to the page of the place that is meant."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from jurisdictions.read.finding import places_offered
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.standing import standing_of


@public_page
def place_asked(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """On to the page of the one place that `text` means; of several, the reader says which.

    What means none leads to the list, which says so with ways out.
    """
    text = request.GET.get("text", "").strip()
    found, sure = places_offered(text, as_of.language) if text else ([], False)
    if sure:
        return HttpResponseRedirect(_page_of(found[0][0]))
    listed = _list_of(request, text)
    if not found:
        return HttpResponseRedirect(listed)
    offered = [(place.label, said, _page_of(place)) for place, said in found]
    context = {"text": text, "offered": offered, "listed": listed}
    return render_page(request, "place/which.html", as_of, context)


def _page_of(place: PlaceRow) -> str:
    return address("place", {}, geoid=place.geoid, slug=place.slug)


def _list_of(request: HttpRequest, text: str) -> str:
    """The list of the program that leads on the page of a place."""
    with in_program(next(program.slug for program, _ed in standing_of(request).living_first)):
        return address("places", {}, text=text)
