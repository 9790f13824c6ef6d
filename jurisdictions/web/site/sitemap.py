"""The list of pages for crawlers, each with its other language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from jurisdictions.read.places import places_of
from jurisdictions.read.requests import requests_made
from jurisdictions.read.rows import AsOf
from jurisdictions.read.sources import sources
from jurisdictions.web.site.addresses import absolute, address
from jurisdictions.web.site.page import public_page

FIXED = (
    "map",
    "places",
    "policy",
    "changes",
    "sources",
    "requests",
    "briefing",
    "data",
    "methodology",
    "glossary",
    "about",
)


@public_page
def sitemap(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Every page in every language: some 7,000 addresses, below the limit of 50,000."""
    by_language = {code: list(_paths(as_of, code)) for code, _name in settings.LANGUAGES}
    rows = zip(*by_language.values(), strict=True)
    pages = [
        [(code, absolute(request, path)) for code, path in zip(by_language, row, strict=True)]
        for row in rows
    ]
    context = {"pages": pages, "changed_on": as_of.edition.published_at.date().isoformat()}
    return HttpResponse(
        render_to_string("sitemap.xml", context), content_type="application/xml; charset=utf-8"
    )


def _paths(as_of: AsOf, language: str) -> Iterator[str]:
    with translation.override(language):
        yield from (address(name, {}) for name in FIXED)
        yield from (address("source", {}, key=source.key) for source in sources(as_of))
        yield from (address("request", {}, thread=one.thread) for one in requests_made(as_of))
        for place in places_of(replace(as_of, language=language)).values():
            yield address("place", {}, geoid=place.geoid, slug=place.slug)
