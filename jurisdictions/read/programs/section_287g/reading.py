"""287(g): what its list is filtered by, what its map shows and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

from jurisdictions.models import Agency, Program
from jurisdictions.publish.derive import load_facts
from jurisdictions.publish.map_file import Turn
from jurisdictions.read.program_reading import Test, Value
from jurisdictions.read.programs.section_287g.last_list import record_until
from jurisdictions.read.raw_spans import RawSpan
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import all_spans
from jurisdictions.status.geoids import is_county
from jurisdictions.status.programs import rule_of
from jurisdictions.status.programs.section_287g.counts import agencies_through_time
from jurisdictions.status.programs.section_287g.facts import AgencyAgreement, Facts
from jurisdictions.status.programs.section_287g.terms import term_of
from jurisdictions.status.programs.section_287g.vocabulary import (
    LawStanding,
    Position,
    Reach,
    Status,
    Strongest,
)

FACETS = ("local_agreement", "reach", "state_agency", "application", "state_law")
OWN: Mapping[str, str] = {}
SORTS = ("agreement_since",)
LAYERS = ("status", "local_agreement", "agreement_since", "state_law", "agencies")
GONE = None
COUNTED = ("agreements", "agencies", "states")
COUNTED_OF_STATE = ("agreements", "agencies")
COUNTED_BY_ICE = "agreements"
COUNTED_AS = {"agreements": "agreements", "agreements-signed": "agreements"}
BRIEFED = True
TELLS = ("agency", "agencies", "agreements")
NONE = "none"
YEARS = ("before-2017", "2017-2020", "2021-2024", "2025", "2026")
"""The layer of years, few enough to be told apart; the last goes on."""
AGENCIES = ("0", "1", "2", "3", "4", "5-9", "10-or-more")


def tests(as_of: AsOf, own: Mapping[str, Any]) -> list[Test]:
    """The program has no filters of its own."""
    del as_of, own
    return []


def layer_values(as_of: AsOf, layer: str) -> tuple[str, ...]:
    """The words of a layer; the first is that of days before all turns."""
    del as_of
    match layer:
        case "status":
            return tuple(Status)
        case "local_agreement":
            return (Strongest.NONE, *(word for word in Strongest if word is not Strongest.NONE))
        case "state_law":
            none = LawStanding.NONE_RECORDED
            return (none, *(word for word in LawStanding if word is not none))
        case "agreement_since":
            return (NONE, *YEARS)
        case "agencies":
            return AGENCIES
        case _:
            raise KeyError(layer)


def value_of(as_of: AsOf, layer: str) -> Value:
    """What takes the word of a layer from a span; how many agencies is not told by spans."""
    del as_of
    return _since if layer == "agreement_since" else attrgetter(layer)


def hatched(span: RawSpan) -> bool:
    """Whether agreements in force cover only a part of the county."""
    return bool(span.reach == Reach.PART_OF_COUNTY)


def own_turns(as_of: AsOf, layer: str) -> Mapping[str, list[Turn]] | None:
    """The turns of each place in a layer that spans do not tell."""
    return _told(as_of).agencies if layer == "agencies" else None


def undocumented(counties: Iterable[RawSpan]) -> None:
    """No state's part in the program waits for a document."""
    del counties


def documented(as_of: AsOf) -> None:
    """No state's part in the program waits for a document."""
    del as_of


def headlines(as_of: AsOf) -> Iterable[tuple[Any, ...]]:
    """Each day on which agreements, agencies or states in force, or the position, change."""
    return _told(as_of).headlines


def numbers_by_state(as_of: AsOf) -> Mapping[str, list[tuple[Any, ...]]]:
    """For each state: the days on which its agreements or agencies in force change."""
    return _told(as_of).by_state


def told_pages(as_of: AsOf) -> Iterator[tuple[str, dict[str, str]]]:
    """The lists of agencies and agreements, the page of each agency."""
    yield from (("agencies", {}), ("agreements", {}))
    agencies = Agency.objects.after_change(as_of.edition.last_change).order_by("agency")
    for key in agencies.values_list("agency", flat=True):
        yield "agency", {"agency": key}


def last_list(as_of: AsOf) -> date | None:
    """The day of the last of ICE's lists of agreements that the record has read."""
    return record_until(as_of)


def _since(span: RawSpan) -> str:
    """In which years the agreements that now stand unbroken began."""
    began = span.agreement_since_edtf
    if not began:
        return NONE
    year = int(began[:4])
    if year < 2017:
        return YEARS[0]
    return YEARS[1] if year < 2021 else YEARS[2] if year < 2025 else YEARS[min(year - 2022, 4)]


def _agencies(number: int) -> str:
    return AGENCIES[number if number < 5 else 5 if number < 10 else 6]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the agreements tell beside the spans."""

    headlines: tuple[tuple[Any, ...], ...]
    by_state: Mapping[str, list[tuple[Any, ...]]]
    agencies: Mapping[str, list[Turn]]


def _told(as_of: AsOf) -> _Told:
    edition = as_of.edition
    key = (as_of.program.slug, edition.last_change, edition.stamp, as_of.known_on)
    if key not in _kept:
        if len(_kept) >= KEPT:
            _kept.clear()
        _kept[key] = _tell(as_of)
    return _kept[key]


KEPT = 4
_kept: dict[tuple[Any, ...], _Told] = {}


def _tell(as_of: AsOf) -> _Told:
    loaded = load_facts(Program.objects.get(slug=as_of.program.slug), as_of.edition.last_change)
    rule = rule_of(as_of.program.slug)
    agreements: dict[str, AgencyAgreement] = {}
    agencies: dict[str, list[Turn]] = {}
    positions: dict[date, Position] = {}
    for geoid in loaded.parents:
        seen: Facts = loaded.seen(geoid)
        if as_of.known_on:
            seen = rule.known_facts(seen, as_of.known_on)
        for one in (*seen.local, *seen.state_agencies):
            agreements[one.name] = one
        if seen.local:
            agencies[geoid] = _turns(seen)
    for span in all_spans(as_of):
        if span.start and not is_county(span.geoid):
            positions[span.start] = span.position
    tally = _Tally()
    for one in agreements.values():
        tally.add(one)
    return _Told(tuple(tally.nation(positions)), tally.states(), agencies)


def _turns(seen: Facts) -> list[Turn]:
    found: list[Turn] = []
    last = AGENCIES[0]
    for mark in agencies_through_time(seen.local).marks:
        value = _agencies(mark.value)
        if value != last:
            found.append((mark.day, value))
        last = value
    return found


@dataclass(slots=True)
class _Tally:
    """Agreements that begin and end, by day: +1 and -1 for a state and an agency."""

    steps: dict[date, list[tuple[str, str, int]]] = field(default_factory=dict)

    def add(self, one: AgencyAgreement) -> None:
        term = term_of(one)
        if term:
            agency = one.agency
            for day, step in ((term.start, 1), (term.end, -1)):
                if day:
                    self.steps.setdefault(day, []).append((agency.state, agency.agency, step))

    def nation(self, positions: Mapping[date, Position]) -> Iterator[tuple[Any, ...]]:
        """Day, agreements, agencies, states, position: only where one of them changes."""
        agencies, states = Counter[str](), Counter[str]()
        position = next(iter(Position))
        last: tuple[Any, ...] = (0, 0, 0, position)
        for day in sorted({*self.steps, *positions}):
            for state, agency, step in self.steps.get(day, ()):
                _count(agencies, agency, step)
                _count(states, state, step)
            position = positions.get(day, position)
            now = (states.total(), len(agencies), len(states), position)
            if now != last:
                yield day, *now
            last = now

    def states(self) -> dict[str, list[tuple[Any, ...]]]:
        """Of each state: day, agreements, agencies."""
        held: dict[str, Counter[str]] = {}
        found: dict[str, list[tuple[Any, ...]]] = {}
        for day, steps in sorted(self.steps.items()):
            for state, agency, step in steps:
                _count(held.setdefault(state, Counter()), agency, step)
            for state in sorted({state for state, _agency, _step in steps}):
                found.setdefault(state, []).append((day, held[state].total(), len(held[state])))
        return dict(sorted(found.items()))


def _count(counter: Counter[str], name: str, step: int) -> None:
    counter[name] += step
    if not counter[name]:
        del counter[name]
