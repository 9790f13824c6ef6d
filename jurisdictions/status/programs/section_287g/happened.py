"""What became of an agreement and when: signed, listed, renewed, ended, gone from ICE's list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.facts import AgencyAgreement
from jurisdictions.status.programs.section_287g.terms import after, end_of
from jurisdictions.status.programs.section_287g.vocabulary import Basis, Ending, Happened

Turn = tuple[Happened, date, PartialDate]
"""What happened, the day on which it counts, and that day as it is known."""
FOLLOWED = {Ending.RENEWED: Happened.RENEWED, Ending.RELABELED: Happened.RELABELED}
"""Ends of an agreement that another one goes on from."""


def turns_of(agreement: AgencyAgreement) -> Iterator[Turn]:
    """All that happened to an agreement, in the order in which an agreement runs.

    Where only lists tell of the end, that is its leaving the list; where the end is told, its
    leaving the list afterwards is told too, as another thing.
    """
    if agreement.signed_on:
        yield Happened.SIGNED, agreement.signed_on.first_day, agreement.signed_on
    if agreement.listed_from:
        yield Happened.APPEARED, agreement.listed_from.first_day, agreement.listed_from
    end, end_on = end_of(agreement)
    if end is None or end_on is None:
        return
    followed = FOLLOWED.get(agreement.ending) if agreement.ending else None
    if followed:
        yield followed, end, end_on
    elif agreement.ended_on is None:
        yield Happened.LEFT_LIST, end, end_on
    else:
        yield Happened.ENDED, end, end_on
        if gone := _gone(agreement):
            yield Happened.TAKEN_OFF, gone.first_day, gone


def not_listed_by(agreement: AgencyAgreement, day: date) -> bool:
    """Whether by a day it is known from its text alone: no list up to then had it."""
    listed = agreement.listed_from
    return agreement.basis is Basis.TEXT and (listed is None or listed.first_day > day)


def _gone(agreement: AgencyAgreement) -> PartialDate | None:
    """When a list first lacked what had ended: the next list, or the day after the last with it."""
    if agreement.missing_from:
        return agreement.missing_from
    last = agreement.listed_until
    return PartialDate.of(after(last)) if last else None
