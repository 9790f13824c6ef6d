"""Labels on the bars of a printed timeline: they fit, and no line goes through a letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.render.reports.timeline import label_at

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
