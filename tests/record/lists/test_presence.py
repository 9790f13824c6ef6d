"""On which lists an agreement stands, whatever they show and in whatever order they are read."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.record.lists.programs.section_287g.presence import Listing, with_list

FIRST = date(2025, 1, 1)


def days_after(*numbers: int) -> list[date]:
    return [FIRST + timedelta(days=number) for number in numbers]


def read_in(order: list[date], shown: dict[date, bool]) -> Listing:
    """The listing of an agreement once lists were read in an order, from the first that has it."""
    listing, days = Listing(), Counter[date]()
    for day in order:
        days[day] += 1
        if shown[day] or listing.first:
            listing = with_list(listing, days, day, max(days), shown=shown[day])
    return listing


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), unique_by=lambda pair: pair[0]))
def test_each_list_read_in_order_is_remembered(pairs: list[tuple[int, bool]]) -> None:
    shown = {FIRST + timedelta(days=number): there for number, there in sorted(pairs)}
    listing = read_in(list(shown), shown)
    assert {day: listing.on(day) for day in shown} == shown


@given(
    st.lists(st.tuples(st.integers(0, 400), st.booleans()), unique_by=lambda pair: pair[0]),
    st.randoms(use_true_random=False),
)
def test_a_list_found_late_takes_its_place_in_time(
    pairs: list[tuple[int, bool]], random: Random
) -> None:
    shown = {FIRST + timedelta(days=number): there for number, there in sorted(pairs)}
    if not any(shown.values()):
        return
    late = random.choice(list(shown))
    order = [day for day in shown if day != late]
    before = read_in(order, shown)
    listing = read_in([*order, late], shown)
    if before.first or shown[late]:
        assert listing.on(late) == shown[late]
    assert [day for day in order if listing.on(day) != before.on(day)] == []


def test_what_one_list_lacks_is_doubted_and_a_second_ends_it() -> None:
    one, two, three = days_after(0, 5, 6)
    listing = read_in([one, two], {one: True, two: False})
    assert (listing.gone, listing.doubted, listing.on(two)) == (False, two, False)
    listing = read_in([one, two, three], {one: True, two: False, three: False})
    assert (listing.last, listing.missing, listing.absent) == (one, two, ())


def test_fourteen_days_end_it_as_well() -> None:
    one, two = days_after(0, 5)
    listing = with_list(Listing(one), {one: 1, two: 1}, two, two + timedelta(days=14), shown=False)
    assert (listing.last, listing.missing) == (one, two)
    early = with_list(Listing(one), {one: 1, two: 1}, two, two + timedelta(days=13), shown=False)
    assert not early.gone


def test_a_later_list_brings_it_back_and_the_lists_between_are_remembered() -> None:
    one, two, three, four = days_after(0, 5, 6, 7)
    listing = read_in([one, two, three, four], {one: True, two: False, three: False, four: True})
    assert (listing.gone, listing.absent) == (False, ((two, four),))
