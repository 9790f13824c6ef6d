"""The page of one place, and the ways that lead to it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from jurisdictions.read.finding import place_now, reader_of
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.status.geoids import is_geoid
from jurisdictions.status.programs.section_287g import SLUG
from jurisdictions.web.place.context import place_context
from jurisdictions.web.place.elsewhere import elsewhere
from jurisdictions.web.place.section_287g import section_287g
from jurisdictions.web.site.addresses import address, query_of
from jurisdictions.web.site.old_addresses import program_meant
from jurisdictions.web.site.page import public_page, render_page


@public_page
def place(request: HttpRequest, as_of: AsOf, geoid: str, slug: str) -> HttpResponse:
    """Status on the chosen day and why, timeline, record, sources, comparison."""
    found = place_now(as_of, geoid)
    if found is None:
        raise Http404
    if slug != found.slug:
        return _moved(request, found)
    ways = {"elsewhere": elsewhere(as_of, found)}
    if as_of.program.slug == SLUG:
        context = section_287g(as_of, found)
        return render_page(request, "place/page_287g.html", as_of, {**context, **ways})
    context = place_context(as_of, found, request.GET)
    return render_page(request, "place/page.html", as_of, {**context, **ways})


@public_page
def place_by_code(request: HttpRequest, as_of: AsOf, code: str) -> HttpResponse:
    """Leads from a geoid, a postal code, an OCD id or a name to the readable address."""
    found = _by_code(as_of, code.strip("/"))
    if found is None:
        raise Http404
    return _moved(request, found)


def place_of_program(request: HttpRequest, code: str) -> HttpResponse:
    """On to the page of a place, at this program."""
    return place_by_code(request, code=_bare(code))


def place_of_old(request: HttpRequest, code: str) -> HttpResponse:
    """From the address that a place's page had while there was one program, in one step."""
    with in_program(program_meant(request)):
        return place_by_code(request, code=_bare(code))


def _bare(code: str) -> str:
    """A geoid without the name that may stand behind it."""
    geoid = code.partition("-")[0]
    return geoid if is_geoid(geoid) else code


def _moved(request: HttpRequest, found: PlaceRow) -> HttpResponse:
    query = {name: said for name, said in query_of(request).items() if name != "program"}
    to = address("place", {}, geoid=found.geoid, slug=found.slug, **query)
    return HttpResponsePermanentRedirect(to)


def _by_code(as_of: AsOf, code: str) -> PlaceRow | None:
    if code.isdigit():
        return place_now(as_of, code)
    places, wanted = places_of(as_of), code.casefold()
    reader = reader_of(as_of)
    slugs = (row.geoid for row in places.values() if row.slug == wanted)
    found = next(slugs, "") or reader.state(code) or reader.read(code).meant
    return places.get(found)
