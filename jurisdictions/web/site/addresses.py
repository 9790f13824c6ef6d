"""Addresses that keep what the reader asked for: the day, known-as-of, the edition, the program.

The program stands in the path of its own pages, and in the query of those that it shares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import cache, lru_cache
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, get_resolver, reverse, translate_url
from django.utils.html import escape
from django.utils.http import RFC3986_SUBDELIMS
from django.utils.translation import get_language

from jurisdictions.read.program_addresses import in_program, spoken_for
from jurisdictions.web.site.program import program_in

KEPT = ("date", "known", "edition")
SHARED = frozenset({"place", "place-code", "about"})
"""Pages of no one program that tell of the program from which a reader comes."""


def kept_of(query: QueryDict) -> dict[str, str]:
    """The parameters that every link carries on, as the address has them; empty ones are absent."""
    return {name: str(query[name]) for name in KEPT if query.get(name)}


def query_of(request: HttpRequest) -> dict[str, object]:
    """Every parameter of the address that says something, repeated ones as lists."""
    said = {name: [value for value in values if value] for name, values in request.GET.lists()}
    return {name: values for name, values in said.items() if values}


def address(page: str, kept: Mapping[str, str], /, **parts: object) -> str:
    """The address of a page, with the kept query.

    Parts that the path does not take become query parameters and override kept ones; None and the
    empty text leave a parameter out. The program is the one that is spoken for.
    """
    known = _in_paths(page)
    in_path = [(name, value) for name, value in parts.items() if name in known]
    while True:
        try:
            path = _path(page, get_language(), spoken_for(), tuple(in_path))
        except NoReverseMatch:
            if not in_path:
                raise
            in_path.pop()
        else:
            taken = {name for name, _value in in_path}
            query = {name: value for name, value in parts.items() if name not in taken}
            shared = {"program": spoken_for()} if page in SHARED else {}
            return with_query(path, {**shared, **kept, **query})


@cache
def _in_paths(page: str) -> frozenset[str]:
    """The names of the parts that any path of a page takes."""
    return frozenset(
        name
        for possible, *_ in get_resolver().reverse_dict.getlist(page)
        for _path_of, names in possible
        for name in names
    )


@lru_cache(maxsize=16_384)
def _path(
    page: str, language: str | None, program: str, parts: tuple[tuple[str, object], ...]
) -> str:
    """The path of a page, kept: a page links to the same few a hundred times."""
    del language, program  # parts of the key: paths begin with them
    return reverse(page, kwargs=dict(parts))


def ways_to_places(kept: Mapping[str, str]) -> Callable[[str, str], str]:
    """What makes the address of a place, ready for HTML, of its geoid and slug: for hundreds."""
    language, program = get_language(), spoken_for()
    tail = escape(with_query("", {"program": program, **kept}))

    def way(geoid: str, slug: str) -> str:
        return f"{_path('place', language, program, (('geoid', geoid), ('slug', slug)))}{tail}"

    return way


def fact_way(page: str, name: str) -> str:
    """The address of a page of a fact, by its public name: a place's page has scores of them."""
    begun, end = _path(page, get_language(), spoken_for(), (("name", NO_FACT),)).split(NO_FACT)
    # As Django quotes what stands in a path.
    quoted = quote(name, safe=RFC3986_SUBDELIMS + "/~:@")
    return f"{begun}{quoted}{end}"


NO_FACT = "kind:no-fact"
"""Stands for a name in the address that is looked up."""


def with_query(path: str, query: Mapping[str, object]) -> str:
    """A path with the parameters that say something."""
    said = {name: value for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(said, doseq=True)}" if said else path


def absolute(request: HttpRequest, path: str) -> str:
    """The full address of a path: on SITE_URL where it is set, else on the host that was asked."""
    site = getattr(settings, "SITE_URL", "")
    return f"{site}{path}" if site else request.build_absolute_uri(path)


def in_language(path: str, language: str) -> str:
    """The same page's path in another language, of whichever program."""
    return _in_language(path, language, program_in(path))


@lru_cache(maxsize=4096)
def _in_language(path: str, language: str, program: str) -> str:
    """Kept, for every page asks five times."""
    with in_program(program) if program else nullcontext():
        return translate_url(path, language)
