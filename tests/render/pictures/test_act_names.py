"""The acts that are named on the band: by how long they held, and as far as they fit."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.render.pictures.act_names import (
    LETTER,
    MOST,
    MOST_NARROW,
    NARROW,
    WIDE,
    ActName,
    Turn,
    named_acts,
)

turns = st.lists(
    st.builds(
        Turn,
        st.text("abc ", min_size=1, max_size=30),
        st.floats(0, 100),
        st.floats(0, 100),
    ),
    max_size=12,
    unique=True,
)


def room(name: ActName, width: int) -> tuple[float, float]:
    at, long = float(name.x.rstrip("%")) * width / 100, len(name.text) * LETTER
    return (at - long, at) if name.at_end else (at, at + long)


@given(turns)
def test_names_never_collide_nor_leave_the_slider(found: list[Turn]) -> None:
    names = named_acts(found)
    narrow = [name for name in names if not name.wide_only]
    assert len(names) <= MOST
    assert len(narrow) <= MOST_NARROW
    for shown, width in ((names, WIDE), (narrow, NARROW)):
        for row in (0, 1):
            rooms = sorted(room(name, width) for name in shown if name.row == row)
            assert all(left >= -0.1 and right <= width + 0.1 for left, right in rooms)
            assert all(right < left for (_, right), (left, _) in pairwise(rooms))
        lines = [float(one.x.rstrip("%")) * width / 100 for one in shown if one.row == 1]
        below = [room(name, width) for name in shown if name.row == 0]
        assert not any(left <= line <= right for line in lines for left, right in below)


@given(turns)
def test_what_held_longest_is_named_where_it_fits(found: list[Turn]) -> None:
    longest = max(found, key=lambda turn: turn.lasted, default=None)
    if longest and longest.lasted > 0 and len(longest.name) * LETTER < longest.at * WIDE / 100:
        assert longest.name in {name.text for name in named_acts(found)}


def test_of_acts_side_by_side_the_one_that_held_longer_is_nearest() -> None:
    names = named_acts([Turn("Short", 40, 1), Turn("Long", 41, 20), Turn("Far", 90, 5)])
    assert [(name.text, name.row) for name in names] == [("Short", 1), ("Long", 0), ("Far", 0)]


def test_a_name_whose_line_would_go_through_another_is_left_out() -> None:
    names = named_acts([Turn("Came before it", 40, 20), Turn("Came within its letters", 42, 1)])
    assert [name.text for name in names] == ["Came before it"]


def test_a_name_at_the_end_ends_where_its_act_stands() -> None:
    (name,) = named_acts([Turn("The last of the acts", 99, 1)])
    assert name.at_end
