"""Dates as people write them, in English or Spanish -> a partial date, or why it is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from django.utils.translation import gettext as _

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
MONTH_OF = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
PASSED_OVER = re.compile(
    "of|the|on|in|day|st|nd|rd|th|de|del|el|en|dia|o|er"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    "|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
    "|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
)
"""Words that may stand beside a date and say nothing more. Not "mar", which is March."""
DAY_FIRST = frozenset({"es"})
"""Languages that write 13/7/2010; the others write 7/13/2010."""
LONGEST = 60
_PART = re.compile(r"[0-9]+|[a-z]+")
_SIGNS = re.compile(r"[\s,./\-'°]*")
_DASHES = str.maketrans("‐‑‒–—−’", "------'")
_YEAR_DIGITS = 4
_MOST_DAYS_OR_MONTHS = 2


class NotUnderstood(ValueError):
    """A text that is no date that can be recorded; the message says what to write instead."""


def read_written(text: str, language: str) -> PartialDate:
    """Read "July 2010", "7/13/2010", "13 de julio de 2010", "2010-07"; raise NotUnderstood.

    Of two numbers before the year the first is the month in English and the day in Spanish,
    unless only the other way names a day that exists.
    """
    parts = _parts(text)
    months = [MONTH_OF[part] for part in parts if part in MONTH_OF]
    years = [part for part in parts if part.isdigit() and len(part) == _YEAR_DIGITS]
    small = [int(part) for part in parts if part.isdigit() and len(part) < _YEAR_DIGITS]
    if len(years) > 1 or len(months) > 1:
        raise NotUnderstood(_("Write one date only: of a period, its first day."))
    if not years:
        raise NotUnderstood(_("Write the year with four digits, as in 2010."))
    year = int(years[0])
    if months:
        return _named_month(year, months[0], small)
    year_first = next(part for part in parts if part.isdigit()) == years[0]
    return _numbers(year, small, year_first=year_first, day_first=language in DAY_FIRST)


def _parts(text: str) -> list[str]:
    """The numbers and words of a text that matter, in plain lower-case letters."""
    if len(text) > LONGEST:
        raise NotUnderstood(_("Write the date alone: %(like)s.") % {"like": _like()})
    plain = unicodedata.normalize("NFKD", text.translate(_DASHES).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    parts = ["1" if part == "primero" else part for part in _PART.findall(plain)]
    signs = _SIGNS.sub("", _PART.sub("", plain))
    if odd := [*signs, *(part for part in parts if not _belongs(part))]:
        message = _("“%(word)s” is not part of a date. Write only what is certain: %(like)s.")
        raise NotUnderstood(message % {"word": odd[0], "like": _like()})
    return parts


def _belongs(part: str) -> bool:
    if part.isdigit():
        return len(part) in {1, len("31"), _YEAR_DIGITS}
    return part in MONTH_OF or PASSED_OVER.fullmatch(part) is not None


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


def _date(year: int, month: int | None, day: int | None) -> PartialDate:
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
