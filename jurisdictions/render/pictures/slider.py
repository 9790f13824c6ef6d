"""What stands along the day slider: the federal position as a band, federal acts, years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from jurisdictions.read.rows import FactRow
from jurisdictions.status.programs.secure_communities.vocabulary import Effect, Position


@dataclass(frozen=True, slots=True)
class Band:
    """One federal position on [start, end); `x` and `width` are percentages of the slider."""

    position: Position
    start: date
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A federal act on the slider; `weighty` ones change a position or a status."""

    fact: FactRow
    on: date
    x: str
    weighty: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year."""

    year: int
    x: str


@dataclass(frozen=True, slots=True)
class Slider:
    """The days that the slider spans, both included, and what stands along it."""

    start: date
    end: date
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]


def slider_of(
    positions: Sequence[tuple[date, Position]],
    acts: Iterable[FactRow],
    last: date,
) -> Slider:
    """Lay out the slider so that it spans the record: every act, and the day `last`.

    `positions` are the turning days of the federal position, in order.
    """
    dated = [(fact, fact.effective_on) for fact in acts if fact.effective_on]
    days = [last, *(day for day, _ in positions), *(day for _, day in dated)]
    start, end = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    marks = (
        Mark(fact, day, _percent(day, start, end), fact.word != Effect.CONTEXT)
        for fact, day in sorted(dated, key=lambda pair: pair[1])
    )
    return Slider(
        start, end, tuple(_bands(positions, start, end)), tuple(marks), tuple(_ticks(start, end))
    )


def _bands(positions: Sequence[tuple[date, Position]], start: date, end: date) -> Iterable[Band]:
    turns = [(start, Position.UNSTATED), *positions, (end + timedelta(days=1), Position.ENDED)]
    for (day, position), (until, _) in pairwise(turns):
        if until > day:
            yield Band(position, day, _percent(day, start, end), _width(day, until, start, end))


def _ticks(start: date, end: date) -> Iterable[Tick]:
    for year in range(start.year, end.year + 1):
        yield Tick(year, _percent(date(year, 1, 1), start, end))


def _percent(day: date, start: date, end: date) -> str:
    return f"{100 * (day - start).days / (end - start).days:.3f}%"


def _width(day: date, until: date, start: date, end: date) -> str:
    return f"{100 * (until - day).days / (end - start).days:.3f}%"
