"""A published figure beside what the record itself gives for the same day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from jurisdictions.read.headlines import headline_on, numbers_of_state
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.status.geoids import NATION, is_state


def recorded_beside(as_of: AsOf, figure: FactRow) -> int | None:
    """What the record gives on the figure's day, for the metrics that it can count; else None.

    Of a day after the last list that the record rests on, its own number would be too low.
    """
    until = reading_of(as_of.program.slug).last_list(as_of)
    if figure.on is None or (until and figure.on.last_day > until):
        return None
    return counted_on(as_of, figure, figure.on.last_day)


def counted_on(as_of: AsOf, figure: FactRow, day: date) -> int | None:
    """What the record gives for the same on a day, also where it is not whole any more."""
    program = reading_of(as_of.program.slug)
    if figure.word not in program.COUNTED_AS:
        return None
    member, then = program.COUNTED_AS[figure.word], replace(as_of, on=day)
    if figure.geoid == NATION:
        return headline_on(then).numbers[program.COUNTED.index(member)]
    if is_state(figure.geoid) and member in program.COUNTED_OF_STATE:
        return numbers_of_state(then, figure.geoid)[program.COUNTED_OF_STATE.index(member)]
    return None
