"""The federal positions as periods, and the federal acts year by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from jurisdictions.read.rows import FactRow
from jurisdictions.status.vocabulary import Position


@dataclass(frozen=True, slots=True)
class PositionSpan:
    """A federal position that held in [start, end); None is without bound."""

    position: Position
    start: date | None
    end: date | None


def positions_of(turns: Sequence[tuple[date, int, int, Position]]) -> list[PositionSpan]:
    """The positions, first to last, from the days on which the headline turns."""
    spans = [PositionSpan(Position.UNSTATED, None, None)]
    for day, _active, _states, position in turns:
        last = spans[-1]
        if position is not last.position:
            spans[-1:] = [
                PositionSpan(last.position, last.start, day),
                PositionSpan(position, day, None),
            ]
    return spans


def years_of(events: Iterable[FactRow]) -> list[tuple[int | None, list[FactRow]]]:
    """The acts under their year, in order; those without a date last, under None."""

    def year(event: FactRow) -> int | None:
        return event.on.year if event.on else None

    ordered = sorted(events, key=lambda event: event.effective_on or date.max)
    return [(when, list(found)) for when, found in groupby(ordered, key=year)]
