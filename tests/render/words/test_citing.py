"""What rests on a source: in one table, or folded by time where it is much."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from django.utils.translation import override

from jurisdictions.read.rows import CitationRow, FactRow, SourceRow
from jurisdictions.render.words.citing import Cited, by_time

CITATION = CitationRow(SourceRow("list", "A list", "ICE", None, ""), contradicts=False)


def cited(days: Sequence[date | None]) -> list[Cited]:
    facts = (
        FactRow(f"activation:{number}", "activation", "", None, day, None, "")
        for number, day in enumerate(days)
    )
    return [Cited(fact, CITATION, None) for fact in facts]


def told(days: Sequence[date | None]) -> list[tuple[str, int]]:
    return [(group.title, len(group.facts)) for group in by_time(cited(days))]


def each_day(first: date, number: int) -> list[date]:
    return [first + timedelta(day) for day in range(number)]


def test_few_facts_stand_in_one_table() -> None:
    assert told([]) == []
    assert told(each_day(date(2010, 12, 1), 100)) == [("", 100)]


def test_many_are_folded_by_year_and_a_year_of_very_many_by_month() -> None:
    days = [*each_day(date(2009, 12, 25), 10), *each_day(date(2011, 1, 1), 201), None]
    assert told(days) == [
        ("2009", 7),
        ("2010", 3),
        ("January 2011", 31),
        ("February 2011", 28),
        ("March 2011", 31),
        ("April 2011", 30),
        ("May 2011", 31),
        ("June 2011", 30),
        ("July 2011", 20),
        ("Date unknown", 1),
    ]


@pytest.mark.parametrize(("language", "title"), [("en", "May 2011"), ("es", "mayo de 2011")])
def test_a_month_is_named_in_the_readers_language(language: str, title: str) -> None:
    with override(language):
        assert title in dict(told(each_day(date(2011, 1, 1), 201)))


def test_nothing_is_lost_and_the_order_stays() -> None:
    facts = cited([*each_day(date(2009, 12, 25), 500), None])
    assert [one for group in by_time(facts) for one in group.facts] == facts
