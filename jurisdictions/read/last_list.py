"""How far the record reaches where it follows lists: to the day of the last one in hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from jurisdictions.models import CapturedList
from jurisdictions.read.records import national_figures
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.status.programs.section_287g.vocabulary import ListKind

COUNTED = "agreements"
"""The metric of published counts of what is in force."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """A day after the last list: `until` is the day of that list.

    `counted` is the latest published count of a day after it, up to the day that is asked for;
    None where none is on record.
    """

    until: date
    counted: FactRow | None


def record_until(as_of: AsOf) -> date | None:
    """The day of the last list of agreements in the edition; None where there is none."""
    edition = as_of.edition
    return _until(as_of.program.slug, edition.last_change, edition.stamp)


def beyond_the_record(as_of: AsOf) -> Beyond | None:
    """What is to be said of a day after the last list; None for days that the record holds.

    Three queries for an edition, then none.
    """
    until = record_until(as_of)
    if until is None or as_of.on <= until:
        return None
    later = [
        one
        for one in _counts(replace(as_of, on=date.min))
        if one.on and until < one.on.first_day and one.on.last_day <= as_of.on
    ]
    return Beyond(until, max(later, key=lambda one: one.effective_on or date.min, default=None))


@lru_cache(maxsize=8)
def _counts(as_of: AsOf) -> tuple[FactRow, ...]:
    return tuple(one for one in national_figures(as_of) if one.word == COUNTED)


@lru_cache(maxsize=8)
def _until(program: str, last_change: int, stamp: str) -> date | None:
    del stamp
    found = CapturedList.objects.after_change(last_change).filter(
        fact__program__slug=program, kind=ListKind.PARTICIPATING.value
    )
    days = (one.listed_on for one in found.only("listed_on") if one.listed_on)
    return max((day.first_day for day in days), default=None)
