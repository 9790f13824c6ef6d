"""The map's file: what it encodes is what was put in, on every day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.publish.map_file import differences, encode_layer

EPOCH = date(2008, 3, 28)
VALUES = ("none", "pending", "refused")
PLACES = tuple(f"{n:05}" for n in range(12))
days = st.integers(0, 4000).map(lambda n: EPOCH + timedelta(n))
turns = st.dictionaries(
    st.sampled_from(PLACES),
    st.dictionaries(days, st.sampled_from(VALUES), max_size=4).map(
        lambda turn: sorted(turn.items())
    ),
)


def decode(initial: int, changes: list[list[int]], day: date) -> list[str]:
    values = [VALUES[initial]] * len(PLACES)
    at = EPOCH
    for since, value, *steps in changes:
        at += timedelta(since)
        if at > day:
            break
        index = 0
        for step in steps:
            index += step
            values[index] = VALUES[value]
    return values


def value_on(turned: list[tuple[date, str]], day: date) -> str:
    return next((value for on, value in reversed(turned) if on <= day), "none")


@given(turns, days)
def test_every_place_reads_on_every_day_as_it_was_put_in(
    turned: dict[str, list[tuple[date, str]]], day: date
) -> None:
    initial, changes = encode_layer(turned, PLACES, VALUES, "none", EPOCH)
    expected = [value_on(turned.get(place, []), day) for place in PLACES]
    assert decode(initial, changes, day) == expected


@given(st.lists(st.integers(0, 3233), unique=True).map(sorted))
def test_differences_add_up_to_the_indexes(indexes: list[int]) -> None:
    running = 0
    found = []
    for step in differences(indexes):
        running += step
        found.append(running)
    assert found == indexes
