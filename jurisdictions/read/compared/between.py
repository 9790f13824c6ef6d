"""Every county equivalent on two days: which stand otherwise, and how many went which way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from jurisdictions.read.compared.asked import TwoDays
from jurisdictions.read.places import name_ranks, states_of
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.statuses import rows_on

Way = tuple[StrEnum, StrEnum]
"""The status on the first day, and that on the last."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A place that stands otherwise on the last day than on the first."""

    before: StatusRow
    after: StatusRow

    @property
    def way(self) -> Way:
        """From which status to which."""
        return self.before.status, self.after.status


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two days have different.

    `ways` counts every place of the states asked for, those that stand alike too; `changed` are
    those that do not, by state and name; `fitting` those of them that went the way asked for.
    `total` leaves out the places that exist on neither day.
    """

    asked: TwoDays
    ways: Mapping[Way, int]
    changed: tuple[ComparedRow, ...]
    fitting: tuple[ComparedRow, ...]
    total: int


def compared(as_of: AsOf, asked: TwoDays) -> Comparison:
    """The two days side by side. No query for an edition that is kept."""
    pairs = list(_pairs(as_of, asked))
    ways = Counter(one.way for one in pairs)
    gone = reading_of(as_of.program.slug).GONE
    changed = _in_order(as_of, (one for one in pairs if one.before.status != one.after.status))
    return Comparison(
        asked,
        ways,
        changed,
        tuple(one for one in changed if _fits(one, asked)),
        sum(number for way, number in ways.items() if set(way) != {gone}),
    )


def _pairs(as_of: AsOf, asked: TwoDays) -> Iterable[ComparedRow]:
    before, after = (
        {row.geoid: row for row in rows_on(replace(as_of, on=day), states=asked.states)}
        for day in (asked.first, asked.last)
    )
    return (ComparedRow(row, after[geoid]) for geoid, row in before.items() if geoid in after)


def _in_order(as_of: AsOf, rows: Iterable[ComparedRow]) -> tuple[ComparedRow, ...]:
    """By the names of the states, and in each by the names of the places."""
    states = {place.state: at for at, place in enumerate(states_of(as_of))}
    ranks = name_ranks(as_of)
    return tuple(sorted(rows, key=lambda one: (states[one.after.state], ranks[one.after.geoid])))


def _fits(row: ComparedRow, asked: TwoDays) -> bool:
    return (not asked.was or row.before.status == asked.was) and (
        not asked.now or row.after.status == asked.now
    )
