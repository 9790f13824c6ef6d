"""Dates as people write them, in English or Spanish -> a partial date, or why it is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.record.uncertain_dates import lone_serial, no_date, serial_day, uncertain
from jurisdictions.record.written_intervals import LONGEST as BETWEEN_LONGEST
from jurisdictions.record.written_intervals import two_dates
from jurisdictions.status.dates import NotADate, PartialDate

MONTHS = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "septiembre", "setiembre", "set"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
"""What each month is called and shortened to, without accents."""
NAMES = frozenset(name for names in MONTHS for name in names)
MONTH_OF = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
PASSED_OVER = re.compile(
    "of|the|on|in|day|st|nd|rd|th|de|del|el|en|dia|o|er|ero|ro"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    "|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
    "|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
)
"""Words that may stand beside a date and say nothing more. Not "mar", which is March."""
MONTH_FIRST, DAY_FIRST = "mdy", "dmy"
Order = str
"""Which of two numbers before a year is the month; "" where nobody said."""
ORDER_OF: dict[str, Order] = {"es": DAY_FIRST}
"""How the languages write 13/7/2010; the others write 7/13/2010."""
LONGEST = 60
_PART = re.compile(r"[0-9]+|[a-z]+")
_SIGNS = re.compile(r"[\s,./\-'°]*")
_DASHES = str.maketrans("‐‑‒–—−’", "------'")
_TIME = re.compile(
    r"(?<=\d)(?:t|[\s,]+(?:at |a las )?)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?"
    r"\s*([ap]\.?\s*m\.?)?\s*(?:z|utc|gmt|[ecmp][sd]t|[+-]\d{2}:?\d{2})?\s*\Z"
)
_NUMBERS = re.compile(
    r"(?<![\d./-])(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{1,2})(?:\s*[./-]\s*'?|\s+'?)"
    r"(\d{4}|\d{2})(?![\d:/-])"
)
_ALONE = re.compile(r"(\d{4}|\d{6}|\d{8})(?:\.0+)?")
_MONTH_AND_YEAR = re.compile(r"[a-z]+\.?(?:[-/.]'?| ?')\d{2}")
_YEAR_DIGITS, _CENTURY_DIGITS = 4, 2
_MOST_DAYS_OR_MONTHS = 2
_PARTS = len(("7", "8", "2010"))
_MONTHS_A_YEAR = 12
_OLDEST = 90
"""Of two digits those from here on are of the nineties."""


class NotUnderstood(ValueError):
    """A text that is no date that can be recorded; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date that was read, and what was done for it."""

    date: PartialDate
    century: bool = False
    time: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """A date of numbers whose year comes last: "8/5/2011" as it may be read."""

    first: int
    second: int
    orders: frozenset[str]

    @property
    def is_open(self) -> bool:
        """Whether the two readings are two days."""
        return len(self.orders) > 1 and self.first != self.second

    @property
    def decides(self) -> str:
        """The only order in which it is a day, "" for both or none."""
        return next(iter(self.orders)) if len(self.orders) == 1 else ""


def read_written(text: str, language: str) -> PartialDate:
    """Read "July 2010", "7/13/2010", "13 de julio de 2010", "2010-07"; raise NotUnderstood.

    Also "between May 14 and May 18, 2026", "2026-05-14/2026-05-18".

    Of two numbers before the year the first is the month in English and the day in Spanish,
    unless only the other way names a day that exists.
    """
    return read_in_order(text, ORDER_OF.get(language, MONTH_FIRST)).date


def read_in_order(text: str, order: Order, last_year: int = 0) -> Written:
    """Read a date in which two numbers before the year stand in an order; raise NotUnderstood.

    With a `last_year` a year may have two digits: it is the latest that is not beyond it. Between
    two dates, "between May 14 and May 18, 2026", each is read so.
    """
    if len(text) <= BETWEEN_LONGEST and (both := two_dates(_plain(text), NAMES)):
        first, last = (_read_alone(one, order, last_year) for one in both)
        return _between(first, last)
    return _read_alone(text, order, last_year)


def _between(first: Written, last: Written) -> Written:
    try:
        between = first.date.to(last.date)
    except NotADate:
        raise NotUnderstood(_("The second of the two dates must lie after the first.")) from None
    return Written(between, first.century or last.century, first.time or last.time)


def _read_alone(text: str, order: Order, last_year: int) -> Written:
    if len(text) > LONGEST:
        raise NotUnderstood(_("Write the date alone: %(like)s.") % {"like": _like()})
    plain, timed = _without_time(_plain(text))
    if reason := no_date(plain, text.strip()):
        raise NotUnderstood(reason)
    if alone := _ALONE.fullmatch(plain):
        return Written(_alone(alone[1]), time=timed)
    if day := serial_day(plain):
        raise NotUnderstood(lone_serial(text.strip(), day))
    parts, century = _with_century(_parts(plain, text), plain, last_year)
    months = [MONTH_OF[part] for part in parts if part in MONTH_OF]
    years = [part for part in parts if part.isdigit() and len(part) == _YEAR_DIGITS]
    small = [int(part) for part in parts if part.isdigit() and len(part) < _YEAR_DIGITS]
    if len(years) > 1 or len(months) > 1:
        said = uncertain(plain, text.strip())
        raise NotUnderstood(said or _("Write one date only: of a period, its first day."))
    if not years:
        raise NotUnderstood(_("Write the year with four digits, as in 2010."))
    year = int(years[0])
    if months:
        return Written(_named_month(year, months[0], small), century, timed)
    year_first = next(part for part in parts if part.isdigit()) == years[0]
    found = _numbers(year, small, year_first=year_first, day_first=order == DAY_FIRST)
    return Written(found, century, timed)


def numbers_of(text: str, last_year: int) -> Numbers | None:
    """How the first date of numbers in a text may be read whose year comes last; None for none.

    It shows the order in which its writer puts them, also where the text says more than a date.
    """
    found = _NUMBERS.search(_without_time(_plain(text))[0])
    if found is None:
        return None
    first, second, year = found[1], found[2], found[3]
    orders = set()
    for order, month, day in ((MONTH_FIRST, first, second), (DAY_FIRST, second, first)):
        try:
            _date(_year(year, last_year), int(month), int(day))
        except NotUnderstood:
            continue
        orders.add(order)
    return Numbers(int(first), int(second), frozenset(orders)) if orders else None


def _plain(text: str) -> str:
    """A text in lower case without accents, its dashes and quotes plain."""
    folded = unicodedata.normalize("NFKD", text.translate(_DASHES).casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c)).strip()
    return plain.removeprefix("'").removesuffix(".").strip() if len(plain) > 1 else plain


def _without_time(plain: str) -> tuple[str, bool]:
    """A text without a time of day at its end, and whether that was another than midnight."""
    found = _TIME.search(plain)
    if not found:
        return plain, False
    hours, minutes, seconds, half = found.groups()
    noon = (half or "").startswith("p")
    midnight = int(hours) % (_MONTHS_A_YEAR if half else 24) == 0 and not noon
    timed = not midnight or int(minutes) > 0 or int(seconds or 0) > 0
    return plain[: found.start()], timed


def _alone(digits: str) -> PartialDate:
    """2010, 201007 or 20100713."""
    split = [digits[:4], digits[4:6], digits[6:]]
    return _date(*(int(part) if part else None for part in split))


def _parts(plain: str, text: str) -> list[str]:
    """The numbers and words of a text that matter."""
    parts = ["1" if part == "primero" else part for part in _PART.findall(plain)]
    signs = _SIGNS.sub("", _PART.sub("", plain))
    if odd := [*signs, *(part for part in parts if not _belongs(part))]:
        if reason := uncertain(plain, text.strip()):
            raise NotUnderstood(reason)
        message = _("“%(word)s” is not part of a date. Write only what is certain: %(like)s.")
        raise NotUnderstood(message % {"word": odd[0], "like": _like()})
    return parts


def _belongs(part: str) -> bool:
    if part.isdigit():
        return len(part) in {1, len("31"), _YEAR_DIGITS}
    return part in MONTH_OF or PASSED_OVER.fullmatch(part) is not None


def _with_century(parts: list[str], plain: str, last_year: int) -> tuple[list[str], bool]:
    """The parts, a year of two digits at their end written out; and whether there was one."""
    told = [part for part in parts if not PASSED_OVER.fullmatch(part)]
    if (
        not last_year
        or not told
        or any(len(part) == _YEAR_DIGITS for part in told if part.isdigit())
    ):
        return parts, False
    shape = [part.isdigit() for part in told]
    whole = len(told) == _PARTS and shape.count(True) >= _MOST_DAYS_OR_MONTHS and shape[-1]
    if len(told[-1]) == _CENTURY_DIGITS and (whole or _MONTH_AND_YEAR.fullmatch(plain)):
        return [*told[:-1], f"{_year(told[-1], last_year):04}"], True
    return parts, False


def _year(digits: str, last_year: int) -> int:
    """A year of four digits, or the one that two digits mean."""
    if len(digits) == _YEAR_DIGITS:
        return int(digits)
    century, short = last_year - last_year % 100, int(digits)
    if len(digits) != _CENTURY_DIGITS or not (short <= last_year % 100 or short >= _OLDEST):
        raise NotUnderstood(_("Write the year with four digits, as in 2010."))
    return century + short if short <= last_year % 100 else century - 100 + short


def _named_month(year: int, month: int, small: Sequence[int]) -> PartialDate:
    if len(small) > 1:
        raise NotUnderstood(_("Write one date only: of a period, its first day."))
    return _date(year, month, small[0] if small else None)


def _numbers(year: int, small: Sequence[int], *, year_first: bool, day_first: bool) -> PartialDate:
    if len(small) > _MOST_DAYS_OR_MONTHS:
        raise NotUnderstood(_("Write one date only: of a period, its first day."))
    if len(small) < _MOST_DAYS_OR_MONTHS:
        return _date(year, small[0] if small else None, None)
    month, day = small
    if year_first:
        return _date(year, month, day)
    if day_first:
        month, day = day, month
    for first, second in ((month, day), (day, month)):
        try:
            return _date(year, first, second)
        except NotUnderstood:
            continue
    raise NotUnderstood(_("There is no such day: check the day and the month."))


def _date(year: int | None, month: int | None, day: int | None) -> PartialDate:
    year = year or 0
    text = "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])
    try:
        return PartialDate.parse(text)
    except NotADate:
        pass
    if month is not None and not 1 <= month <= len(MONTHS):
        raise NotUnderstood(_("There is no month %(number)d.") % {"number": month})
    if month is not None and day is not None:
        raise NotUnderstood(_("That month has no day %(number)d.") % {"number": day})
    raise NotUnderstood(_("There is no year %(number)d.") % {"number": year})


def _like() -> str:
    """Three ways that are always understood, as the reader's language writes them."""
    return _("2010, July 2010 or July 13, 2010")
