"""Places on many days at once: which days a query asks for, and the rows of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk, day_asked, days_for, refuse_far
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, PlaceRow, StatusRow
from jurisdictions.read.statuses import rows_on

DATES, SHAPE = "dates", "shape"
LONG, WIDE = "long", "wide"
MOST = 60
"""Days that one answer tells of: every month of five years."""


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A place on one of several days."""

    day: date
    row: StatusRow


@dataclass(frozen=True, slots=True)
class WideRow:
    """A place with its row on each of several days; of one on which it was unknown, none."""

    place: PlaceRow
    on: Mapping[date, StatusRow]


def dates_asked(as_of: AsOf, query: QueryDict, today: date) -> tuple[date, ...]:
    """The days that `dates` names, between commas, each once, in their order; () for none.

    Raises BadAsk for what is no day or too far, for more than MOST, and beside `date`.
    """
    said = [part.strip() for part in query.get(DATES, "").split(",")]
    if not any(said):
        return ()
    if query.get("date", "").strip():
        raise BadAsk(DATES, _("cannot go with date: it names every day itself"))
    limits, found = days_for(as_of, today), []
    for part in said:
        day = day_asked(DATES, part)
        if day is None:
            raise BadAsk(DATES, _("names nothing between two commas, or at an end"))
        refuse_far(DATES, day, limits)
        found.append(day)
    days = tuple(dict.fromkeys(found))
    if len(days) > MOST:
        raise BadAsk(DATES, _("names more than %(most)s days") % {"most": MOST})
    return days


def shape_asked(query: QueryDict) -> str:
    """LONG, a row for each place and day, or WIDE, a row for each place.

    Raises BadAsk for another shape, and for any without `dates`: one day has no shapes.
    """
    said = query.get(SHAPE, "").strip() or LONG
    if query.get(SHAPE, "").strip() and not query.get(DATES, "").strip():
        raise BadAsk(SHAPE, _("goes only with dates"))
    if said not in (LONG, WIDE):
        raise BadAsk(SHAPE, _("is not one of: %(words)s") % {"words": f"{LONG}, {WIDE}"})
    return said


def long_rows(
    as_of: AsOf, days: Sequence[date], rows: Callable[[AsOf], Sequence[StatusRow]]
) -> Iterator[DatedRow]:
    """The rows of each day, one day after the other; `rows` gives those of one."""
    for day in days:
        for row in rows(replace(as_of, on=day)):
            yield DatedRow(day, row)


def wide_rows(
    as_of: AsOf, days: Sequence[date], rows: Callable[[AsOf], Sequence[StatusRow]], level: str
) -> Iterator[WideRow]:
    """Each place that fits on one of the days at least, with its row on all of them, by geoid."""
    fitting = {one.row.geoid for one in long_rows(as_of, days, rows)}
    on = {day: {row.geoid: row for row in rows_on(replace(as_of, on=day), level)} for day in days}
    places = places_of(as_of)
    for geoid in sorted(fitting):
        held = {day: found[geoid] for day, found in on.items() if geoid in found}
        yield WideRow(places[geoid], held)
