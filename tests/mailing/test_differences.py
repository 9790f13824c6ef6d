"""Two editions of one place: on which days its status differs."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.read.news.turns import differences


class Status(StrEnum):
    A, B, C = "a", "b", "c"


DAYS = st.integers(0, 30).map(lambda days: date(2020, 1, 1) + timedelta(days))


@st.composite
def timelines(draw: st.DrawFn, begins: date | None = None) -> list[Any]:
    """Spans one after the other; the first from the beginning of time."""
    starts: list[date | None] = [begins, *sorted(draw(st.sets(DAYS, max_size=6)))]
    return [SimpleNamespace(start=day, status=draw(st.sampled_from(Status))) for day in starts]


def status(spans: list[Any], day: date) -> Status | None:
    return next((s.status for s in reversed(spans) if s.start is None or s.start <= day), None)


@given(timelines(), timelines())
def test_every_day_is_told_whose_status_differs_and_no_other(
    before: list[Any], after: list[Any]
) -> None:
    found = list(differences(before, after))
    for days in range(-3, 35):
        day = date(2020, 1, 1) + timedelta(days)
        told = [
            one
            for one in found
            if (one.start is None or one.start <= day) and (one.end is None or day < one.end)
        ]
        was, now = status(before, day), status(after, day)
        assert [(one.was, one.now) for one in told] == ([(was, now)] if was != now else [])


@given(timelines(), timelines())
def test_days_in_a_row_with_the_same_difference_are_told_once(
    before: list[Any], after: list[Any]
) -> None:
    found = list(differences(before, after))
    for one, two in pairwise(found):
        assert (one.end, one.was, one.now) != (two.start, two.was, two.now)


@given(timelines())
def test_nothing_differs_from_itself_and_all_does_from_nothing(spans: list[Any]) -> None:
    assert not list(differences(spans, spans))
    assert all(one.was is None for one in differences([], spans))
