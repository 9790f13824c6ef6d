"""What is made ahead: addresses, the most wanted first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from html import unescape

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from jurisdictions.read.asking import LANGUAGES
from jurisdictions.read.maps import layers_of
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.program_reading import reports_listed
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns.programs import lists_of
from jurisdictions.render.files.package.kept import package_of
from jurisdictions.render.files.package.names import package_name
from jurisdictions.status.geoids import is_state
from jurisdictions.web.map.files import spans_address
from jurisdictions.web.map.names import name_file_addresses
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.kept.answers import asked_lately
from jurisdictions.web.site.kept.middleware import answers_folder
from jurisdictions.web.site.no_report import has_reports

PAGES = (
    *("places", "changes", "claims", "flags", "policy"),
    *("sources", "methodology", "glossary", "map-svg"),
)
TABLES = {
    "places-file": ("csv", "json", "xlsx", "geojson"),
    "policy-file": ("csv", "json", "xlsx"),
    "sources-file": ("csv", "json", "xlsx"),
}
LIST_FORMS = ("csv", "json", "xlsx")
SHARED = ("home", "story", "about")
OF_THE_API = ("api-status", "api-summary", "api-sources", "api-editions")
WITHOUT_LANGUAGE = ("api-programs", "sitemap", "robots")
FILES = re.compile(r'(?:href|src|srcset)="(/[^"]+\.(?:csv|json|geojson|xlsx|svg|png)(?:\?[^"]*)?)"')
"""Links to files on a page. A PDF is typeset when somebody wants it; whole lists, last of all."""
LATELY_MOST = 1_000
"""Pages that readers asked for before, the latest first: some 40 s of processor."""


def wanted(programs: Sequence[AsOf], read: Callable[[str], str]) -> Iterator[str]:
    """Addresses in the order in which they are wanted; `read` gives the text of a page.

    `programs`: each as it opens, the default one first.
    """
    for as_of in programs:
        yield from _in_each_language("map", as_of.program.slug)
    yield from (path for name in SHARED for path in _in_each_language(name))
    if not programs:
        return
    yield reverse("name-file-list")
    yield from name_file_addresses()
    for as_of in programs:
        yield from _of_program(as_of, read)
    for path in (*_in_each_language("home"), *_in_each_language("story")):
        yield from _files_of(read(path))
    yield from (reverse(name) for name in WITHOUT_LANGUAGE)
    yield from _states(programs[0])
    for as_of in programs:
        # What tells of packages is kept once there is one.
        package_of(as_of)
        slug = as_of.program.slug
        yield from _in_each_language("data", slug)
        yield from _in_each_language("data-edition", slug, package=package_name(as_of))
    yield from asked_lately(answers_folder(), LATELY_MOST)
    for as_of in programs:
        yield from _slow(as_of.program.slug)


def _of_program(as_of: AsOf, read: Callable[[str], str]) -> Iterator[str]:
    """Its pages, the answers of the API about it, and the files that the pages link to."""
    slug = as_of.program.slug
    with in_program(slug):
        layers = [spans_address(as_of, layer) for layer in layers_of(as_of)]
    yield from layers
    names = (*PAGES, *reports_listed(slug))
    pages = [path for name in names for path in _in_each_language(name, slug)]
    yield from pages
    yield from _lists(slug)
    default = slug == settings.DEFAULT_PROGRAM
    yield from (f"{reverse(name)}{'' if default else f'?program={slug}'}" for name in OF_THE_API)
    for name, forms in TABLES.items():
        for form in forms:
            yield from _in_each_language(name, slug, form=form)
    for page in (*_in_each_language("map", slug), *pages):
        yield from _files_of(read(page))


def _lists(slug: str) -> Iterator[str]:
    """A program's other lists: pages, tables, answers."""
    for table in lists_of(slug):
        if table.name not in reports_listed(slug):
            yield from _in_each_language(table.name, slug)
        for form in LIST_FORMS:
            yield from _in_each_language(f"{table.name}-file", slug, form=form)
        with suppress(NoReverseMatch):  # not every list has an answer of the API
            yield reverse(f"api-{table.name}")


def _slow(slug: str) -> Iterator[str]:
    """Whole lists with borders, and typeset: seconds each, which no reader should wait for."""
    names = [table.name for table in lists_of(slug)]
    for name in names:
        yield from _in_each_language(f"{name}-file", slug, form="geojson")
    with in_program(slug):
        typeset = ["places", *names] if has_reports() else names
    for name in typeset:
        with suppress(NoReverseMatch):  # nor is every list typeset
            yield from _in_each_language(f"{name}-pdf", slug)


def _states(as_of: AsOf) -> Iterator[str]:
    """Every state's page, under the name that it has in the language."""
    for language in LANGUAGES:
        places = places_of(replace(as_of, language=language)).values()
        with override(language):
            found = [place for place in places if is_state(place.geoid)]
            yield from [address("place", {}, geoid=one.geoid, slug=one.slug) for one in found]


def _in_each_language(name: str, program: str = "", **parts: object) -> list[str]:
    found = []
    for language in LANGUAGES:
        with override(language), in_program(program) if program else nullcontext():
            found.append(address(name, {}, **parts))
    return found


def _files_of(page: str) -> Iterator[str]:
    for found in FILES.findall(page):
        if not found.startswith(settings.STATIC_URL):
            yield unescape(found)
