"""The page of one place, and the ways that lead to it."""

from __future__ import annotations

from contextlib import nullcontext

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from jurisdictions.read.finding import place_now, reader_of
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.status.geoids import is_geoid
from jurisdictions.web.place.asked import all_asked, leading
from jurisdictions.web.place.context import page_context
from jurisdictions.web.place.section import sections_of
from jurisdictions.web.site.addresses import address, query_of
from jurisdictions.web.site.old_addresses import program_meant
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.program import program_named


def place(request: HttpRequest, **parts: str) -> HttpResponse:
    """Every program at once: the one that the address names first, else the living one."""
    lead = leading(request)
    with in_program(lead) if lead else nullcontext():
        return _page(request, **parts)


@public_page
def _page(request: HttpRequest, as_of: AsOf, geoid: str, slug: str) -> HttpResponse:
    """For each program: status on the chosen day and why, timeline, record, sources, comparison."""
    found = place_now(as_of, geoid)
    if found is None:
        raise Http404
    if slug != found.slug:
        # A program that only leads is not named.
        return _moved(request, found, program=program_named(request))
    sections = sections_of(request, all_asked(request, as_of), found)
    context = page_context(as_of, found, sections, request.GET.get("edition", ""))
    return render_page(request, "place/page.html", as_of, context)


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


def _moved(request: HttpRequest, found: PlaceRow, **program: str) -> HttpResponse:
    query = {name: said for name, said in query_of(request).items() if name != "program"}
    to = address("place", {}, geoid=found.geoid, slug=found.slug, **query, **program)
    return HttpResponsePermanentRedirect(to)


def _by_code(as_of: AsOf, code: str) -> PlaceRow | None:
    if code.isdigit():
        return place_now(as_of, code)
    places, wanted = places_of(as_of), code.casefold()
    reader = reader_of(as_of)
    slugs = (row.geoid for row in places.values() if row.slug == wanted)
    found = next(slugs, "") or reader.state(code) or reader.read(code).meant
    return places.get(found)
