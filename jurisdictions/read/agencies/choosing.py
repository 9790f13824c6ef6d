"""Which agencies and which agreements are asked for; all that fit, in the order of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from jurisdictions.read.agencies.record import AgencyRecord, agency_record
from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow
from jurisdictions.read.places import fold
from jurisdictions.read.rows import AsOf
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    Ending,
    LawStanding,
    Model,
)

OF_AGENCY = ("state", "level", "kind", "state_law")
"""The facets that an agency has; the others are its agreements'."""


@dataclass(frozen=True, slots=True)
class AgreementFilter:
    """Which agreements; an empty tuple or text or None filters nothing.

    `states` are two-letter codes, `agencies` ids; `levels`, `kinds` and `text` (beginnings of words
    of any of its names) are about the agency, `laws` about what the law of its state says on the
    day: that of `in_force_on` or `on_list`, else the day asked for. Days are inclusive; `ended_*`
    are about the first day no longer in force, as the rule counts it. `on_list` is the day of a
    list of ICE's: what that list showed.
    """

    states: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    models: tuple[Model, ...] = ()
    levels: tuple[AgencyLevel, ...] = ()
    kinds: tuple[AgencyKind, ...] = ()
    laws: tuple[LawStanding, ...] = ()
    in_force_on: date | None = None
    signed_after: date | None = None
    signed_before: date | None = None
    ended_after: date | None = None
    ended_before: date | None = None
    endings: tuple[Ending, ...] = ()
    on_list: date | None = None
    text: str = ""

    def day(self, as_of: AsOf) -> date:
        """The day of which the rows tell how they stand."""
        return self.in_force_on or self.on_list or as_of.on

    @property
    def of_agreements(self) -> bool:
        """Whether anything is asked of agreements, not of the agency alone."""
        return replace(self, states=(), levels=(), kinds=(), laws=(), text="") != NOTHING


NOTHING = AgreementFilter()


class Pair(NamedTuple):
    """An agency with one of its agreements, or with None where it signed none."""

    agency: AgencyRow
    agreement: AgreementRow | None


Test = Callable[[Pair], bool]


@dataclass(frozen=True, slots=True)
class Tests:
    """What a pair must fit: by facet for those that offer words, and the rest."""

    of_facets: Mapping[str, Test] = field(default_factory=dict)
    others: tuple[Test, ...] = ()

    def fits(self, pair: Pair) -> bool:
        """Whether it fits all."""
        return all(test(pair) for test in (*self.of_facets.values(), *self.others))


def agreements_listed(as_of: AsOf, chosen: AgreementFilter) -> list[AgreementRow]:
    """The agreements that fit, in the order of the record."""
    record = agency_record(as_of)
    fits = tests_of(as_of, record, chosen).fits
    return [one for one in record.agreements if fits(Pair(one.agency, one))]


def agencies_listed(as_of: AsOf, chosen: AgreementFilter) -> list[AgencyRow]:
    """The agencies that fit, in the order of the record.

    What is asked of agreements one agreement must fit in all. As known on a day there are only
    agencies of which something was.
    """
    record = agency_record(as_of)
    fits = tests_of(as_of, record, chosen).fits
    fitting = {pair.agency.key for pair in pairs_of(as_of, record, chosen) if fits(pair)}
    return [one for key, one in record.agencies.items() if key in fitting]


def pairs_of(as_of: AsOf, record: AgencyRecord, chosen: AgreementFilter) -> Iterator[Pair]:
    """Every agency with each of its agreements; those without only where none is asked for."""
    yield from (Pair(one.agency, one) for one in record.agreements)
    if chosen.of_agreements:
        return
    for key, agency in record.agencies.items():
        if key not in record.by_agency and (as_of.known_on is None or key in record.known):
            yield Pair(agency, None)


def tests_of(as_of: AsOf, record: AgencyRecord, chosen: AgreementFilter) -> Tests:
    """What is asked, as tests."""
    day = chosen.day(as_of)
    asked: dict[str, tuple[tuple[str, ...], Callable[[Pair], object]]] = {
        "state": (chosen.states, lambda pair: pair.agency.state),
        "model": (chosen.models, lambda pair: pair.agreement and pair.agreement.own.model),
        "level": (chosen.levels, lambda pair: pair.agency.own.level),
        "kind": (chosen.kinds, lambda pair: pair.agency.own.kind),
        "state_law": (chosen.laws, lambda pair: record.law(pair.agency.state, day)),
        "ending": (chosen.endings, lambda pair: pair.agreement and pair.agreement.own.ending),
    }
    facets = {name: _among(word, words) for name, (words, word) in asked.items() if words}
    return Tests(facets, tuple(_others(chosen)))


def _among(word: Callable[[Pair], object], words: tuple[str, ...]) -> Test:
    wanted = frozenset(words)
    return lambda pair: word(pair) in wanted


def _others(chosen: AgreementFilter) -> Iterator[Test]:
    if agencies := frozenset(chosen.agencies):
        yield lambda pair: pair.agency.key in agencies
    if words := fold(chosen.text).split():
        yield lambda pair: all(f" {word}" in names_of(pair.agency) for word in words)
    for test in _tests_of_days(chosen):
        yield _of_agreement(test)


def _of_agreement(test: Callable[[AgreementRow], bool]) -> Test:
    return lambda pair: pair.agreement is not None and test(pair.agreement)


def _tests_of_days(chosen: AgreementFilter) -> Iterator[Callable[[AgreementRow], bool]]:
    if (in_force := chosen.in_force_on) is not None:
        yield lambda one: one.in_force(in_force)
    if (listed := chosen.on_list) is not None:
        yield lambda one: one.listed(listed)
    if chosen.signed_after or chosen.signed_before:
        signed = _between(chosen.signed_after, chosen.signed_before)
        yield lambda one: signed(one.signed)
    if chosen.ended_after or chosen.ended_before:
        ended = _between(chosen.ended_after, chosen.ended_before)
        yield lambda one: ended(one.ended)


def _between(first: date | None, last: date | None) -> Callable[[date | None], bool]:
    low, high = first or date.min, last or date.max
    return lambda day: day is not None and low <= day <= high


def names_of(agency: AgencyRow) -> str:
    """All names of an agency as they are searched, each word after a blank."""
    return _folded(agency.title, agency.aliases)


@lru_cache(maxsize=8192)
def _folded(name: str, aliases: tuple[str, ...]) -> str:
    """Kept: to fold thousands takes long."""
    return f" {fold(' '.join((name, *aliases)))}"
