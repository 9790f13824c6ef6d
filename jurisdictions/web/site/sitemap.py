"""The list of pages for crawlers, each with its other language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localdate

from jurisdictions.read.asking import ask_each
from jurisdictions.read.claims.all import claims
from jurisdictions.read.flags.all import flag_kinds
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.program_reading import reading_of, reports_listed
from jurisdictions.read.rows import AsOf
from jurisdictions.read.sources import sources
from jurisdictions.web.site.addresses import absolute, address
from jurisdictions.web.site.page import public_page

OF_NONE = ("home", "story", "about", "feeds", "embeds")
OF_EACH = (
    *("map", "places", "policy", "changes", "charts", "compare", "claims", "flags"),
    "known-later",
    *("sources", "data", "methodology", "glossary"),
)
Page = tuple[str, date]
"""A path, and the day on which what it tells was last published."""


@public_page
def sitemap(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Every page of every program in every language: 10,000 addresses, of 50,000 that it may have.

    The page of a place is listed once: it answers for all programs.
    """
    del as_of  # that something is published
    each = list(ask_each(today=localdate()))
    by_language = {code: list(_pages(each, code)) for code, _name in settings.LANGUAGES}
    pages = [
        (
            row[0][1].isoformat(),
            [
                (code, absolute(request, path))
                for code, (path, _on) in zip(by_language, row, strict=True)
            ],
        )
        for row in zip(*by_language.values(), strict=True)
    ]
    return HttpResponse(
        render_to_string("sitemap.xml", {"pages": pages}),
        content_type="application/xml; charset=utf-8",
    )


def _pages(each: Sequence[AsOf], language: str) -> Iterator[Page]:
    latest = max(map(_published_on, each))
    with translation.override(language):
        yield from ((address(name, {}), latest) for name in OF_NONE)
        for as_of in each:
            on = _published_on(as_of)
            yield from ((path, on) for path in _of_program(as_of))
        for place in places_of(replace(each[0], language=language)).values():
            yield address("place", {}, geoid=place.geoid, slug=place.slug), latest


def _of_program(as_of: AsOf) -> list[str]:
    """The pages of one program, and those that it alone tells."""
    slug = as_of.program.slug
    program = reading_of(slug)
    with in_program(slug):
        return [
            *(address(name, {}) for name in (*OF_EACH, *reports_listed(slug))),
            *(address("source", {}, key=source.key) for source in sources(as_of)),
            *(address("claim", {}, key=one.key) for one in claims(as_of)),
            *(address("flags-of-kind", {}, kind=kind.value) for kind in flag_kinds(slug)),
            *(address(name, {}, **parts) for name, parts in program.told_pages(as_of)),
        ]


def _published_on(as_of: AsOf) -> date:
    return as_of.edition.published_at.date()
