"""The federal rule that stood on a day: which act published it, and which took its place."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.stood import Stood, Turn, days_between, stood_on


class Says(StrEnum):
    """What an act says."""

    HOW = "how"
    NO = "no"
    NOTHING = "nothing"


def on(text: str) -> PartialDate:
    return PartialDate.parse(text)


PAPER = Turn("paper", on("2010-08-17"), Says.HOW)
LETTER = Turn("letter", on("2010-09-07"), Says.HOW)
PRESS = Turn("press", on("2010-10-06"), Says.NO)
TURNS = (PAPER, LETTER, PRESS)


def test_what_was_published_first_stands_until_something_else_is_said() -> None:
    assert stood_on(TURNS, on("2010-09-28")) == Stood(PAPER, PRESS)
    assert days_between(PAPER.on, on("2010-09-28")) == 42
    assert days_between(on("2010-09-28"), PRESS.on) == 8


def test_what_a_place_did_on_the_day_of_an_act_came_before_it() -> None:
    assert stood_on(TURNS, on("2010-10-06")) == Stood(PAPER, PRESS)
    assert stood_on(TURNS, on("2010-08-17")) == Stood(None, PAPER)
    assert stood_on(TURNS, on("2010-10-07")) == Stood(PRESS, None)


def test_a_month_in_which_the_rule_turned_does_not_tell_which_stood() -> None:
    assert stood_on(TURNS, on("2010-10")) is None
    assert stood_on(TURNS, on("2010")) is None
    assert stood_on(TURNS, on("2010-09")) == Stood(PAPER, PRESS)
    assert stood_on(TURNS, on("2010-09-01/2010-10-06")) is None


def test_an_act_of_some_day_in_a_month_is_not_said_to_have_come_first() -> None:
    some = (PAPER, Turn("some-day", on("2010-10"), Says.NO))
    assert stood_on(some, on("2010-10-20")) is None
    assert stood_on(some, on("2010-09-28")) == Stood(PAPER, some[1])
    assert days_between(on("2010-09-28"), some[1].on) is None


def test_nothing_is_told_where_no_act_says_anything() -> None:
    assert stood_on((), on("2010-09-28")) is None


DAYS = st.dates(date(2010, 1, 1), date(2010, 3, 1))
ACTS = st.lists(st.tuples(DAYS, st.sampled_from(Says)), max_size=6)


@given(ACTS, DAYS)
def test_it_is_what_reading_the_acts_one_by_one_finds(
    acts: list[tuple[date, Says]], day: date
) -> None:
    turns = [Turn(str(n), PartialDate.of(d), s) for n, (d, s) in enumerate(sorted(acts))]
    past = [turn for turn in turns if turn.on.first_day < day]
    begun = past[-1] if past else None
    while begun and (before := [t for t in turns if int(t.act) < int(begun.act)]):
        if before[-1].says != begun.says:
            break
        begun = before[-1]
    other = [t for t in turns if t not in past and (not begun or t.says != begun.says)]
    ended = other[0] if other else None
    expected = Stood(begun, ended) if begun or ended else None
    assert stood_on(turns, PartialDate.of(day)) == expected


@given(DAYS, st.integers(0, 400))
def test_days_are_counted_as_a_calendar_counts_them(day: date, number: int) -> None:
    later = PartialDate.of(day + timedelta(days=number))
    assert days_between(PartialDate.of(day), later) == number
