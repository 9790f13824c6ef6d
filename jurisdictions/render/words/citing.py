"""The facts that rest on a source, each with the place it is about; many of them by time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from jurisdictions.read.rows import CitationRow, FactRow, PlaceRow
from jurisdictions.render.words.days import date_text
from jurisdictions.status.dates import PartialDate

MOST_OPEN = 100
"""So many facts stand in one table; more are folded by year."""
MOST_OF_A_YEAR = 200
"""A year with more is folded by month."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact, how the source is cited for it, and its place; None for the nation."""

    fact: FactRow
    citation: CitationRow
    place: PlaceRow | None


def cited_facts(facts: Iterable[FactRow], key: str, places: Mapping[str, PlaceRow]) -> list[Cited]:
    """One row for each citation of the source with that key."""
    return [
        Cited(fact, citation, places.get(fact.geoid))
        for fact in facts
        for citation in fact.citations
        if citation.source.key == key
    ]


@dataclass(frozen=True, slots=True)
class CitedThen:
    """The facts of a year or a month, under its name; "" where all stand in one table."""

    title: str
    facts: Sequence[Cited]


def by_time(cited: Sequence[Cited]) -> list[CitedThen]:
    """Few facts as they are; many by year, and a year of very many by month."""
    if len(cited) <= MOST_OPEN:
        return [CitedThen("", cited)] if cited else []
    return [group for _year, facts in groupby(cited, _year_of) for group in _folded(list(facts))]


def _folded(of_year: Sequence[Cited]) -> Iterator[CitedThen]:
    first = of_year[0].fact.effective_on
    if first is None:
        yield CitedThen(_("Date unknown"), of_year)
    elif len(of_year) <= MOST_OF_A_YEAR:
        yield CitedThen(date_text(PartialDate(first.year)), of_year)
    else:
        for month, facts in groupby(of_year, _month_of):
            yield CitedThen(date_text(PartialDate(first.year, month)), list(facts))


def _year_of(one: Cited) -> int:
    return one.fact.effective_on.year if one.fact.effective_on else 0


def _month_of(one: Cited) -> int:
    return one.fact.effective_on.month if one.fact.effective_on else 0
