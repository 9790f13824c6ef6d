"""Partial dates: as precise as the source, never more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from jurisdictions.status.dates import NotADate, PartialDate
from tests.status.secure_communities.strategies import partial_dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2010", date(2010, 1, 1), date(2010, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2010-07-13", date(2010, 7, 13), date(2010, 7, 13)),
    ],
)
def test_a_date_covers_the_days_that_its_precision_leaves_open(
    text: str, first: date, last: date
) -> None:
    read = PartialDate.parse(text)
    assert (read.first_day, read.last_day) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10",
        "2010-7",
        "2010-07-1",
        "2010-13",
        "2010-00",
        "2010-07-00",
        "2010-02-30",
        "2011-02-29",
        "0000",
        "20100713",
        "2010-07-13T00:00",
        "2010-07-13\n",
        " 2010",
        "2010~",
        "201X",
        "٢٠١٠",
        "20026",
    ],
)
def test_anything_else_is_not_a_date_and_the_refusal_quotes_it(text: str) -> None:
    with pytest.raises(NotADate) as refusal:
        PartialDate.parse(text)
    assert repr(text) in str(refusal.value)


@given(partial_dates())
def test_a_date_is_written_as_it_was_read(when: PartialDate) -> None:
    assert PartialDate.parse(str(when)) == when
    assert when.first_day <= when.last_day


@given(partial_dates(), partial_dates())
def test_dates_are_ordered_by_their_first_day(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    if one.first_day != other.first_day:
        assert (one < other) is (one.first_day < other.first_day)


def test_of_two_dates_that_begin_together_the_less_precise_comes_first() -> None:
    texts = ["2010", "2010-01", "2010-01-01"]
    assert sorted(map(PartialDate.parse, reversed(texts))) == list(map(PartialDate.parse, texts))
    assert PartialDate.parse("2010") != PartialDate.parse("2010-01-01")
