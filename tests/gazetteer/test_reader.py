"""What people write, and the places that come first."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.gazetteer.reading import EXACT, How
from jurisdictions.gazetteer.words import one_slip_apart
from jurisdictions.status.geoids import lies_in
from tests.gazetteer.shipped import reader

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8") as file:
    CASES = [(row["typed"], row["right"].split()) for row in csv.DictReader(file)]
# Every process of a run collects this file; the places are read where one of its tests runs.
places = st.deferred(
    lambda: st.sampled_from(
        [place for place in reader().index.places.values() if not place.is_state]
    )
)


@cache
def states() -> dict[str, str]:
    """The name of each state by its two letters."""
    return {place.state: place.name for place in reader().index.places.values() if place.is_state}


@pytest.mark.parametrize(("typed", "right"), CASES, ids=[typed for typed, _right in CASES])
def test_what_is_typed_brings_the_right_places_first(typed: str, right: list[str]) -> None:
    assert sorted(reader().read(typed).geoids[: len(right)]) == sorted(right)


@pytest.mark.parametrize("typed", [typed for typed, _right in CASES if len(typed) > 5])
def test_capitals_and_blanks_change_nothing(typed: str) -> None:
    assert reader().read(f"  {typed.upper()} ").geoids == reader().read(typed).geoids


@given(
    places,
    st.sampled_from(["{name}, {code}", "{name} {code}", "{state}: {name}", "{name}, {state}"]),
)
def test_every_place_comes_first_by_its_name_and_state(place, shape) -> None:
    state = states()[place.state]
    written = shape.format(name=place.name, code=place.state, state=state)
    assert reader().read(written).geoids[0] == place.geoid
    assert reader().read(place.name, state).geoids[0] == place.geoid
    assert reader().read(place.geoid).geoids[0] == place.geoid


@given(places)
def test_a_place_of_another_state_never_comes_when_a_state_is_named(place) -> None:
    found = reader().read(f"{place.name}, {states()[place.state]}")
    (state,) = {
        p.geoid for p in reader().index.places.values() if p.is_state and p.state == place.state
    }
    assert all(lies_in(geoid, state) for geoid in found.geoids)
    assert found.state == state


@given(places, st.data())
def test_one_slip_of_the_pen_still_finds_the_place(place, data) -> None:
    name = place.name
    at = data.draw(st.integers(1, max(1, len(name.rpartition(" ")[0]) - 1)))
    slips = [
        name[:at] + name[at + 1 :],
        name[:at] + "q" + name[at:],
        name[:at] + "q" + name[at + 1 :],
    ]
    written = f"{data.draw(st.sampled_from(slips))}, {place.state}"
    found = reader().read(written)
    # A slip may make another name of the state: Lake for Lane.
    assert place.geoid in found.geoids or found.exact


@given(st.text(max_size=60))
def test_any_text_is_read_and_each_place_comes_once(text: str) -> None:
    found = reader().read(text).geoids
    assert len(found) == len(set(found))
    assert set(found) <= reader().index.places.keys()


@pytest.mark.parametrize(
    ("typed", "state", "meant"),
    [
        ("Cook", "Ill.", "17031"),
        ("Brooklyn", "New York", "36047"),
        ("Kings (Brooklyn)", "NY", "36047"),
        ("Washington", "D.C.", "11001"),
        ("Washington", "DC", "11001"),
        ("Travis County, TX", "Texas", "48453"),
        ("Dupage County ", "Illinois", "17043"),
        ("Alexandria City", "Virginia", "51510"),
        ("Bedford City", "Virginia", "51515"),
        ("Etowah County Sheriff's Office", "ALABAMA", "01055"),
        ("LA County", "California", "06037"),
        ("St. Louis", "Missouri", ""),
        ("Baltimore", "Maryland", ""),
        ("Austin", "Texas", ""),
        ("Chicago", "Illinois", ""),
        ("Nowhere", "Illinois", ""),
    ],
)
def test_a_place_is_meant_only_when_nothing_else_fits_as_well(
    typed: str, state: str, meant: str
) -> None:
    assert reader().read(typed, state).meant == meant


def test_the_state_of_another_column_and_of_the_text_must_agree() -> None:
    assert reader().read("Cook, IL", "Georgia").geoids == ()
    assert reader().read("Cook", "ZZ").unknown_state


@pytest.mark.parametrize("typed", ["All counties", "statewide", "todos los condados"])
def test_all_places_together_are_no_place(typed: str) -> None:
    found = reader().read(typed, "Illinois")
    assert (found.everything, found.state, found.geoids) == (True, "17", ())


def test_a_match_says_by_what_it_was_found() -> None:
    assert reader().read("Oakland, California").matches[0].said == "Oakland"
    assert reader().read("60608").matches[0] == reader().read("ZIP 60608").matches[0]
    assert reader().read("60608").matches[0].how is How.ZIP
    assert reader().read("Cook County, IL").matches[0].how in EXACT


@pytest.mark.parametrize("typed", ["1.70E+04", "5.151E+04", "2E+04", "FIPS 1.7E+04"])
def test_a_number_of_which_digits_are_lost_is_no_place(typed: str) -> None:
    assert reader().read(typed).matches == ()
    assert reader().state(typed) == ""


@pytest.mark.parametrize("typed", ["", "  ", "zzzzqq", "🙂", "-", ",,,", "\x00"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert reader().read(typed).matches == ()


@given(st.text("abcd", min_size=1, max_size=8), st.text("abcd", min_size=1, max_size=8))
def test_a_slip_is_one_letter_more_less_or_other_or_two_changed_about(one: str, other: str) -> None:
    slips = {one}
    for at in range(len(one) + 1):
        slips |= {one[:at] + c + one[at:] for c in "abcd"}
        slips |= {one[:at] + c + one[at + 1 :] for c in ("", *"abcd") if at < len(one)}
        if at + 2 <= len(one):
            slips.add(one[:at] + one[at + 1] + one[at] + one[at + 2 :])
    assert one_slip_apart(one, other) == (other in slips)
