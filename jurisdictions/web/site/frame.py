"""What the frame around every page shows: name, ways through the site, languages, edition."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import Error
from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import get_language, get_language_info, gettext
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.asking import days_for
from jurisdictions.read.program_addresses import in_program, spoken_for
from jurisdictions.read.program_reading import told_by
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import site_of
from jurisdictions.render.words.reach import reach_text
from jurisdictions.web.site.addresses import (
    SHARED,
    absolute,
    address,
    in_language,
    kept_of,
    query_of,
    with_query,
)
from jurisdictions.web.site.no_report import has_reports
from jurisdictions.web.site.page_citation import OF_NO_PROGRAM, of_all, offered, pinned
from jurisdictions.web.site.standing import standing_of

NAV = (
    ("map", noop("Map"), {"map"}),
    ("places", noop("Places"), {"places", "place"}),
    ("agencies", noop("Agencies"), {"agencies", "agreements", "agency"}),
    ("changes", noop("Changes"), {"changes"}),
    ("policy", noop("Policy"), {"policy"}),
    ("data", noop("Data"), {"data", "data-edition"}),
    ("charts", noop("Charts"), {"charts"}),
    ("compare", noop("Compare two days"), {"compare"}),
    ("sources", noop("Sources"), {"sources", "source"}),
    ("methodology", noop("Methodology"), {"methodology"}),
    ("glossary", noop("Glossary"), {"glossary"}),
)
"""Address name, label and the pages on which the entry is the current one."""
ON_TOP = 5
"""So many of them stand on top, in one line on a phone; the others at the foot."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the frame."""

    label: str
    href: str
    current: bool
    language: str = ""


def frame_of(request: HttpRequest, as_of: AsOf | None, *, here: bool = False) -> dict[str, object]:
    """The context that templates/base.html reads; `as_of` is None on pages of no edition.

    Their other language is that of the map, unless the page itself is `here` in every language.
    """
    kept = kept_of(request.GET) if as_of else {}
    path = request.path if as_of or here else address("home", {})
    program = _program(request, as_of)
    ways = _nav(request, kept, program)
    return {
        "as_of": as_of,
        "kept": kept,
        "reach": reach_text(as_of) if as_of else "",
        "days": days_for(as_of, localdate()) if as_of else None,
        "site_name": _site_name(None if _page(request) in OF_NO_PROGRAM else as_of),
        "program_ways": _programs(request, kept, program),
        "page_ways": ways[:ON_TOP],
        "more_ways": ways[ON_TOP:],
        "languages": _languages(path, query_of(request) if as_of or here else {}),
        "canonical": absolute(request, path),
        "alternates": _alternates(request, path),
        "cite_as": cite_as(request, as_of) if as_of else "",
        "citations": [offered(request, as_of)] if as_of else [],
        "of_all": of_all(request.resolver_match),
        "source_url": settings.SOURCE_URL,
        "reported": has_reports(),
    }


def _site_name(as_of: AsOf | None) -> str:
    if as_of is None:
        return gettext("Jurisdiction tracker")
    return site_of(as_of)


SWITCHED = SHARED | {name for name, _text, _on in NAV}
"""Pages that every program has: from one leads a way to that of another."""


def _page(request: HttpRequest) -> str:
    """The name of the page's address; "" for none."""
    return (request.resolver_match.url_name or "") if request.resolver_match else ""


def _program(request: HttpRequest, as_of: AsOf | None) -> str:
    """The slug of the program that the page tells of; "" where it tells of none."""
    if spoken_for() or as_of is None or _page(request) in OF_NO_PROGRAM:
        return spoken_for()
    return as_of.program.slug


def _nav(request: HttpRequest, kept: dict[str, str], program: str) -> list[Way]:
    """The pages of the program; none where no program is told of."""
    if not program:
        return []
    here = _page(request)
    with in_program(program):
        return [
            Way(gettext(text), address(name, kept), here in on)
            for name, text, on in NAV
            if told_by().get(name) in {None, program}
        ]


def _programs(request: HttpRequest, kept: dict[str, str], program: str) -> list[Way]:
    """The same page of every program that has it, else its map: the day is kept, no edition is."""
    try:
        found = standing_of(request).programs
    except Error:
        return []  # what is told without a database has no need of it
    asked = {name: value for name, value in kept.items() if name != "edition"}
    here = _page(request)
    ways = []
    for one in found:
        with in_program(one.slug):
            page = here if here in SWITCHED and told_by().get(here) is None else "map"
            parts = request.resolver_match.kwargs if request.resolver_match else {}
            href = address(page, asked, **(parts if page in SHARED else {}))
        ways.append(Way(one.name, href, one.slug == program))
    return ways


def _languages(path: str, query: dict[str, object]) -> list[Way]:
    return [
        Way(
            get_language_info(code)["name_local"].capitalize(),
            with_query(in_language(path, code), query),
            code == get_language(),
            code,
        )
        for code, _ in settings.LANGUAGES
    ]


def _alternates(request: HttpRequest, path: str) -> list[tuple[str, str]]:
    """Language and full address of the page in each language, and for readers of any other."""
    found = [(code, absolute(request, in_language(path, code))) for code, _ in settings.LANGUAGES]
    default = absolute(request, in_language(path, settings.LANGUAGE_CODE))
    return [*found, ("x-default", default)]


def cite_as(request: HttpRequest, as_of: AsOf) -> str:
    """The address that shows this page again as it is: its day and its edition are named."""
    return pinned(request, request.path, request.GET, request.resolver_match, as_of)
