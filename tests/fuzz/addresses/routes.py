"""Every address that there is, as a text with holes, told by the URLconf itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils.regex_helper import normalize

from tracker.urls import addresses_of

PROGRAMS = ("secure-communities", "287g")
BOTH_LANGUAGES = (("", ()), ("es/", ()))


@dataclass(frozen=True)
class Route:
    """`text` has %(hole)s for each part; `name` is the view's."""

    name: str
    text: str
    holes: tuple[str, ...]


def routes(programs: Sequence[str] = PROGRAMS) -> list[Route]:
    """All addresses of all programs, each once, in a fixed order."""
    found: dict[str, Route] = {}
    for program in programs:
        for route in _walk(addresses_of(program), "/", ()):
            found.setdefault(route.text, route)
    return [found[text] for text in sorted(found)]


def _walk(
    patterns: Sequence[URLPattern | URLResolver], before: str, holes: tuple[str, ...]
) -> Iterator[Route]:
    for one in patterns:
        locale = isinstance(one.pattern, LocalePrefixPattern)
        for text, more in BOTH_LANGUAGES if locale else normalize(one.pattern.regex.pattern):
            there, all_holes = before + text, (*holes, *more)
            if getattr(one, "app_name", None) == "admin":
                continue  # it asks for a superuser itself
            if isinstance(one, URLResolver):
                yield from _walk(one.url_patterns, there, all_holes)
            else:
                yield Route(one.name or there, there, all_holes)
