"""Where freezing begins: what no page links to, and what scripts ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from jurisdictions.freezing.addresses import asked
from jurisdictions.freezing.pages import Copy
from jurisdictions.freezing.writing import own_origin
from jurisdictions.read.asking import LANGUAGES, ask_each
from jurisdictions.read.maps import layers_of
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.program_reading import reading_of, reports_listed
from jurisdictions.read.rows import AsOf
from jurisdictions.web.map.files import spans_address
from jurisdictions.web.map.names import name_file_addresses
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.sitemap import OF_EACH, OF_NONE


def programs_now(today: date) -> list[AsOf]:
    """Each program as it stands, the default one first. Raises NothingPublished."""
    return list(ask_each(today=today))


def copy_of(today: date, states: frozenset[str]) -> Copy:
    """What is said of the copy on each of its pages."""
    told = {}
    for language in LANGUAGES:
        each = list(ask_each(today=today, language=language))
        with override(language):
            told[language] = ", ".join(edition_words(one) for one in each)
    return Copy(told, settings.SITE_URL, own_origin(), states)


def edition_words(as_of: AsOf) -> str:
    """The program and its edition, in few words."""
    return f"{as_of.program.name} {as_of.edition.number}"


def seeds(programs: list[AsOf], copy: Copy) -> Iterator[str]:
    """Questions in the order in which they are asked, each once; pages lead to the others."""
    found = (asked(path) for path in _paths(programs) if copy.holds(path))
    yield from dict.fromkeys(path for path in found if path)


def _paths(programs: list[AsOf]) -> Iterator[str]:
    yield reverse("name-file-list")
    yield from name_file_addresses()
    if settings.SITE_URL:
        yield reverse("sitemap")
    for as_of in programs:
        with in_program(as_of.program.slug):
            yield from [spans_address(as_of, layer) for layer in layers_of(as_of)]
    for language in LANGUAGES:
        with override(language):
            yield from (address(name, {}) for name in OF_NONE)
            for as_of in programs:
                yield from _of_program(as_of)
            for place in places_of(replace(programs[0], language=language)).values():
                yield address("place", {}, geoid=place.geoid, slug=place.slug).partition("?")[0]
                # The short form, to which scripts send readers.
                yield reverse("place-code", kwargs={"code": place.geoid})


def _of_program(as_of: AsOf) -> list[str]:
    slug = as_of.program.slug
    with in_program(slug):
        return [
            *(address(name, {}) for name in (*OF_EACH, *reports_listed(slug))),
            *(address(name, {}, **parts) for name, parts in reading_of(slug).told_pages(as_of)),
            reverse("embed-map"),
        ]
