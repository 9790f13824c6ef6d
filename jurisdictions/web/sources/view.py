"""The sources: all of them, and each with the facts that rest on it."""

from __future__ import annotations

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)

from jurisdictions.read import sources as read
from jurisdictions.read.places import places_of
from jurisdictions.read.records import facts_citing
from jurisdictions.read.rows import AsOf
from jurisdictions.read.source_files import shown_files
from jurisdictions.read.twins import stands_for
from jurisdictions.record.changing.concerned import region_of_fact
from jurisdictions.record.lists import list_of_source
from jurisdictions.render.words.citing import by_time, cited_facts
from jurisdictions.status.kinds import OF_AGENCIES
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.reader import reader_of
from jurisdictions.web.site.take.record import source_offers, sources_offers


@public_page
def source_list(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Every source with its publisher, date, address and how often it is cited."""
    found = read.sources(as_of)
    context = {"sources": found, "take": sources_offers(request.GET, len(found))}
    return render_page(request, "sources/page.html", as_of, context)


@public_page
def source(request: HttpRequest, as_of: AsOf, key: str) -> HttpResponse:
    """One source, and every fact that it supports or contradicts."""
    found = read.source_of(as_of, key)
    if found is None:
        if other := stands_for(key):
            return HttpResponsePermanentRedirect(address("source", request.GET, key=other))
        raise Http404
    facts = facts_citing(as_of, key)
    cited = cited_facts(facts, key, places_of(as_of))
    of_agencies = sum(1 for fact in facts if fact.kind in OF_AGENCIES)
    take = source_offers(request.GET, key, len(facts), of_agencies)
    region = region_of_fact(f"source:{key}", "") if reader_of(request) else ""
    dated = read.places_dated_by(as_of, key)
    context = {"source": found, "cited": cited, "dated": dated, "region": region, "take": take}
    context["by_time"] = by_time(cited)
    context["files"] = shown_files([key]).get(key, ())
    context["kept_list"] = list_of_source(as_of.program.slug, key)
    return render_page(request, "sources/source.html", as_of, context)
