"""Applications of local agencies: pending while a list of ICE's has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.facts import Application
from jurisdictions.status.programs.section_287g.highest import Period, highest
from jurisdictions.status.programs.section_287g.terms import after
from jurisdictions.status.programs.section_287g.vocabulary import ApplicationStanding
from jurisdictions.status.tracks import Reason, Track

LEVELS = tuple(ApplicationStanding)


def applications(facts: Iterable[Application]) -> Track[ApplicationStanding]:
    """Whether any stands on a pending list: from `pending_from` through `pending_until`."""
    return highest(_periods(facts), LEVELS)


def _periods(facts: Iterable[Application]) -> Iterator[Period[ApplicationStanding]]:
    for order, fact in enumerate(facts):
        if fact.pending_from is None:
            continue
        first = fact.pending_from.first_day
        begins, ends = Reason(first, False, order, fact.name, fact.pending_from), None
        if fact.pending_until is not None:
            day = after(fact.pending_until)
            ends = Reason(day, False, order, fact.name, PartialDate.of(day))
            if day <= first:
                continue
        yield Period(ApplicationStanding.PENDING, begins, ends)
