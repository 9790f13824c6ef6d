"""When an agreement is in force: days in [start, end), each known as precisely as what says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.facts import AgencyAgreement

NEXT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """The first day in force, and the first day no longer; `*_on` is what is known of each.

    `end` is None while the agreement stands. Where it rests on lists alone, `end_on` is the
    interval from the last list with the agreement to the next one without it.
    """

    start: date
    start_on: PartialDate
    end: date | None = None
    end_on: PartialDate | None = None

    def covers(self, day: date) -> bool:
        """Whether the agreement is in force on the day."""
        return self.start <= day and (self.end is None or day < self.end)


def term_of(agreement: AgencyAgreement) -> Term | None:
    """The term of an agreement; None for one without a first day, or that covers no day."""
    start_on = agreement.signed_on or agreement.listed_from
    if start_on is None:
        return None
    start, (end, end_on) = start_on.first_day, end_of(agreement)
    if end is not None and end <= start:
        return None
    return Term(start, start_on, end, end_on)


def in_force(agreement: AgencyAgreement, day: date) -> bool:
    """Whether an agreement is in force on a day."""
    term = term_of(agreement)
    return term is not None and term.covers(day)


def end_of(agreement: AgencyAgreement) -> tuple[date | None, PartialDate | None]:
    """The first day on which an agreement is no longer in force, and what is known of that day."""
    if agreement.ended_on:
        return agreement.ended_on.first_day, agreement.ended_on
    if agreement.missing_from:
        return agreement.missing_from.first_day, _left_the_list(agreement, agreement.missing_from)
    if agreement.listed_until:
        day = after(agreement.listed_until)
        return day, PartialDate.of(day)
    return None, None


def after(last: PartialDate) -> date:
    """The day after the last one that a date covers, for what goes on through it."""
    return min(last.last_day, date.max - NEXT) + NEXT


def _left_the_list(agreement: AgencyAgreement, missing_from: PartialDate) -> PartialDate:
    """Between the last list that had it, or else its signing, and the first without it."""
    seen = (agreement.signed_on, agreement.listed_from, agreement.listed_until)
    last = max((on.last_day for on in seen if on), default=missing_from.first_day)
    if last >= missing_from.first_day:
        return missing_from
    return PartialDate.of(last).to(PartialDate.of(missing_from.first_day))
