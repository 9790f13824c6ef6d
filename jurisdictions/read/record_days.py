"""From which day to which the record goes, and which days a reader can ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min, Q

from jurisdictions.models import Edition, PolicyEvent, Span
from jurisdictions.read.kept_once import kept_once

MARGIN_YEARS = 10
"""How far beyond the record, whole years, days can be asked for: there nothing turns any more."""


@dataclass(frozen=True, slots=True)
class Days:
    """A first and a last day, both included."""

    first: date
    last: date

    def nearest(self, day: date) -> date:
        """The day itself, or the nearest among these."""
        return min(max(day, self.first), self.last)


def record_days(edition: Edition) -> Days | None:
    """The first and the last day of which the edition tells: on which a place turns, or the
    federal government acts. None for an edition without any. Two queries, kept.
    """
    return _record_days(
        edition.program_id, edition.number, edition.last_change_id, edition.token.hex
    )


def askable_days(record: Days | None, today: date) -> Days:
    """The days that a reader can ask for: the record's own time and today, with a margin."""
    first, last = (record.first, max(record.last, today)) if record else (today, today)
    return Days(
        date(max(first.year - MARGIN_YEARS, date.min.year), 1, 1),
        date(min(last.year + MARGIN_YEARS, date.max.year), 12, 31),
    )


@kept_once(maxsize=64)
def _record_days(program: int, number: int, last_change: int, stamp: str) -> Days | None:
    del stamp  # part of the key: numbers are not unique across databases
    spans = Span.objects.filter(
        Q(last_edition__isnull=True) | Q(last_edition__gte=number),
        program_id=program,
        first_edition__lte=number,
    ).aggregate(first=Min("start"), last=Max("start"))
    acts = PolicyEvent.objects.after_change(last_change).filter(fact__program_id=program)
    days = [act.on.first_day for act in acts.only("on") if act.on]
    known = [day for day in (spans["first"], spans["last"], *days) if day]
    return Days(min(known), max(known)) if known else None
