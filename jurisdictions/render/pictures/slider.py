"""What stands along the day slider: the federal position as a band, acts and laws, years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from jurisdictions.read.rows import FactRow
from jurisdictions.render.pictures.act_names import ActName, Turn, named_acts
from jurisdictions.render.words.labels import word_label
from jurisdictions.status.vocabulary import NO_EFFECT

Knots = tuple[tuple[date, float], ...]
"""Days and their places in percent, both rising; between two of them days stand equally far."""


@dataclass(frozen=True, slots=True)
class Band:
    """One federal position on [start, end); `x` and `width` are percentages of the slider."""

    position: StrEnum
    start: date
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A federal act or a state's law ; `weighty` acts change a position or a status."""

    fact: FactRow
    on: date
    x: str
    weighty: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year; `told` with its number, `wide_only` where there is room."""

    year: int
    x: str
    told: bool = True
    wide_only: bool = False


@dataclass(frozen=True, slots=True)
class Slider:
    """The days that the slider spans, both included, and what stands along it."""

    start: date
    end: date
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    knots: Knots
    names: tuple[ActName, ...]

    @property
    def rows(self) -> int:
        """How many rows of names stand above the band."""
        return max((name.row + 1 for name in self.names), default=0)


def slider_of(
    positions: Sequence[tuple[date, StrEnum]],
    acts: Iterable[FactRow],
    last: date,
    scale: Sequence[tuple[int, float]] = (),
) -> Slider:
    """Lay out the slider so that it spans the record: every act, and the day `last`.

    `positions` are the turning days of the federal position, in order, the first before all of
    them. `scale`: years and their places in percent, where years do not stand equally far apart.
    """
    dated = [(fact, fact.effective_on) for fact in acts if fact.effective_on]
    days = [last, *(day for day, _ in positions[1:]), *(day for _, day in dated)]
    start, end = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    knots = _knots(scale, start, end)
    marks = tuple(
        Mark(fact, day, f"{place_of(knots, day):.3f}%", _weighty(fact))
        for fact, day in sorted(dated, key=lambda pair: pair[1])
    )
    bands = tuple(_bands(positions, start, end, knots))
    ticks = tuple(_ticks(start, end, knots))
    return Slider(start, end, bands, marks, ticks, knots, named_acts(_turns(bands, marks)))


def _turns(bands: Iterable[Band], marks: Sequence[Mark]) -> Iterable[Turn]:
    """The acts that began a position, called what they did; of several on a day the last."""
    acts = {mark.on: mark for mark in marks if mark.weighty}
    for band in bands:
        if act := acts.get(band.start):
            name = word_label(act.fact.kind, act.fact.word)
            yield Turn(name, float(band.x.rstrip("%")), float(band.width.rstrip("%")))


def place_of(knots: Knots, day: date) -> float:
    """Where a day stands, in percent; days beyond stand at the ends."""
    if day <= knots[0][0]:
        return knots[0][1]
    for (first, left), (last, right) in pairwise(knots):
        if day <= last:
            return left + (right - left) * (day - first).days / max(1, (last - first).days)
    return knots[-1][1]


def _knots(scale: Sequence[tuple[int, float]], start: date, end: date) -> Knots:
    """The scale within the days of the slider, stretched to fill it."""
    if not scale:
        return ((start, 0.0), (end, 100.0))
    whole = tuple((date(year, 1, 1), float(at)) for year, at in scale)
    if end > whole[-1][0]:
        # Years to come are as wide as the last: the others make room for them.
        (before, left), (last, right) = whole[-2:]
        whole = (*whole[:-1], (end, left + (right - left) * (end - before) / (last - before)))
    low, high = place_of(whole, start), place_of(whole, end)
    inner = [(day, at) for day, at in whole if start < day < end]
    stretched = [(day, 100 * (at - low) / (high - low)) for day, at in inner]
    return ((start, 0.0), *stretched, (end, 100.0))


def _weighty(fact: FactRow) -> bool:
    return fact.kind == "policy_event" and fact.word != NO_EFFECT


def _bands(
    positions: Sequence[tuple[date, StrEnum]], start: date, end: date, knots: Knots
) -> Iterable[Band]:
    (_always, first), *turned = positions
    turns = [(start, first), *turned, (end + timedelta(days=1), first)]
    for (day, position), (until, _) in pairwise(turns):
        if until > day:
            left = place_of(knots, day)
            width = _end_of(knots, until, end) - left
            yield Band(position, day, f"{left:.3f}%", f"{width:.3f}%")


def _end_of(knots: Knots, until: date, end: date) -> float:
    """The place of the day after a band, a day's width beyond the end for the last."""
    if until <= end:
        return place_of(knots, until)
    (before, left), (last, right) = knots[-2:]
    return 100.0 + (right - left) / max(1, (last - before).days)


ROOM, NARROW_ROOM = 4.5, 9.0
"""How far apart, in percent, the numbers of years must be, on a wide page and on a phone."""


def _ticks(start: date, end: date, knots: Knots) -> Iterable[Tick]:
    at = {year: place_of(knots, date(year, 1, 1)) for year in range(start.year, end.year + 1)}
    bends = [day.year for day, _at in knots[:-1]]
    told = _with_room(bends, at, ROOM)
    narrow = _with_room([year for year in bends if year in told], at, NARROW_ROOM)
    for year, place in at.items():
        yield Tick(year, f"{place:.3f}%", year in told, year not in narrow)


def _with_room(first: Iterable[int], at: dict[int, float], room: float) -> set[int]:
    """The years whose numbers fit `room` apart, those where the scale bends before the others."""
    found: set[int] = set()
    for year in (*first, *at):
        if all(abs(at[year] - at[other]) >= room for other in found):
            found.add(year)
    return found
