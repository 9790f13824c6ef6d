"""What the page of changes shows: a sentence, numbers by state, what happened, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, QueryDict

from jurisdictions.read.corrections import Correction, corrected_since, corrections
from jurisdictions.read.happened.asked import FROM, STATE, TAKES, TO
from jurisdictions.read.happened.between import Days, by_state, happened, words_of
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.places import label_of, states_of
from jurisdictions.read.reach import reach_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs.happened import happening_text, sentence
from jurisdictions.render.words.fact_titles import fact_title
from jurisdictions.render.words.happened import what_text
from jurisdictions.status.geoids import NATION
from jurisdictions.web.changes.presets import presets
from jurisdictions.web.site.addresses import address, kept_of
from jurisdictions.web.site.take.days import changes_offers

PAGE_SIZE = 100
MOST_CORRECTIONS = 200
"""Corrections that the page lists; the files have them all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened: what, in which words, since when the record has it corrected."""

    row: Happening
    what: str
    text: str
    state: str
    corrected: datetime | None


@dataclass(frozen=True, slots=True)
class StateLine:
    """How much happened in a state; `href` leads to that alone."""

    name: str
    href: str
    numbers: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """A fact that the record took back or has otherwise now."""

    row: Correction
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class Option:
    """A word that can be asked for."""

    value: str
    label: str
    chosen: bool
    count: int = 0


def changes_context(request: HttpRequest, as_of: AsOf, asked: Days) -> dict[str, object]:
    """Everything that changes/page.html reads."""
    query = request.GET
    found = happened(as_of, asked)
    page = Paginator(_latest_first(as_of, found), PAGE_SIZE).get_page(query.get("page"))
    back = corrections(as_of, asked.first, asked.last, asked.states)
    counted = by_state(found)
    occurred = {one.what for one in found}
    whats = [what for what in words_of(as_of.program.slug) if what in occurred]
    kept = _kept(query, asked)
    return {
        "asked": asked,
        "sentence": sentence(as_of, asked, found),
        "presets": presets(as_of, query, asked),
        "state_options": _states(as_of, asked),
        "what_options": _whats(as_of, asked),
        "filtered": bool(asked.states or asked.whats),
        "all_states": address("changes", kept),
        "whats": [what_text(what) for what in whats],
        "by_state": _by_state(as_of, kept, counted, whats),
        "totals": [sum(numbers.get(what, 0) for numbers in counted.values()) for what in whats],
        "total": len(found),
        "page": page,
        "lines": _lines(as_of, list(page.object_list)),
        "pages": _pages(query, page),
        "corrections": [_corrected(as_of, one) for one in back[:MOST_CORRECTIONS]],
        "corrections_total": len(back),
        "reached": _reached(as_of, asked),
        "compare": address(
            "compare",
            kept_of(query),
            **{FROM: asked.first, TO: asked.last, STATE: list(asked.states)},
        ),
        "feed": address("feed", {}, **{STATE: list(asked.states)}),
        "follow": _follow(as_of, asked),
        "calendar": address("calendar", {}, **{STATE: list(asked.states)}),
        "take": changes_offers(query, TAKES, len(found), sum(bool(one.agency) for one in found)),
    }


def _follow(as_of: AsOf, asked: Days) -> str:
    """Where one asks for mails on the program, of the one state that is asked for if it is one."""
    states = [place.geoid for place in states_of(as_of) if place.state in asked.states]
    place = states[0] if len(states) == 1 else ""
    return address("follow", {}, program=as_of.program.slug, place=place)


def _latest_first(as_of: AsOf, found: Iterable[Happening]) -> list[Happening]:
    """The latest day first; of one day, in the order in which the program tells what happens."""
    rank = {what: at for at, what in enumerate(words_of(as_of.program.slug))}
    return sorted(found, key=lambda one: (-one.day.toordinal(), rank[one.what]))


def _kept(query: QueryDict, asked: Days) -> dict[str, str]:
    """What every link to other states keeps: the edition, and the days as they were understood."""
    kept = {name: said for name, said in kept_of(query).items() if name != "date"}
    return kept | {FROM: asked.first.isoformat(), TO: asked.last.isoformat()}


def _reached(as_of: AsOf, asked: Days) -> date | None:
    """The last day of which the record is whole, where the days go beyond it."""
    until = reach_of(as_of).until
    return until if until and asked.last > until else None


def _lines(as_of: AsOf, found: Sequence[Happening]) -> list[Line]:
    corrected = corrected_since(as_of, {one.fact for one in found})
    names = _names(as_of)
    return [
        Line(
            one,
            what_text(one.what),
            happening_text(one),
            names.get(one.state, ""),
            corrected.get(one.fact),
        )
        for one in found
    ]


def _names(as_of: AsOf) -> dict[str, str]:
    return {place.state: place.name for place in states_of(as_of)}


def _by_state(
    as_of: AsOf,
    kept: Mapping[str, str],
    counted: Mapping[str, Mapping[StrEnum, int]],
    whats: Iterable[StrEnum],
) -> list[StateLine]:
    """States by their names, then what is the nation's."""
    names = _names(as_of)
    lines = [
        StateLine(
            names.get(state) or label_of(as_of, NATION),
            address("changes", kept, **{STATE: state}) if state else "",
            tuple(numbers.get(what, 0) for what in whats),
            sum(numbers.values()),
        )
        for state, numbers in counted.items()
    ]
    return sorted(lines, key=lambda line: (not line.href, line.name))


def _states(as_of: AsOf, asked: Days) -> list[Option]:
    return [
        Option(place.state, place.name, place.state in asked.states) for place in states_of(as_of)
    ]


def _whats(as_of: AsOf, asked: Days) -> list[Option]:
    return [
        Option(what.value, what_text(what), what.value in asked.whats)
        for what in words_of(as_of.program.slug)
    ]


def _corrected(as_of: AsOf, row: Correction) -> Corrected:
    place = label_of(as_of, row.geoid) if row.geoid and row.geoid != NATION else ""
    return Corrected(row, fact_title(row.kind, row.cells), place)


def _pages(query: QueryDict, page: Page[Happening]) -> dict[str, str]:
    said = {name: query.getlist(name) for name in (*TAKES, *kept_of(query)) if query.getlist(name)}

    def way(number: int) -> str:
        return f"{address('changes', {}, **said, page=number)}#list"

    ways = {}
    if page.has_previous():
        ways["previous"] = way(page.previous_page_number())
    if page.has_next():
        ways["next"] = way(page.next_page_number())
    return ways
