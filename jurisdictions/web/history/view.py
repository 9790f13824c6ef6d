"""The public histories: of one fact, version by version, and of a place, change by change."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from jurisdictions.read.keeping.histories import fact_history, place_history
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns.record import version_lines
from jurisdictions.web.history.context import (
    fact_history_context,
    place_history_context,
)
from jurisdictions.web.history.rights import fact_rights, revertible
from jurisdictions.web.history.until import changes_until, until_edition
from jurisdictions.web.site.addresses import address, query_of
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.reader import reader_of
from jurisdictions.web.site.take.record import record_offers


@public_page
def fact(request: HttpRequest, as_of: AsOf, name: str) -> HttpResponse:
    """Each version of a fact: who, when, why, and what differs from the one before."""
    found = until_edition(as_of, fact_history(name, as_of.program.slug))
    if found is None:
        raise Http404
    offered = fact_rights(reader_of(request), as_of.program.slug, found)
    lines = sum(1 for _line in version_lines(found))
    take = record_offers(request.GET, "fact-history-file", lines, {"name": name})
    context = {**fact_history_context(as_of, found), **offered, "take": take}
    return _asked_again(request, render_page(request, "history/fact.html", as_of, context))


@public_page
def place(request: HttpRequest, as_of: AsOf, geoid: str, slug: str) -> HttpResponse:
    """Each change of the facts of a place, the latest first."""
    found = places_of(as_of).get(geoid)
    if found is None:
        raise Http404
    if slug != found.slug:
        query = query_of(request)
        to = address("place-history", {}, geoid=geoid, slug=found.slug, **query)
        return HttpResponsePermanentRedirect(to)
    changes = changes_until(as_of, place_history(geoid, as_of.program.slug))
    touched = sum(len(one.facts) for one in changes)
    take = record_offers(request.GET, "place-history-file", touched, {"geoid": geoid})
    numbers = [one.change.change_id for one in changes]
    context = {
        **place_history_context(found, changes),
        "take": take,
        "revertible": revertible(reader_of(request), as_of.program.slug, numbers),
    }
    return _asked_again(request, render_page(request, "history/place.html", as_of, context))


def _asked_again(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Whoever reverts has to see the latest version: a kept page asks whether it still stands."""
    if not request.GET.get("edition"):
        response["Cache-Control"] = "public, no-cache"
    return response
