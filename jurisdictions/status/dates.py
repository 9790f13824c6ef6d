"""Partial dates: a year, a month or a day, exactly as precise as the source."""

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


class NotADate(ValueError):
    """A text that is none of YYYY, YYYY-MM and YYYY-MM-DD, or names a day that does not exist."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day (levels 0 of EDTF: `2010`, `2010-07`, ...)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2010`, `2010-07` or `2010-07-13`; raise NotADate for anything else."""
        shape = _SHAPE.fullmatch(text)
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
        """A day that is known as such."""
        return cls(day.year, day.month, day.day)

    def covers(self, day: date) -> bool:
        """Whether the day may be the one that the date means."""
        return self.first_day <= day <= self.last_day

    @property
    def first_day(self) -> date:
        """The first day that the date covers: the day on which it takes effect."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the date covers."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __lt__(self, other: PartialDate) -> bool:
        """Earlier first day first; of two with the same first day, the less precise first."""
        return (self.first_day, str(self)) < (other.first_day, str(other))

    def __str__(self) -> str:
        """The text that `parse` reads."""
        parts = [f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n)]
        return "-".join(parts)
