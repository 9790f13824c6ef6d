"""Published figures that fell though they can only grow, or rose beyond their own pace.

A *cumulative* figure counts what happened since a day: it has a beginning. Figures are one series
when they count the same (place, metric, unit) from the same beginning, as it is written: "2009" and
"2009-05-26" are two beginnings, and nothing follows from one for the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.flags.raised import FlagKind, Raised, key_of
from jurisdictions.status.vocabulary import Qualifier

PERCENT = "percent"
CHANGES = ("-change-pct", "-change")
"""How metrics end that tell by how much another one changed between two days."""
AT_LEAST = {"", Qualifier.MORE_THAN, Qualifier.AT_LEAST}
AT_MOST = {"", Qualifier.ALMOST, Qualifier.AT_MOST, Qualifier.LESS_THAN}
"""What a source says of a number that was then really no less, or no more: "about" is neither."""
TIMES_THE_PACE = 5
"""A rise is a jump beyond so many times the pace before it."""
TIMES_THE_VALUE = 10
"""With no pace before it, beyond so many times the value before it."""
LEAST_SHARE = 10
"""A rise of less than a tenth of the value before is none."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A published number: `start` None for one of a single day, `qualifier` "" for an exact one.

    `least` and `most` are what the record itself gives for the same, None where it counts no such
    thing.
    """

    name: str
    geoid: str
    metric: str
    as_of: PartialDate
    value: int
    unit: str = ""
    start: PartialDate | None = None
    qualifier: str = ""
    least: int | None = None
    most: int | None = None


def fallen(figures: Iterable[Figure]) -> Iterator[Raised]:
    """Cumulative figures that fell: two values of a series, or a change below zero that was told.

    A value fell when it is at most less than the largest before it was at least. A change in number
    and the same in percent are one flag. A change of what is counted on single days is none.
    """
    found = list(figures)
    of_days = {one.metric for one in found if one.start is None}
    yield from _told(found, of_days)
    for series in _series(one for one in found if one.start and one.unit != PERCENT):
        top: Figure | None = None
        for figure in series:
            if top and _apart(top, figure) and _fell(top, figure):
                yield _raised(FlagKind.FIGURE_FELL, top, figure)
            if figure.qualifier in AT_LEAST and (top is None or figure.value > top.value):
                top = figure


def jumped(figures: Iterable[Figure]) -> Iterator[Raised]:
    """Figures that rose implausibly from one value of a series to the next.

    Implausible is a rise by more than TIMES_THE_PACE times the pace until then: of a cumulative
    figure since its beginning, of one that is counted on single days from the value before. Where
    there is no pace, a value of more than TIMES_THE_VALUE times the one before. Dates are read so
    that the rise is slowest. What the record's own count rose by at least half as much is none.
    """
    for series in _series(one for one in figures if one.unit != PERCENT and not _is_change(one)):
        before: Figure | None = None
        for first, then in pairwise(series):
            if _apart(first, then) and _jumped(before, first, then):
                yield _raised(FlagKind.FIGURE_JUMPED, first, then)
            before = first


def _told(figures: Iterable[Figure], of_days: set[str]) -> Iterator[Raised]:
    told: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for one in figures:
        if _is_change(one) and one.start and one.value < 0 and _changed(one) not in of_days:
            told[one.geoid, _changed(one), one.start, one.as_of].append(one)
    for (geoid, metric, start, as_of), found in told.items():
        number = sorted(found, key=lambda one: (one.unit == PERCENT, one.name))
        assert isinstance(start, PartialDate)
        assert isinstance(as_of, PartialDate)
        yield Raised(
            FlagKind.FIGURE_FELL,
            key_of(FlagKind.FIGURE_FELL, geoid, metric, start, as_of),
            str(geoid),
            tuple(one.name for one in number),
            (start, as_of),
            (number[0].value,),
            str(metric),
            number[0].unit,
        )


def _is_change(figure: Figure) -> bool:
    return figure.metric.endswith(CHANGES)


def _changed(figure: Figure) -> str:
    """What a figure of a change tells the change of."""
    end = next(end for end in CHANGES if figure.metric.endswith(end))
    return figure.metric.removesuffix(end)


def _series(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """Figures of the same from the same beginning, by day; changes are no series."""
    found: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for one in figures:
        if not _is_change(one):
            found[one.geoid, one.metric, one.unit, str(one.start or "")].append(one)
    for series in found.values():
        yield sorted(series, key=lambda one: (one.as_of.last_day, one.as_of.first_day, one.name))


def _apart(first: Figure, then: Figure) -> bool:
    """Whether the one is surely of an earlier day than the other."""
    return first.as_of.last_day < then.as_of.first_day


def _fell(first: Figure, then: Figure) -> bool:
    return then.qualifier in AT_MOST and then.value < first.value


def _jumped(before: Figure | None, first: Figure, then: Figure) -> bool:
    rise = then.value - first.value
    if rise <= 0 or rise * LEAST_SHARE < first.value or _counted_too(first, then, rise):
        return False
    days = (then.as_of.last_day - first.as_of.first_day).days
    pace = _pace(before, first)
    if pace is None:
        return then.value > TIMES_THE_VALUE * max(first.value, 1)
    gained, over = pace
    return rise * over > TIMES_THE_PACE * gained * days


def _pace(before: Figure | None, first: Figure) -> tuple[int, int] | None:
    """By how much it grew until then, and in how many days at least; None where it did not."""
    if first.start:
        gained, since = first.value, first.start.last_day
    elif before and _apart(before, first):
        gained, since = first.value - before.value, before.as_of.last_day
    else:
        return None
    days = (first.as_of.first_day - since).days
    return (gained, days) if gained > 0 and days > 0 else None


def _counted_too(first: Figure, then: Figure, rise: int) -> bool:
    """Whether the record's own count rose by at least half as much."""
    if first.least is None or then.most is None:
        return False
    return 2 * (then.most - first.least) >= rise


def _raised(kind: FlagKind, first: Figure, then: Figure) -> Raised:
    return Raised(
        kind,
        key_of(kind, then.geoid, then.metric, then.start or "", first.as_of, then.as_of),
        then.geoid,
        (first.name, then.name),
        (first.as_of, then.as_of),
        (first.value, then.value),
        then.metric,
        then.unit,
    )
