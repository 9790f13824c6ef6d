"""The day in a cell of signings: as a date, as text, with a stroke left out, with a wrong year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from jurisdictions.record.uncertain_dates import EXCEL_BEGINS
from jurisdictions.record.written_dates import (
    DAY_FIRST,
    MONTH_FIRST,
    numbers_of,
    read_in_order,
)

FIRST_YEAR = 2002
"""The first agreement under the section was signed then."""
_RUN_TOGETHER = re.compile(r"(\d{1,2})[/.-]?(\d{1,2})[/.-]?(\d{4})")
_SERIAL = re.compile(r"([34]\d{4})(?:\.\d+)?")
_YEAR_FIRST = re.compile(r"(20\d{2})(\d{2})(\d{2})(?:\.0)?")
_BESIDE = re.compile(r"^(?:signed|on|:|\s)+|[\s*†‡§]+$", re.I)
"""What may stand beside a day and says nothing of it: "Signed 3/1/2025 *"."""
FEWEST_DECIDING = 2
"""Days that only exist with the day first, at least, for the whole column to be so."""
MONTHS = 12
LONG_AGO = timedelta(days=5 * 365)


def order_of_column(texts: Iterable[str], listed_on: date) -> str:
    """Whether the month or the day comes first in a column; ICE writes the month first."""
    decided = [numbers.decides for text in texts if (numbers := numbers_of(text, listed_on.year))]
    day_first = decided.count(DAY_FIRST)
    return DAY_FIRST if day_first >= FEWEST_DECIDING > decided.count(MONTH_FIRST) else MONTH_FIRST


def signing_in(
    value: str | date, listed_on: date, order: str = MONTH_FIRST
) -> tuple[date | None, bool]:
    """The day of a cell, None where it holds none, and whether it was read as written.

    Raises ValueError for a text that is no day.
    """
    if isinstance(value, date):
        return _in_time(value, listed_on)
    text = _BESIDE.sub("", " ".join(value.split()))
    if serial := _SERIAL.fullmatch(text):
        return _in_time(date.fromordinal(EXCEL_BEGINS + int(serial[1])), listed_on)
    if year_first := _YEAR_FIRST.fullmatch(text):
        return _in_time_parts(int(year_first[1]), int(year_first[2]), int(year_first[3]), listed_on)
    if order == MONTH_FIRST and (run := _RUN_TOGETHER.fullmatch(text)):
        month, day, year = map(int, run.groups())
        if month <= MONTHS:
            found, plain = _in_time_parts(year, month, day, listed_on)
            return found, plain and text.count("/") == 2
    written = read_in_order(text, order, listed_on.year).date
    found, plain = _in_time(written.first_day, listed_on)
    numbers = numbers_of(text, listed_on.year)
    return found, plain and (numbers is None or order in numbers.orders)


def _in_time_parts(year: int, month: int, day: int, listed_on: date) -> tuple[date, bool]:
    if not date.min.year <= year <= date.max.year:
        raise ValueError(year)
    return _in_time(date(year, month, day), listed_on)


def _in_time(day: date, listed_on: date) -> tuple[date, bool]:
    """A day in the years of agreements; of a year that cannot be, one digit is wrong."""
    if day.year >= FIRST_YEAR and day <= listed_on + timedelta(days=366):
        return day, True
    for year in range(listed_on.year, FIRST_YEAR - 1, -1):
        if _one_digit_apart(year, day.year) and (found := in_year(day, year)) <= listed_on:
            return found, False
    raise ValueError(day)


def in_year(day: date, year: int) -> date:
    """The same day of another year."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def likelier_year(signed: date, listed_on: date) -> date:
    """The day in the list's year, for one of long ago on a list that has it for the first time.

    One digit must tell the years apart, and the day may not lie after the list.
    """
    meant = in_year(signed, listed_on.year)
    new = listed_on - signed >= LONG_AGO and meant <= listed_on
    return meant if new and _one_digit_apart(signed.year, listed_on.year) else signed


def _one_digit_apart(one: int, other: int) -> bool:
    pairs = zip(f"{one:04}", f"{other:04}", strict=True)
    return sum(a != b for a, b in pairs) == 1
