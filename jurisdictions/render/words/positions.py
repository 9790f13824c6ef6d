"""The federal positions as periods, and the federal acts year by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from jurisdictions.read.headlines import headlines_of, positions_of
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs import effects_of, federal_of


@dataclass(frozen=True, slots=True)
class PositionSpan:
    """A federal position that held in [start, end); None is without bound.

    `start_on` and `end_on` are what is known of these days.
    """

    position: StrEnum
    start: date | None
    end: date | None
    start_on: PartialDate | None = None
    end_on: PartialDate | None = None

    @property
    def start_edtf(self) -> str | None:
        """The first day as files have it."""
        return str(self.start_on) if self.start_on else None

    @property
    def end_edtf(self) -> str | None:
        """The day after the last as files have it."""
        return str(self.end_on) if self.end_on else None


def position_spans(as_of: AsOf, acts: Iterable[FactRow]) -> list[PositionSpan]:
    """The positions of the program, first to last, from the days on which its headline turns.

    `acts` are its federal acts: a position is known to begin as precisely as the act behind it.
    """
    slug = as_of.program.slug
    sets_position = federal_of(slug).sets_position
    setting = {effect.value for effect in effects_of(slug) if sets_position(effect)}
    told = [act for act in acts if act.on and act.word in setting]
    told.sort(key=lambda act: -act.on.days if act.on else 0)
    known = {act.effective_on: act.on for act in told}
    # The first of a program's words is that of the days before all acts.
    spans = [PositionSpan(next(iter(positions_of(slug))), None, None)]
    # A turn begins with its day and ends with the position.
    for day, *_numbers, position in headlines_of(as_of):
        last = spans[-1]
        if position is not last.position:
            on = known.get(day) or PartialDate.of(day)
            spans[-1:] = [
                PositionSpan(last.position, last.start, day, last.start_on, on),
                PositionSpan(position, day, None, on),
            ]
    return spans


def years_of(events: Iterable[FactRow]) -> list[tuple[int | None, list[FactRow]]]:
    """The acts under their year, in order; those without a date last, under None."""

    def year(event: FactRow) -> int | None:
        return event.on.year if event.on else None

    ordered = sorted(events, key=lambda event: event.effective_on or date.max)
    return [(when, list(found)) for when, found in groupby(ordered, key=year)]
