"""Running totals that fell, and figures that jumped."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.flags.figures import (
    LEAST_SHARE,
    TIMES_THE_PACE,
    TIMES_THE_VALUE,
    Figure,
    fallen,
    jumped,
)

BEGUN = PartialDate.parse("2008-10")
DAYS = st.dates(date(2009, 1, 1), date(2014, 12, 31))
QUALIFIERS = ("", "about", "almost", "at-least", "at-most", "less-than", "more-than")


def figure(as_of: str, value: int, metric: str = "removals", **more: object) -> Figure:
    said = {"unit": "persons", "start": BEGUN, **more}
    if isinstance(said["start"], str):
        said["start"] = PartialDate.parse(said["start"])
    name = f"{metric}:{said['start']}/{as_of}:{value}"
    return Figure(name, "17", metric, PartialDate.parse(as_of), value, **said)  # type: ignore[arg-type]


def a_day(as_of: str, value: int, **more: object) -> Figure:
    return figure(as_of, value, "active-jurisdictions", start=None, unit="jurisdictions", **more)


def test_a_later_total_that_is_smaller_fell() -> None:
    (flag,) = fallen([figure("2010-08-31", 900), figure("2010-05-31", 1000)])
    assert (flag.values, [str(day) for day in flag.days]) == (
        (1000, 900),
        ["2010-05-31", "2010-08-31"],
    )
    assert flag.key == "figure-fell-17-removals-2008-10-2010-05-31-2010-08-31"


def test_it_is_held_against_the_largest_before_it() -> None:
    totals = [figure("2010-01", 1000), figure("2010-03", 800), figure("2010-05", 900)]
    assert [flag.values for flag in fallen(totals)] == [(1000, 800), (1000, 900)]


@pytest.mark.parametrize(
    "later",
    [
        figure("2010-08-31", 900, start="2009-01-01"),
        figure("2010-08-31", 900, metric="level1-removals"),
        figure("2010-08-31", 900, unit="percent"),
        figure("2010-08-31", 900, qualifier="about"),
        figure("2010-08-31", 900, qualifier="at-least"),
        figure("2010", 900),
        a_day("2010-08-31", 900),
    ],
)
def test_what_counts_something_else_or_is_not_surely_less_is_no_fall(later: Figure) -> None:
    assert list(fallen([figure("2010-05-31", 1000), later])) == []


def test_a_change_below_zero_that_was_told_is_one_flag_with_its_percentage() -> None:
    more = {"start": "2010-04"}
    told = [
        figure("2010-07", -57, "noncriminal-removals-change-pct", unit="percent", **more),
        figure("2010-07", -1374, "noncriminal-removals-change", **more),
    ]
    (flag,) = fallen(told)
    assert (flag.word, flag.values, len(flag.facts)) == ("noncriminal-removals", (-1374,), 2)
    assert list(fallen([figure("2010-07", 12, "noncriminal-removals-change", **more)])) == []


def test_a_change_of_what_is_counted_on_single_days_is_no_fall() -> None:
    change = figure("2010-07", -5, "active-jurisdictions-change", start="2010-04")
    assert len(list(fallen([change]))) == 1
    assert list(fallen([change, a_day("2010-08-31", 900)])) == []


@given(st.lists(st.tuples(DAYS, st.integers(1, 10_000)), max_size=8))
def test_totals_that_only_grow_never_fell(found: list[tuple[date, int]]) -> None:
    totals, value = [], 0
    for day, more in sorted(found):
        value += more
        totals.append(figure(day.isoformat(), value))
    assert list(fallen(totals)) == []


@given(
    st.lists(
        st.tuples(DAYS, st.integers(0, 50), st.sampled_from(QUALIFIERS)), min_size=2, max_size=7
    )
)
def test_every_fall_is_between_two_values_and_a_smaller_one_is_never_passed_over(
    found: list[tuple[date, int, str]],
) -> None:
    totals = [figure(day.isoformat(), value, qualifier=q) for day, value, q in found]
    flags = list(fallen(reversed(totals)))
    for flag in flags:
        assert flag.values[1] < flag.values[0]
        assert flag.days[0].last_day < flag.days[1].first_day
    exact = [one for one in totals if not one.qualifier]
    falls = any(
        a.value > b.value and a.as_of.last_day < b.as_of.first_day for a in exact for b in exact
    )
    assert bool(flags) or not falls


@given(DAYS, st.integers(10, 10_000), st.integers(2, 40), st.integers(1, 400))
def test_a_rise_is_a_jump_beyond_so_many_times_the_pace(
    day: date, value: int, times: int, days: int
) -> None:
    begun = day - timedelta(days=1000)
    rise = times * value * days // 1000
    then = day + timedelta(days=days)
    totals = [
        figure(day.isoformat(), value, start=begun.isoformat()),
        figure(then.isoformat(), value + rise, start=begun.isoformat()),
    ]
    beyond = rise * 1000 > TIMES_THE_PACE * value * days and rise * LEAST_SHARE >= value
    assert bool(list(jumped(totals))) is beyond


@given(st.integers(1, 1000), st.integers(0, 40_000))
def test_without_a_pace_only_many_times_the_value_is_a_jump(value: int, then: int) -> None:
    flags = list(jumped([a_day("2010-05-31", value), a_day("2010-06-30", then)]))
    assert bool(flags) is (then > TIMES_THE_VALUE * value)


def test_a_rise_that_the_record_counts_too_is_no_jump() -> None:
    first, then = a_day("2025-01-20", 135, least=135, most=135), a_day("2025-09-02", 5000)
    assert len(list(jumped([first, then]))) == 1
    counted = a_day("2025-09-02", 5000, least=3000, most=3000)
    assert list(jumped([first, counted])) == []


def test_a_date_that_means_many_days_is_read_so_that_the_rise_is_slowest() -> None:
    begun = "2009-01-01"
    first = figure("2010-01-01", 365, start=begun)
    assert len(list(jumped([first, figure("2010-02-01", 600, start=begun)]))) == 1
    assert list(jumped([first, figure("2010-02", 600, start=begun)])) == []
