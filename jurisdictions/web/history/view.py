"""The public histories: of one fact, version by version, and of a place, change by change."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from jurisdictions.read.keeping.histories import fact_history, place_history
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.web.history.context import (
    changes_until,
    fact_history_context,
    place_history_context,
    until_edition,
)
from jurisdictions.web.history.rights import fact_rights, revertible
from jurisdictions.web.site.addresses import address, query_of
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.reader import reader_of


@public_page
def fact(request: HttpRequest, as_of: AsOf, name: str) -> HttpResponse:
    """Each version of a fact: who, when, why, and what differs from the one before."""
    found = until_edition(as_of, fact_history(name, as_of.program.slug))
    if found is None:
        raise Http404
    offered = fact_rights(reader_of(request), as_of.program.slug, found)
    context = {**fact_history_context(as_of, found), **offered}
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
    numbers = [one.change.change_id for one in changes]
    context = {
        **place_history_context(found, changes),
        "revertible": revertible(reader_of(request), as_of.program.slug, numbers),
    }
    return _asked_again(request, render_page(request, "history/place.html", as_of, context))


def _asked_again(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Whoever reverts has to see the latest version: a kept page asks whether it still stands."""
    if not request.GET.get("edition"):
        response["Cache-Control"] = "public, no-cache"
    return response
