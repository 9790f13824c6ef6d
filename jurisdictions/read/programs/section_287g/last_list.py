"""How far the record reaches where it follows lists: to the day of the last one in hand."""

from __future__ import annotations

from datetime import date

from jurisdictions.models import CapturedList
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.rows import AsOf
from jurisdictions.status.programs.section_287g.vocabulary import ListKind


def record_until(as_of: AsOf) -> date | None:
    """The day of the last list of agreements in the edition; None where there is none."""
    edition = as_of.edition
    return _until(as_of.program.slug, edition.last_change, edition.stamp)


@kept_once(maxsize=8)
def _until(program: str, last_change: int, stamp: str) -> date | None:
    del stamp
    found = CapturedList.objects.after_change(last_change).filter(
        fact__program__slug=program, kind=ListKind.PARTICIPATING.value
    )
    days = (one.listed_on for one in found.only("listed_on") if one.listed_on)
    return max((day.first_day for day in days), default=None)
