"""What is new in an edition: statuses that differ, and what happened, as the record has it now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jurisdictions.read.agencies.rows import AgencyRow
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.rows import AsOf, PlaceRow, SourceRow, SpanRow
from jurisdictions.status.dates import PartialDate

MOST_TOLD = 25
"""Of each kind of news, what is told one by one with its sources; of the rest, only how many."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What somebody follows under a program: a place, an agency, or everything."""

    place: PlaceRow | None = None
    agency: AgencyRow | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Days in [start, end) on which a place has another status than it had before.

    `was` is None where the place was not on record. `now` is the standing, with its reasons.
    """

    place: PlaceRow
    start: date | None
    end: date | None
    was: StrEnum | None
    now: SpanRow


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened, with the sources that say so.

    `before` is the day that the record had for it, None for what is new to it; `reason` says why
    the record was changed, where somebody wrote it down.
    """

    happening: Happening
    sources: tuple[SourceRow, ...] = ()
    before: PartialDate | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """All that is new of what is followed since the edition `since`, in that of `as_of`.

    `turns` are the first of `turned`, how many there are in all.
    """

    as_of: AsOf
    since: int
    followed: Followed
    turns: tuple[Turn, ...] = ()
    turned: int = 0
    added: tuple[Told, ...] = ()
    corrected: tuple[Told, ...] = ()
    taken_back: tuple[Told, ...] = field(default=())

    @property
    def number(self) -> int:
        """How many things are told."""
        return self.turned + len(self.added) + len(self.corrected) + len(self.taken_back)
