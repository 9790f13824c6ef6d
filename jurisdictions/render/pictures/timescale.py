"""Where a day falls on a picture: even years, with quiet years narrower than busy ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

BUSY_SHARE = 0.78
"""The part of the width that the busy years take when there are quiet ones after them."""
NEAR = 10
"""Within how many years of the other days the chosen day widens the picture."""
QUIET_YEARS = 3
"""From how many quiet years on the end is drawn narrower."""
LABEL_APART = 34
"""Labels of years on a program's own scale stand at least so far apart."""

Years = Sequence[tuple[int, int]]
"""A program's own scale: years, and where they fall in percent of the time that it spans."""


@dataclass(frozen=True, slots=True)
class Timescale:
    """Days over `width`: even between `steps`, each a day and its part of the width.

    `own`: the steps are those that the program declares for all places.
    """

    steps: tuple[tuple[date, float], ...]
    left: float
    width: float
    own: bool = False

    @property
    def start(self) -> date:
        """The first day of the picture."""
        return self.steps[0][0]

    @property
    def end(self) -> date:
        """The day after the last."""
        return self.steps[-1][0]

    @property
    def bend(self) -> date:
        """From where on each year is narrower; the end where none is, or all differ anyway."""
        return self.end if self.own or len(self.steps) == 2 else self.steps[1][0]

    def x(self, day: date) -> float:
        """The place of a day, kept inside the picture."""
        day = min(max(day, self.start), self.end)
        begin, stop = next(pair for pair in pairwise(self.steps) if day <= pair[1][0])
        part = begin[1] + _part(begin[0], stop[0], day) * (stop[1] - begin[1])
        return round(self.left + part * self.width, 1)

    def ended(self, last: date) -> Timescale:
        """The same without what lies after a day, drawn as wide; the same for one outside of it."""
        if not self.start < last < self.end:
            return self
        begin, stop = next(pair for pair in pairwise(self.steps) if last <= pair[1][0])
        whole = begin[1] + _part(begin[0], stop[0], last) * (stop[1] - begin[1])
        kept = [*((day, part) for day, part in self.steps if day < last), (last, whole)]
        return replace(self, steps=tuple((day, part / whole) for day, part in kept))

    def years(self) -> list[tuple[int, float]]:
        """The first days of years that get a label: all that have room for it."""
        found = [
            (year, self.x(date(year, 1, 1)))
            for year in range(self.start.year, self.end.year + 1)
            if self.start <= date(year, 1, 1) <= self.end
        ]
        if self.own:
            # The last one begins where the picture ends.
            return _with_room([(year, x) for year, x in found if date(year, 1, 1) < self.end])
        return [
            (year, x)
            for year, x in found
            if date(year, 1, 1) <= self.bend or (year - self.bend.year) % 3 == 0
        ]


def timescale(days: Iterable[date], left: float, width: float, on: date | None = None) -> Timescale:
    """The scale for a picture on which these days must be seen, and `on` unless it is far off.

    A day many years before or after all others would leave no room for them: it stands at the
    edge. At least one day must be given.
    """
    ordered = sorted(days)
    if on and (not ordered or _near(on, ordered)):
        ordered = sorted([*ordered, on])
    start = date(ordered[0].year, 1, 1)
    end = date(min(ordered[-1].year + 1, date.max.year), 1, 1)
    busy = ordered[max(0, int(len(ordered) * 0.9) - 1)]
    bend = date(min(busy.year + 1, end.year), 1, 1)
    if end.year - bend.year < QUIET_YEARS or _part(start, end, bend) >= BUSY_SHARE:
        return Timescale(((start, 0.0), (end, 1.0)), left, width)
    return Timescale(((start, 0.0), (bend, BUSY_SHARE), (end, 1.0)), left, width)


def own_timescale(years: Years, left: float, width: float, last: date) -> Timescale:
    """A program's own scale, the same for every place, to the end of the year of `last`.

    A day outside of it stands at the edge, but a last day near its end lengthens it.
    """
    steps = [(date(year, 1, 1), part / 100) for year, part in years]
    end = date(min(last.year + 1, date.max.year), 1, 1)
    if steps[-1][0] < end and last.year < steps[-1][0].year + NEAR:
        a_year = (steps[-1][1] - steps[-2][1]) / (steps[-1][0].year - steps[-2][0].year)
        more = a_year / 4 * (end.year - steps[-1][0].year)
        steps.append((end, steps[-1][1] + more))
    whole = steps[-1][1]
    return Timescale(tuple((day, part / whole) for day, part in steps), left, width, own=True)


def _with_room(years: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    for year, x in years:
        if not found or x - found[-1][1] >= LABEL_APART:
            found.append((year, x))
    return found


def _near(on: date, ordered: Sequence[date]) -> bool:
    return ordered[0].year - NEAR <= on.year <= ordered[-1].year + NEAR


def _part(start: date, end: date, day: date) -> float:
    return (day - start).days / max(1, (end - start).days)
