"""Words of a printed timeline: they fit, and neither line nor other word goes through them."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.render.programs.dimensions import shown_of
from jurisdictions.render.reports.timeline import (
    BOLD,
    LEFT,
    WIDTH,
    label_at,
    title_lines,
    years_with_room,
)
from jurisdictions.render.words.shown import STATUS

places = st.floats(0, 500)


@given(places, places, st.floats(1, 120), places)
def test_a_label_fits_its_bar_and_the_line_of_the_day_goes_beside_it(
    one: float, other: float, long: float, today: float
) -> None:
    x, end = sorted((one, other))
    at = label_at(x, end, long, today)
    if at is None:
        return
    assert x <= at
    assert at + long <= end
    assert not (at < today < at + long and x <= today <= end)


def test_a_label_steps_over_the_line_where_there_is_room() -> None:
    assert label_at(0, 100, 40, 20) == 23
    assert label_at(0, 50, 40, 20) is None
    assert label_at(0, 50, 40, 90) == 3


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("program", ["secure-communities", "287g"])
def test_no_title_of_a_lane_runs_under_its_bars(language: str, program: str) -> None:
    with override(language):
        titles = [str(_(one.lane or one.title)) for one in (STATUS, *shown_of(program))]
    lines = [line for title in titles for line in title_lines(title)]
    assert max(len(line) * BOLD for line in lines) < LEFT
    assert max(len(title_lines(title)) for title in titles) <= 2


def test_of_two_years_that_would_run_into_each_other_the_last_is_told() -> None:
    assert years_with_room([(2012, 300), (2013, 340), (2018, WIDTH - 30), (2021, WIDTH - 3)]) == {
        2012,
        2013,
        2021,
    }
    assert years_with_room([(2010, 100), (2011, 130)]) == {2010, 2011}
