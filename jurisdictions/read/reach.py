"""How far the record of a program reaches, and what others counted beyond."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import get_language

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.records import national_figures
from jurisdictions.read.rows import AsOf, FactRow


@dataclass(frozen=True, slots=True)
class Reach:
    """`until` is the last day on which the record is whole; `by_list`: that of a list of ICE's.

    `counted` are the numbers that ICE published of days after it, in the order of days.
    """

    until: date | None
    by_list: bool = False
    counted: tuple[FactRow, ...] = ()

    def counted_by(self, day: date) -> FactRow | None:
        """The last number published of a day up to this one; None for none."""
        known = (fact for fact in self.counted if fact.on and fact.on.last_day <= day)
        return max(
            known, key=lambda fact: (fact.on.last_day, fact.name) if fact.on else (), default=None
        )


def reach_of(as_of: AsOf) -> Reach:
    """How far the record reaches: to the last list read, or to the last day on which it turns."""
    language = as_of.language or (get_language() or "en")[:2]
    return _reach_of(replace(as_of, on=date.max, language=language))


@kept_once(maxsize=16)
def _reach_of(as_of: AsOf) -> Reach:
    slug = as_of.program.slug
    last = reading_of(slug).last_list(as_of)
    if last is None:
        return Reach(as_of.edition.record_to)
    metric = reading_of(slug).COUNTED_BY_ICE
    told = (fact for fact in national_figures(as_of) if fact.word == metric)
    return Reach(last, True, tuple(fact for fact in told if fact.on and fact.on.first_day > last))
