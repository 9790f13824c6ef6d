"""The highest level that stands: a fold of periods, each with its level, into one track."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.tracks import Mark, Reason, Track

Level = TypeVar("Level")


class Period(NamedTuple, Generic[Level]):
    """A fact stands at a level in [begins.day, ends.day); without an end it stands for good."""

    level: Level
    begins: Reason
    ends: Reason | None = None


@dataclass(frozen=True, slots=True)
class Turn(Mark[Level]):
    """A mark that knows how precisely its day is known: its reasons may be older than it is."""

    turned_on: PartialDate

    @property
    def on(self) -> PartialDate:
        """What is known of the day."""
        return self.turned_on


Kind = Callable[[Level], object]


def highest(
    periods: Iterable[Period[Level]],
    levels: Sequence[Level],
    kind: Kind[Level] | None = None,
) -> Track[Level]:
    """What stands highest on each day; `levels` from the top, the last for when nothing stands.

    The reasons are what stands at that level, or at one of the same `kind`, when it becomes the
    highest, in order of effect. A day on which the last of those at the level ends is a turn too,
    though others hold it. One sort and one pass: the cost grows with the periods, not with how
    many of them stand together.
    """
    kind = kind or _itself
    days: dict[date, _Day[Level]] = defaultdict(_Day)
    for period in periods:
        days[period.begins.day].begun.append(period)
        if period.ends:
            days[period.ends.day].ended.append(period)
    standing: dict[Level, dict[Reason, None]] = {level: {} for level in levels}
    value, named = levels[-1], set[Reason]()
    marks: list[Mark[Level]] = []
    for day, turns in sorted(days.items(), key=lambda pair: pair[0]):
        stood = [level for level in levels if standing[level]]
        for period in turns.begun:
            standing[period.level][period.begins] = None
        for period in turns.ended:
            del standing[period.level][period.begins]
            named.discard(period.begins)
        before, value = value, next((one for one in levels if standing[one]), levels[-1])
        if value == before and (named or value == levels[-1]):
            continue
        named = set(standing[value])
        alike = (standing[one] for one in levels if kind(one) == kind(value))
        known = turns.known((before, value), levels, stood, kind)
        marks.append(Turn(day, value, tuple(sorted(chain.from_iterable(alike))), known))
    return Track(levels[-1], marks)


@dataclass(slots=True)
class _Day(Generic[Level]):
    """What begins and what ends on one day."""

    begun: list[Period[Level]] = field(default_factory=list)
    ended: list[Period[Level]] = field(default_factory=list)

    def known(
        self,
        turn: tuple[Level, Level],
        levels: Sequence[Level],
        stood: Iterable[Level],
        kind: Kind[Level],
    ) -> PartialDate:
        """What is known of the day on which the highest turned from the one to the other.

        Any one that began the level tells the day; where a higher level fell, all its ends had
        to come, so that it is known no better than the least known of them. The kind is what
        counts, unless it stays the same.
        """
        before, value = turn
        if kind(before) == kind(value):
            kind = _itself
        told: list[PartialDate] = []
        if kind(value) not in {kind(one) for one in stood}:
            begun = [one.begins.on for one in self.begun if kind(one.level) == kind(value)]
            told += sorted(begun, key=_days)[:1]
        if levels.index(value) >= levels.index(before):
            ended = (one for one in self.ended if kind(one.level) == kind(before))
            told += [one.ends.on for one in ended if one.ends]
        return max(told, key=_days)


def _itself(level: Level) -> object:
    return level


def _days(on: PartialDate) -> int:
    return on.days
