"""Which agencies and which agreements are asked for; all that fit, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from jurisdictions.read.agency_lists.record import AgencyRecord, agency_record
from jurisdictions.read.agency_lists.rows import AgencyRow, AgreementRow
from jurisdictions.read.places import fold
from jurisdictions.read.rows import AsOf
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    Ending,
    Model,
)

Test = Callable[[AgreementRow], bool]


@dataclass(frozen=True, slots=True)
class AgreementFilter:
    """Which agreements; an empty tuple or None filters nothing.

    `states` are two-letter codes, `agencies` ids, `levels` and `kinds` those of the agency. Days
    are inclusive; `ended_*` are about the first day no longer in force, as the rule counts it.
    `on_list` is the day of a list of ICE's: what that list showed.
    """

    states: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    models: tuple[Model, ...] = ()
    levels: tuple[AgencyLevel, ...] = ()
    kinds: tuple[AgencyKind, ...] = ()
    in_force_on: date | None = None
    signed_after: date | None = None
    signed_before: date | None = None
    ended_after: date | None = None
    ended_before: date | None = None
    endings: tuple[Ending, ...] = ()
    on_list: date | None = None


def agreements_listed(as_of: AsOf, chosen: AgreementFilter) -> list[AgreementRow]:
    """The agreements that fit, in the order of the record."""
    tests = _tests(chosen)
    return [one for one in agency_record(as_of).agreements if all(test(one) for test in tests)]


def _tests(chosen: AgreementFilter) -> list[Test]:
    tests: list[Test] = []
    if states := frozenset(chosen.states):
        tests.append(lambda one: one.agency.state in states)
    if agencies := frozenset(chosen.agencies):
        tests.append(lambda one: one.agency.agency in agencies)
    if models := frozenset(chosen.models):
        tests.append(lambda one: one.model in models)
    if levels := frozenset(chosen.levels):
        tests.append(lambda one: one.agency.level in levels)
    if kinds := frozenset(chosen.kinds):
        tests.append(lambda one: one.agency.kind in kinds)
    if endings := frozenset(chosen.endings):
        tests.append(lambda one: one.ending in endings)
    return tests + _tests_of_days(chosen)


def _tests_of_days(chosen: AgreementFilter) -> list[Test]:
    tests: list[Test] = []
    if (in_force := chosen.in_force_on) is not None:
        tests.append(lambda one: one.in_force(in_force))
    if (listed := chosen.on_list) is not None:
        tests.append(lambda one: one.listed(listed))
    if chosen.signed_after or chosen.signed_before:
        signed = _between(chosen.signed_after, chosen.signed_before)
        tests.append(lambda one: signed(one.signed))
    if chosen.ended_after or chosen.ended_before:
        ended = _between(chosen.ended_after, chosen.ended_before)
        tests.append(lambda one: ended(one.ended))
    return tests


def _between(first: date | None, last: date | None) -> Callable[[date | None], bool]:
    low, high = first or date.min, last or date.max
    return lambda day: day is not None and low <= day <= high


@dataclass(frozen=True, slots=True)
class AgencyFilter:
    """Which agencies; an empty tuple, text or None filters nothing.

    With `models` those that signed an agreement of one of these, with `in_force_on` those that had
    one in force on the day; with both, one of these models that was in force on the day.
    """

    states: tuple[str, ...] = ()
    models: tuple[Model, ...] = ()
    levels: tuple[AgencyLevel, ...] = ()
    kinds: tuple[AgencyKind, ...] = ()
    in_force_on: date | None = None
    text: str = ""


def agencies_listed(as_of: AsOf, chosen: AgencyFilter) -> list[AgencyRow]:
    """The agencies that fit, in the order of the record.

    A text is looked for at the beginnings of words of the name and of its other spellings. As
    known on a day there are only agencies of which something was.
    """
    record = agency_record(as_of)
    words = fold(chosen.text).split()
    return [
        one
        for one in record.agencies.values()
        if (not chosen.states or one.state in chosen.states)
        and (not chosen.levels or one.level in chosen.levels)
        and (not chosen.kinds or one.kind in chosen.kinds)
        and all(f" {word}" in _names(one.name, one.aliases) for word in words)
        and _signed(record, one, as_of, chosen)
    ]


@lru_cache(maxsize=8192)
def _names(name: str, aliases: tuple[str, ...]) -> str:
    """All names of an agency as they are searched, kept: to fold thousands takes long."""
    return f" {fold(' '.join((name, *aliases)))}"


def _signed(record: AgencyRecord, agency: AgencyRow, as_of: AsOf, chosen: AgencyFilter) -> bool:
    """Whether it has the agreement that is asked for."""
    signed = record.by_agency.get(agency.agency, ())
    day = chosen.in_force_on
    if chosen.models or day is not None:
        return any(
            (not chosen.models or one.model in chosen.models) and (day is None or one.in_force(day))
            for one in signed
        )
    return as_of.known_on is None or agency.agency in record.known
