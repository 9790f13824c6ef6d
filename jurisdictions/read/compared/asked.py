"""Which two days, states and statuses a query asks to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk, day_asked, days_for, refuse_far
from jurisdictions.read.happened.asked import FROM, STATE, TO, record_end, states_asked
from jurisdictions.read.program_reading import facets_of
from jurisdictions.read.rows import AsOf

WAS, NOW = "was", "now"
TAKES = (FROM, TO, STATE, WAS, NOW)
"""The parameters of the page, of its pictures and of its files."""
SEVERAL = (STATE,)
"""Those that may be given several times."""
YEARS = 1
"""Without a first day the comparison reaches back so many years."""


@dataclass(frozen=True, slots=True)
class TwoDays:
    """Two days to compare, and what of them is asked for; an empty one filters nothing.

    `states` are two-letter codes; `was` and `now` the status on the first and on the last day.
    """

    first: date
    last: date
    states: tuple[str, ...] = ()
    was: str = ""
    now: str = ""


def two_days(as_of: AsOf, query: QueryDict, today: date) -> TwoDays:
    """What a query asks to compare; raise BadAsk for what cannot be read.

    Without `to` the last day is the one on which the map opens, or `date`; without `from` the first
    is the same day a year before.
    """
    limits = days_for(as_of, today)
    asked = {name: day_asked(name, query.get(name, "")) for name in (FROM, TO)}
    for name, day in asked.items():
        refuse_far(name, day, limits)
    opens = query.get("date") or as_of.program.opening_on
    last = asked[TO] or (as_of.on if opens else record_end(as_of))
    first = asked[FROM] or _year_before(last)
    if first > last:
        raise BadAsk(FROM, _("lies after the other day, %(last)s") % {"last": last.isoformat()})
    words = statuses_of(as_of)
    was, now = (_status(query, name, words) for name in (WAS, NOW))
    return TwoDays(first, last, states_asked(as_of, query), was, now)


def statuses_of(as_of: AsOf) -> Sequence[StrEnum]:
    """The statuses of the program."""
    return tuple(facets_of(as_of.program.slug)["status"])


def _year_before(day: date) -> date:
    year = max(day.year - YEARS, date.min.year)
    # February 29 has no like in most years.
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def _status(query: QueryDict, name: str, words: Sequence[StrEnum]) -> str:
    said = query.get(name, "").strip()
    if said and said not in {word.value for word in words}:
        known = ", ".join(word.value for word in words)
        raise BadAsk(name, _("is not one of: %(words)s") % {"words": known})
    return said
