"""The county equivalents whose status on a day only became known later, and how many they are."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jurisdictions.models import Program
from jurisdictions.publish.derive import load_facts
from jurisdictions.publish.known_later import Later, derive_later
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.places import name_ranks, places_of, states_of
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.statuses import rows_on
from jurisdictions.status.geoids import NATION, state_of

Days = Sequence[tuple[date, int]]
"""From each day on, how many places: first to last, each another number than the one before."""


@dataclass(frozen=True, slots=True)
class LaterRow:
    """A place that read `then` by what was public on the day, and reads `now` by all facts."""

    place: PlaceRow
    then: StrEnum
    now: StrEnum


def known_later(as_of: AsOf, states: Sequence[str] = ()) -> tuple[LaterRow, ...]:
    """The places of which more became known, by state and name; of these states, if any are named.

    The first time a second's work for an edition, then none.
    """
    places = places_of(as_of)
    found = [
        LaterRow(places[geoid], one.then, one.now)
        for geoid, periods in _later_in(as_of).items()
        if geoid in places and (not states or places[geoid].state in states)
        for one in periods
        if one.start <= as_of.on < one.end
    ]
    order = {place.state: at for at, place in enumerate(states_of(as_of))}
    ranks = name_ranks(as_of)
    return tuple(sorted(found, key=lambda row: (order[row.place.state], ranks[row.place.geoid])))


def how_many_later(as_of: AsOf, state: str = "") -> int:
    """How many they are: of a state (its geoid), or of all."""
    days = later_days(as_of).get(state or NATION, ())
    at = bisect_right(days, as_of.on, key=lambda one: one[0])
    return days[at - 1][1] if at else 0


def telling_day(as_of: AsOf, state: str = "") -> date | None:
    """The first day of which most became known later: of a state (its geoid), or of all.

    None where all was known at once.
    """
    days = later_days(as_of).get(state or NATION, ())
    day, number = max(days, key=lambda one: (one[1], -one[0].toordinal()), default=(None, 0))
    return day if number else None


def of_how_many(as_of: AsOf, states: Sequence[str] = ()) -> int:
    """How many county equivalents there are on the day, in these states or in all."""
    gone = reading_of(as_of.program.slug).GONE
    return sum(row.status != gone for row in rows_on(as_of, states=states))


def later_days(as_of: AsOf) -> Mapping[str, Days]:
    """How many places on which days, by the geoid of the state, and of the nation; kept."""
    edition = as_of.edition
    return _days(as_of.program.slug, edition.last_change, edition.stamp, as_of.known_on)


@kept_once(maxsize=8)
def _days(program: str, last_change: int, stamp: str, known_on: date | None) -> Mapping[str, Days]:
    steps: dict[str, Counter[date]] = defaultdict(Counter)
    for geoid, periods in _later(program, last_change, stamp, known_on).items():
        for one in periods:
            for around in (NATION, state_of(geoid)):
                steps[around][one.start] += 1
                steps[around][one.end] -= 1
    return {around: _summed(found) for around, found in steps.items()}


def _summed(steps: Counter[date]) -> list[tuple[date, int]]:
    found, number = [], 0
    for day, step in sorted(steps.items()):
        if step:
            number += step
            found.append((day, number))
    return found


def _later_in(as_of: AsOf) -> Mapping[str, tuple[Later, ...]]:
    edition = as_of.edition
    return _later(as_of.program.slug, edition.last_change, edition.stamp, as_of.known_on)


@kept_once(maxsize=4)
def _later(
    program: str, last_change: int, stamp: str, known_on: date | None
) -> Mapping[str, tuple[Later, ...]]:
    """An edition never changes: asked of the rule once."""
    del stamp
    loaded = load_facts(Program.objects.get(slug=program), last_change)
    return dict(derive_later(program, loaded, known_on))
