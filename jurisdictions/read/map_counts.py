"""How many county equivalents read each value of a layer, on any day: counted once, day by day.

The page of a day looks its counts up; who needs the places themselves asks `read.map_day`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.maps import layer_values, value_of
from jurisdictions.read.program_reading import ProgramReading, reading_of
from jurisdictions.read.raw_spans import RawSpan
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import all_spans
from jurisdictions.status.geoids import is_county, lies_in

Read = TypeVar("Read", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many county equivalents of the nation, or of one state, read each value of the layer."""

    values: Mapping[str, int]
    limited: int
    undocumented: int | None
    total: int


def counted_on(as_of: AsOf, layer: str, state: str = "") -> Counted:
    """The counts that stand beside the map on the day: of one state (its geoid), or of all."""
    always = replace(as_of, language="", on=date.max, far_on=None)
    values = _values(always, layer, state).on(as_of.on)
    marks = _marks(always, state).on(as_of.on)
    knows_doubt = reading_of(as_of.program.slug).undocumented(()) is not None
    return Counted(
        values=values,
        limited=sum(count for mark, count in marks.items() if mark.limited),
        undocumented=(
            sum(count for mark, count in marks.items() if mark.undocumented)
            if knows_doubt
            else None
        ),
        total=sum(count for mark, count in marks.items() if not mark.gone),
    )


@dataclass(frozen=True, slots=True)
class Through(Generic[Read]):
    """Counts through time: from each of the days on, how many places read what."""

    days: tuple[date, ...]
    counts: tuple[Mapping[Read, int], ...]

    def on(self, day: date) -> Mapping[Read, int]:
        """The counts of a day."""
        at = bisect_right(self.days, day)
        return self.counts[at - 1] if at else {}


class Marks(NamedTuple):
    """What is said of a place beside its value."""

    limited: bool
    undocumented: bool
    gone: bool


@kept_once(maxsize=32)
def _values(as_of: AsOf, layer: str, state: str) -> Through[str]:
    own = reading_of(as_of.program.slug).own_turns(as_of, layer)
    if own is not None:
        initial = layer_values(as_of, layer)[0]
        places = (geoid for geoid, _spans in _by_place(as_of, state))
        return _through([(date.min, initial), *own.get(geoid, ())] for geoid in places)
    value = value_of(as_of, layer)
    return _through(
        [(span.start or date.min, str(value(span))) for span in spans]
        for _geoid, spans in _by_place(as_of, state)
    )


@kept_once(maxsize=16)
def _marks(as_of: AsOf, state: str) -> Through[Marks]:
    program = reading_of(as_of.program.slug)
    return _through(
        [(span.start or date.min, _marks_of(program, span)) for span in spans]
        for _geoid, spans in _by_place(as_of, state)
    )


def _marks_of(program: ProgramReading, span: RawSpan) -> Marks:
    return Marks(
        limited=program.hatched(span),
        undocumented=bool(program.undocumented((span,))),
        gone=program.GONE is not None and span.status == program.GONE,
    )


def _by_place(as_of: AsOf, state: str) -> Iterable[tuple[str, list[RawSpan]]]:
    """The spans of each county equivalent, of one state or of all."""
    for geoid, spans in groupby(all_spans(as_of), key=lambda span: span.geoid):
        if is_county(geoid) and (not state or lies_in(geoid, state)):
            yield geoid, list(spans)


def _through(places: Iterable[Iterable[tuple[date, Read]]]) -> Through[Read]:
    """Count places of which each reads something from its days on, in their order."""
    steps: dict[date, Counter[Read]] = {}
    for turns in places:
        last: Read | None = None
        for day, read in turns:
            if read != last:
                step = steps.setdefault(day, Counter())
                step[read] += 1
                if last is not None:
                    step[last] -= 1
            last = read
    days, counts, now = sorted(steps), [], Counter[Read]()
    for day in days:
        now.update(steps[day])
        counts.append({read: count for read, count in now.items() if count})
    return Through(tuple(days), tuple(counts))
