"""The day of a fact in words, with what it rests on: "by June 24, 2014, as a list reported".

What dates rest on is told by each program, by kind of fact: `fact_days` in its folder.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow
from jurisdictions.render.words.days import by_text, date_text, short_date_text, when_text
from jurisdictions.render.words.own_labels import own
from jurisdictions.status.dates import PartialDate


def known_by(fact: FactRow) -> bool:
    """Whether the day is only one by which the thing stood: it was that day or an earlier one."""
    return not known_by_words(fact.kind).isdisjoint({fact.basis, fact.word})


def known_by_words(kind: str) -> frozenset[str]:
    """The words of a kind of fact, and of what its days rest on, that say so."""
    found: frozenset[str] = own("KNOWN_BY", "fact_days").get(kind, frozenset())
    return found


def fact_day(fact: FactRow) -> str:
    """Its day, as precise as the record: "July 2010", "by June 24, 2014", "Date unknown"."""
    return _day(fact, date_text)


def short_fact_day(fact: FactRow) -> str:
    """The same for tables: "Jul 2010", "by Jun 24, 2014"."""
    return _day(fact, short_date_text)


def fact_when(fact: FactRow) -> str:
    """The same inside a sentence: "in July 2010", "by June 24, 2014"; empty without a date."""
    if fact.on is None:
        return ""
    return by_text(fact.on) if known_by(fact) else when_text(fact.on)


def fact_day_and_basis(fact: FactRow) -> str:
    """At the head of a fact, with what the day rests on: "By June 24, 2014, as a list reported"."""
    day = fact_day(fact)
    rests_on = own("RESTS_ON", "fact_days").get(fact.kind, {})
    if fact.on and fact.basis in rests_on:
        day = _(rests_on[fact.basis]) % {"day": day}
    return beginning_a_line(day)


def beginning_a_line(text: str) -> str:
    """The same with a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def _day(fact: FactRow, written: Callable[[date | PartialDate], str]) -> str:
    if fact.on is None:
        return _("Date unknown")
    return by_text(fact.on, written) if known_by(fact) else written(fact.on)
