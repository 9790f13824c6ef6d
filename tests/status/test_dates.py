"""Partial dates: as precise as the source, never more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.status.dates import LONGEST, NotADate, PartialDate
from tests.status.secure_communities.strategies import partial_dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2010", date(2010, 1, 1), date(2010, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2010-07-13", date(2010, 7, 13), date(2010, 7, 13)),
        ("2026-05-14/2026-05-18", date(2026, 5, 14), date(2026, 5, 18)),
        ("2010-07/2010-09", date(2010, 7, 1), date(2010, 9, 30)),
        ("2010/2012-02", date(2010, 1, 1), date(2012, 2, 29)),
        ("2010-07-13/2011", date(2010, 7, 13), date(2011, 12, 31)),
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
        "/",
        "2010/",
        "/2010",
        "2010/..",
        "2010-07-13/",
        "2010 / 2011",
        "2010/2011/2012",
        "2026-05-18/2026-05-14",
        "2010/2010-07",
        "2010-07/2010-07-13",
        "2010-02-28/2010-02-30",
    ],
)
def test_anything_else_is_not_a_date_and_the_refusal_quotes_it(text: str) -> None:
    with pytest.raises(NotADate) as refusal:
        PartialDate.parse(text)
    assert repr(text) in str(refusal.value)


@pytest.mark.parametrize("text", ["2010", "2010-07", "2026-05-14"])
def test_between_a_date_and_itself_is_that_date(text: str) -> None:
    assert PartialDate.parse(f"{text}/{text}") == PartialDate.parse(text)


def test_an_interval_says_that_it_runs_backwards() -> None:
    with pytest.raises(NotADate, match="does not end after it begins"):
        PartialDate.parse("2026-05-18/2026-05-14")
    within = PartialDate.parse("2026-05-14/2026-05-18")
    with pytest.raises(NotADate):
        within.to(PartialDate(2027))
    with pytest.raises(NotADate):
        PartialDate(2025).to(within)


@pytest.mark.parametrize(
    ("text", "is_day", "days", "beginning"),
    [
        ("2010", False, 365, "2010"),
        ("2012-02", False, 29, "2012-02"),
        ("2026-05-14", True, 1, "2026-05-14"),
        ("2026-05-14/2026-05-18", False, 5, "2026-05-14"),
        ("2026-05/2026-06", False, 61, "2026-05"),
    ],
)
def test_a_date_says_how_precisely_it_is_known(
    text: str, is_day: bool, days: int, beginning: str
) -> None:
    when = PartialDate.parse(text)
    assert (when.is_day, when.days, str(when.beginning)) == (is_day, days, beginning)


@given(partial_dates())
def test_no_date_is_written_longer_than_columns_are_wide(when: PartialDate) -> None:
    assert len(str(when)) <= LONGEST


@given(partial_dates(), st.dates())
def test_a_date_covers_the_days_from_its_first_to_its_last(when: PartialDate, day: date) -> None:
    assert when.covers(when.first_day)
    assert when.covers(when.last_day)
    assert when.covers(day) is (when.first_day <= day <= when.last_day)
    assert when.days == (when.last_day - when.first_day).days + 1


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
    texts = ["2010/2011", "2010", "2010-01", "2010-01-01/2010-01-31", "2010-01-01/2010-01-05"]
    texts += ["2010-01-01"]
    assert sorted(map(PartialDate.parse, reversed(texts))) == list(map(PartialDate.parse, texts))
    assert PartialDate.parse("2010") != PartialDate.parse("2010-01-01")
