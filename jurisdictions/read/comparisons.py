"""A published figure beside what the record itself gives for the same day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from jurisdictions.read.headlines import headline_on
from jurisdictions.read.places import members_of
from jurisdictions.read.programs import reading_of
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.read.spans import spans_on
from jurisdictions.read.summary import headline_days, is_active
from jurisdictions.status.geoids import NATION

ACTIVE = "active-jurisdictions"
STATES_ACTIVE = "states-with-active-jurisdictions"


def recorded_beside(as_of: AsOf, figure: FactRow) -> int | None:
    """What the record gives on the figure's day, for the metrics that it can count; else None."""
    if figure.on is None:
        return None
    if reading_of(as_of.program.slug).COUNTED_BY_ICE:
        return _counted(as_of, figure, figure.on.last_day)
    if figure.geoid != NATION:
        return _active_in(as_of, figure) if figure.word == ACTIVE else None
    day = figure.on.last_day
    turned = [turn for turn in headline_days(as_of) if turn[0] <= day]
    active, states = (turned[-1][1], turned[-1][2]) if turned else (0, 0)
    return {ACTIVE: active, STATES_ACTIVE: states}.get(figure.word)


def _counted(as_of: AsOf, figure: FactRow, day: date) -> int | None:
    """The program's own number of the nation; of days after its last list it would be too low."""
    program = reading_of(as_of.program.slug)
    until = program.last_list(as_of)
    told = figure.geoid == NATION and figure.word == program.COUNTED_BY_ICE
    if not told or until is None or day > until:
        return None
    numbers = headline_on(replace(as_of, on=day)).numbers
    return numbers[program.COUNTED.index(program.COUNTED_BY_ICE)]


def _active_in(as_of: AsOf, figure: FactRow) -> int:
    assert figure.on is not None  # noqa: S101 - checked by the caller
    then = replace(as_of, on=figure.on.last_day)
    inside = (place.geoid for place in members_of(as_of, figure.geoid))
    return sum(is_active(span) for span in spans_on(then, inside))
