"""When most places at once stood somehow, told from the spans of an edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import all_spans
from jurisdictions.status.geoids import is_county


@dataclass(frozen=True, slots=True)
class Height:
    """The first day on which so many county equivalents stood so; None and 0 for never."""

    number: int = 0
    day: date | None = None


def height_of(as_of: AsOf, statuses: Collection[str]) -> Height:
    """The most county equivalents that ever had one of these statuses at once; kept."""
    return _height(replace(as_of, on=date.min, language="", far_on=None), frozenset(statuses))


@kept_once(maxsize=8)
def _height(as_of: AsOf, statuses: frozenset[str]) -> Height:
    steps: Counter[date] = Counter()
    for span in all_spans(as_of):
        if is_county(span.geoid) and span.status in statuses:
            for day, step in ((span.start, 1), (span.end, -1)):
                if day:
                    steps[day] += step
    number, best = 0, Height()
    for day in sorted(steps):
        number += steps[day]
        if number > best.number:
            best = Height(number, day)
    return best
