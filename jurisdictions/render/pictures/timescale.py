"""Where a day falls on a picture: even years, with the quiet years at the end drawn narrower."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

BUSY_SHARE = 0.78
"""The part of the width that the busy years take when there are quiet ones after them."""
NEAR = 10
"""Within how many years of the other days the chosen day widens the picture."""
QUIET_YEARS = 3
"""From how many quiet years on the end is drawn narrower."""


@dataclass(frozen=True, slots=True)
class Timescale:
    """Days from `start` to `end`, over `width`; after `bend` each year is narrower."""

    start: date
    bend: date
    end: date
    left: float
    width: float

    def x(self, day: date) -> float:
        """The place of a day, kept inside the picture."""
        day = min(max(day, self.start), self.end)
        share = BUSY_SHARE if self.bend < self.end else 1.0
        if day <= self.bend:
            part = _part(self.start, self.bend, day) * share
        else:
            part = share + _part(self.bend, self.end, day) * (1 - share)
        return round(self.left + part * self.width, 1)

    def years(self) -> list[tuple[int, float]]:
        """The first days of years that get a label: all busy ones, every second quiet one."""
        found = range(self.start.year, self.end.year + 1)
        return [
            (year, self.x(date(year, 1, 1)))
            for year in found
            if self.start <= date(year, 1, 1) <= self.end
            and (date(year, 1, 1) <= self.bend or (year - self.bend.year) % 3 == 0)
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
        bend = end
    return Timescale(start, bend, end, left, width)


def _near(on: date, ordered: Sequence[date]) -> bool:
    return ordered[0].year - NEAR <= on.year <= ordered[-1].year + NEAR


def _part(start: date, end: date, day: date) -> float:
    return (day - start).days / max(1, (end - start).days)
