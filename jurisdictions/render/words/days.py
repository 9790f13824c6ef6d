"""Days as people write them, exactly as precise as the record is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache, lru_cache, wraps
from typing import Literal, Protocol

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from django.utils.translation import get_language, gettext, pgettext

from jurisdictions.status.dates import PartialDate

Written = Callable[["date | PartialDate"], str]


def date_text(when: date | PartialDate) -> str:
    """A day, month or year in the reader's language: "July 13, 2010", "July 2010", "2010".

    Of an interval: "between May 14 and May 18, 2026".
    """
    return _day_text(when, "long", get_language() or "en")


def short_date_text(when: date | PartialDate) -> str:
    """The same, shorter, for tables and pictures: "Jul 13, 2010"."""
    return _day_text(when, "medium", get_language() or "en")


def number_text(number: int) -> str:
    """A whole number with the reader's grouping: 1,510."""
    return _number_text(number, get_language() or "en")


@lru_cache(maxsize=8192)
def _number_text(number: int, language: str) -> str:
    """Kept, for pages write the same counts again and again; a minus, no hyphen, below zero."""
    return format_decimal(number, locale=_locale_of(language)).replace("-", "−")


def days_within(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a whole day, as `date_text` or ISO writes one."""
    pieces = _days_pattern(get_language() or "en").split(text)
    return [(piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece]


@cache
def _days_pattern(language: str) -> re.Pattern[str]:
    """Any day of the language: one is written, and its numbers and its month stand for all."""
    months = "|".join(_locale_of(language).months["format"]["wide"].values())
    written = re.escape(_day_text(date(2011, 8, 5), "long", language))
    august = _locale_of(language).months["format"]["wide"][8]
    any_day = written.replace("2011", r"\d{4}").replace("5", r"\d{1,2}", 1)
    any_day = any_day.replace(august, f"(?:{months})")
    return re.compile(rf"({any_day}|\b\d{{4}}-\d{{2}}-\d{{2}}\b)")


Length = Literal["long", "medium"]
MONTHS = {"long": "yMMMM", "medium": "yMMM"}
"""What a month is written like where a day is written so."""
NO_YEAR = {"long": ("MMMM", "MMMMd"), "medium": ("MMM", "MMMd")}
"""What a month and a day are written like whose year stands beside them."""
DAY_ALONE = {"es": "d"}
"""How a day is written whose month stands beside it; a language that is not here repeats it."""


@lru_cache(maxsize=8192)
def _day_text(when: date | PartialDate, length: Length, language: str) -> str:
    """Kept, for a page writes the same few days a hundred times."""
    locale = _locale_of(language)
    if isinstance(when, PartialDate) and when.until:
        first = _beside(when.beginning, when.until, length, language)
        last = _day_text(when.until, length, language)
        pieces = {
            "first": _piece(when.beginning, first),
            "last": _piece(when.until, last),
        }
        return gettext("between %(first)s and %(last)s") % pieces
    if isinstance(when, PartialDate) and when.day is None:
        if when.month is None:
            return str(when.year)
        return format_skeleton(MONTHS[length], when.first_day, locale=locale)
    day = when.first_day if isinstance(when, PartialDate) else when
    return format_date(day, length, locale=locale)


def _beside(first: PartialDate, last: PartialDate, length: Length, language: str) -> str:
    """A date before a later one, without what the later says too: the year, perhaps the month."""
    shared = first.year == last.year and (first.day is None) == (last.day is None)
    if not shared or first.month is None or last.month is None:
        return _day_text(first, length, language)
    month, day = NO_YEAR[length]
    locale = _locale_of(language)
    if first.day is None:
        return format_date(first.first_day, month, locale=locale)
    if first.month == last.month:
        day = DAY_ALONE.get(language, day)
    return format_skeleton(day, first.first_day, locale=locale)


def _piece(when: PartialDate, text: str) -> str:
    """One of two dates; some languages put an article before a day."""
    return text if when.day is None else pgettext("one of two days", "%(day)s") % {"day": text}


@cache
def _locale_of(language: str) -> Locale:
    # Spanish here is that of the United States: 1,510, not 1.510.
    return Locale("es", "US") if language == "es" else Locale("en", "US")


class Phrase(Protocol):
    """A day inside a sentence; `written` writes the day itself."""

    def __call__(self, when: date | PartialDate, written: Written = date_text) -> str: ...


def _kept(phrase: Phrase) -> Phrase:
    """The same phrase, kept: a timeline says the same few days a hundred times."""

    @lru_cache(maxsize=4096)
    def said(language: str | None, when: date | PartialDate, written: Written) -> str:
        del language  # part of the key
        return phrase(when, written)

    @wraps(phrase)
    def text(when: date | PartialDate, written: Written = date_text) -> str:
        return said(get_language(), when, written)

    return text


@_kept
def when_text(when: date | PartialDate, written: Written = date_text) -> str:
    """The same inside a sentence: "on July 13, 2010", "in July 2010", "between … and …"."""
    return _said(when, gettext("on %(day)s"), gettext("in %(month)s"), "%(between)s", written)


@_kept
def since_text(when: date | PartialDate, written: Written = date_text) -> str:
    """Since when: "since July 13, 2010", "since July 2010", "since some day between … and …"."""
    some = gettext("since some day %(between)s")
    return _said(when, gettext("since %(day)s"), gettext("since %(month)s"), some, written)


@_kept
def from_text(when: date | PartialDate, written: Written = date_text) -> str:
    """From when: "from July 13, 2010", "from July 2010"."""
    some = gettext("from some day %(between)s")
    return _said(when, gettext("from %(day)s"), gettext("from %(month)s"), some, written)


@_kept
def until_text(when: date | PartialDate, written: Written = date_text) -> str:
    """Until when: "until July 13, 2010", "until July 2010"."""
    some = gettext("until some day %(between)s")
    return _said(when, gettext("until %(day)s"), gettext("until %(month)s"), some, written)


def period_text(
    begin: date | PartialDate, end: date | PartialDate, *, written: Written = date_text
) -> str:
    """From when to when: "from July 13, 2010 to November 20, 2014", "from 2010 to July 2014"."""
    if _between(begin) or _between(end):
        return f"{from_text(begin, written)} {until_text(end, written)}"
    if isinstance(begin, PartialDate) and begin.day is None and begin.month is not None:
        # "de enero de 2011" alone would be read as of that month.
        first = pgettext("a period from a month", "from %(month)s") % {"month": written(begin)}
        to_day = pgettext("a period from a month", "to %(day)s")
        to_month = pgettext("a period from a month", "to %(month)s")
    else:
        from_day, from_year = (
            pgettext("a period", "from %(day)s"),
            pgettext("a period", "from %(month)s"),
        )
        first = _said(begin, from_day, from_year, "", written)
        to_day, to_month = pgettext("a period", "to %(day)s"), pgettext("a period", "to %(month)s")
    return f"{first} {_said(end, to_day, to_month, '', written)}"


def _between(when: date | PartialDate) -> bool:
    return isinstance(when, PartialDate) and when.until is not None


@_kept
def by_text(when: date | PartialDate, written: Written = date_text) -> str:
    """By when at the latest: "by July 13, 2010", "by the end of July 2010"."""
    last = when.until if isinstance(when, PartialDate) and when.until else when
    return _said(last, gettext("by %(day)s"), gettext("by the end of %(month)s"), "", written)


def _said(
    when: date | PartialDate, day: str, month: str, between: str, written: Written = date_text
) -> str:
    """Some languages put an article before a day, and none before a month or a year."""
    if isinstance(when, PartialDate) and when.until:
        return between % {"between": written(when)}
    if isinstance(when, PartialDate) and when.day is None:
        return month % {"month": written(when)}
    return day % {"day": written(when)}


def moment_text(at: datetime) -> str:
    """A moment as it was in Greenwich: "July 13, 2010, 14:05 UTC"."""
    return f"{date_text(at.astimezone(UTC).date())}, {at.astimezone(UTC):%H:%M} UTC"
