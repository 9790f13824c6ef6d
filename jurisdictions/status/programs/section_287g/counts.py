"""How many agreements and agencies are in force: pure functions over agreements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from jurisdictions.status.programs.section_287g.agreements import standings
from jurisdictions.status.programs.section_287g.facts import AgencyAgreement
from jurisdictions.status.programs.section_287g.terms import in_force
from jurisdictions.status.tracks import Mark, Reason, Track


class Count(NamedTuple):
    """How many agreements are in force, and how many agencies have one."""

    agreements: int = 0
    agencies: int = 0


def counted(agreements: Iterable[AgencyAgreement], day: date) -> Count:
    """The agreements in force on a day, and their agencies."""
    return _count([one for one in agreements if in_force(one, day)])


def counted_by_state(agreements: Iterable[AgencyAgreement], day: date) -> Mapping[str, Count]:
    """The same for each state that has one, by its geoid, in the order of geoids."""
    found: dict[str, list[AgencyAgreement]] = defaultdict(list)
    for one in agreements:
        if in_force(one, day):
            found[one.agency.state].append(one)
    return {state: _count(found[state]) for state in sorted(found)}


def agencies_by_place(agreements: Iterable[AgencyAgreement], day: date) -> Mapping[str, int]:
    """How many local agencies with an agreement in force serve each county that has one."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in agreements:
        if one.agency.local and in_force(one, day):
            for place in one.agency.geoids:
                found[place].add(one.agency.agency)
    return {place: len(found[place]) for place in sorted(found)}


def agencies_through_time(agreements: Iterable[AgencyAgreement]) -> Track[int]:
    """How many agencies have an agreement in force, from each day on which that changes.

    Of the local agreements that a place sees these are the agencies that serve it. The reasons
    are the agreements that began or ended on the day.
    """
    turns: dict[date, list[tuple[Reason, str, int]]] = defaultdict(list)
    for one in standings(agreements):
        turns[one.begins.day].append((one.begins, one.agreement.agency.agency, 1))
        if one.ends:
            turns[one.ends.day].append((one.ends, one.agreement.agency.agency, -1))
    held: dict[str, int] = defaultdict(int)
    number, marks = 0, []
    for day, changes in sorted(turns.items(), key=lambda pair: pair[0]):
        for _reason, agency, change in changes:
            held[agency] += change
            if not held[agency]:
                del held[agency]
        if len(held) != number:
            number = len(held)
            marks.append(Mark(day, number, tuple(sorted(reason for reason, *_ in changes))))
    return Track(0, marks)


def _count(agreements: list[AgencyAgreement]) -> Count:
    return Count(len(agreements), len({one.agency.agency for one in agreements}))
