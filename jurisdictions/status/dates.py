"""Partial dates: a year, a month, a day, or between two of these; as precise as the source."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@lru_cache(maxsize=8192)
def read_edtf(text: str) -> PartialDate | None:
    """A date as it is stored and published, None for an empty text. Kept: the same days recur."""
    return PartialDate.parse(text) if text else None


@lru_cache(maxsize=8192)
def first_day(text: str) -> date | None:
    """The first day that such a text covers, to sort and count by; None for an empty one."""
    when = read_edtf(text)
    return when.first_day if when else None


LONGEST = len("2026-05-14/2026-05-18")
"""How many characters a date as it is stored and published has at most."""
BETWEEN = "/"


class NotADate(ValueError):
    """A text that is none of YYYY, YYYY-MM and YYYY-MM-DD, or names a day that does not exist.

    Or the second of two such dates does not lie after the first.
    """


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day (level 0 of EDTF: `2010`, `2010-07`, ...).

    With `until`, which never has one itself, some day between the two, both counted in: an
    interval of EDTF, `2026-05-14/2026-05-18`.
    """

    year: int
    month: int | None = None
    day: int | None = None
    until: PartialDate | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2010`, `2010-07`, `2010-07-13` or two of these with a slash between.

        Raise NotADate for anything else. Twice the same date is that date.
        """
        first, slash, last = text.partition(BETWEEN)
        if not slash:
            return cls._parse_alone(text, text)
        return cls._parse_alone(first, text).to(cls._parse_alone(last, text))

    @classmethod
    def _parse_alone(cls, part: str, text: str) -> PartialDate:
        shape = _SHAPE.fullmatch(part)
        if shape is None:
            raise NotADate(f"{text!r} is not a date such as 2010, 2010-07 or 2010-07-13")
        year, month, day = (int(part) if part else None for part in shape.groups())
        assert year is not None
        try:
            date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            raise NotADate(f"{text!r} is a day that does not exist") from None
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A day that is known as such. Kept: tens of thousands of spans turn on the same days."""
        return _of(day)

    def to(self, last: PartialDate) -> PartialDate:
        """Some day between this date and another; raise NotADate unless that lies after it."""
        if self == last:
            return self
        if self.until or last.until or self.last_day >= last.first_day:
            raise NotADate(f"'{self}{BETWEEN}{last}' does not end after it begins")
        return PartialDate(self.year, self.month, self.day, last)

    def covers(self, day: date) -> bool:
        """Whether the day may be the one that the date means."""
        return self.first_day <= day <= self.last_day

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self.day is not None and self.until is None

    @property
    def beginning(self) -> PartialDate:
        """Itself, or of two dates the first."""
        return PartialDate(self.year, self.month, self.day) if self.until else self

    @property
    def first_day(self) -> date:
        """The first day that the date covers: the day on which it takes effect."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the date covers."""
        if self.until:
            return self.until.last_day
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def days(self) -> int:
        """How many days it covers: the fewer, the more precisely it is known."""
        if self.is_day:
            return 1
        return self.last_day.toordinal() - self.first_day.toordinal() + 1

    def __lt__(self, other: PartialDate) -> bool:
        """Earlier first day first; of two with the same first day, the less precise first."""
        return self._turn < other._turn

    @property
    def _turn(self) -> tuple[date, int, str]:
        return self.first_day, -self.days, str(self)

    def __str__(self) -> str:
        """The text that `parse` reads."""
        parts = [f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n)]
        return "-".join(parts) + (f"{BETWEEN}{self.until}" if self.until else "")


@lru_cache(maxsize=8192)
def _of(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
