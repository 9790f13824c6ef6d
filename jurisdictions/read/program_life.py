"""When a program began and ended, by its federal positions, and how far its record reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurisdictions.read.headlines import headlines_of, positions_of
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf

OVER = "ended"
"""The federal position of a program that is over, in whichever program's words."""


@dataclass(frozen=True, slots=True)
class ProgramLife:
    """`began`: the first day on which a federal act counts; `ended`: that of the last end.

    `ended` is None while the program goes on, or where it was taken up again. `record_until` is the
    day of the last list that was read, None for a record that follows none.
    """

    began: date | None
    ended: date | None
    record_until: date | None


def life_of(as_of: AsOf) -> ProgramLife:
    """The life of a program as its edition tells it."""
    before = next(iter(positions_of(as_of.program.slug)))
    began = ended = None
    for day, _numbers, position in headlines_of(as_of):
        if began is None and position is not before:
            began = day
        if position != OVER:
            ended = None
        elif ended is None:
            ended = day
    return ProgramLife(began, ended, reading_of(as_of.program.slug).last_list(as_of))
