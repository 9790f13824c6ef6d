"""Written names are matched to places within their state; what is unclear is never guessed."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.record.uploads.places import MOST_CANDIDATES, Gazetteer, Named, Place
from tests.databases import SHIPPED


@cache
def shipped() -> Gazetteer:
    """Every place that ships with the tracker."""
    with (Path(SHIPPED) / "jurisdictions.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["geoid"] != "US"]
    return Gazetteer(
        Place(
            row["geoid"],
            row["kind"],
            row["name"],
            row["state"],
            tuple(name for name in (row["name_es"], *row["aliases"].split("|")) if name),
        )
        for row in rows
    )


@cache
def states() -> dict[str, Place]:
    return {p.state: p for p in shipped().places.values() if p.is_state}


# Every process of a run collects this file; the places are read where one of its tests runs.
counties = st.deferred(
    lambda: st.sampled_from([p for p in shipped().places.values() if not p.is_state])
)
any_state = st.deferred(lambda: st.sampled_from(["", *states()]))


@given(counties, st.data())
def test_every_county_is_found_by_its_full_name_in_its_state(
    place: Place, data: st.DataObject
) -> None:
    state = data.draw(
        st.sampled_from([place.state, states()[place.state].name, place.state.lower()])
    )
    name = data.draw(st.sampled_from([place.name, place.name.upper(), f"  {place.name.lower()} "]))
    assert shipped().find(name, state, county=True).geoid == place.geoid
    assert shipped().find(f"{name}, {state}", county=True).geoid == place.geoid


@given(counties, st.data())
def test_another_name_gives_the_place_or_a_question_that_offers_it(
    place: Place, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([place.name, *place.others]))
    found = shipped().find(name, place.state, county=True)
    assert found.geoid == place.geoid or place.geoid in found.candidates


@given(st.text(max_size=30), any_state, st.booleans())
def test_one_place_or_several_but_never_both_and_only_of_the_state(
    name: str, state: str, county: bool
) -> None:
    found = shipped().find(name, state, county=county)
    assert not (found.geoid and found.candidates)
    assert len(found.candidates) != 1
    for geoid in (found.geoid, *found.candidates):
        if geoid:
            assert not county or len(geoid) == 5
            assert not state or shipped().places[geoid].state == state


@given(counties, st.data())
def test_a_slip_of_the_pen_is_never_taken_for_a_place_but_asked_about(
    place: Place, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(place.name) - 1))
    name = place.name[:at] + "qx" + place.name[at:]
    found = shipped().find(name, place.state, county=True)
    assert found == Named()
    near = shipped().near(name, place.state, county=True)
    assert len(near) <= MOST_CANDIDATES
    assert all(shipped().places[geoid].state == place.state for geoid in near)


@pytest.mark.parametrize(
    ("name", "geoid"),
    [("Georgia", "13"), ("Calif.", "06"), ("West Virginia", "54"), ("N. Carolina", "37")],
)
def test_a_state_among_counties_is_offered_first(name: str, geoid: str) -> None:
    assert shipped().find(name, county=True).geoid == ""
    assert shipped().near(name, county=True)[0] == geoid


@pytest.mark.parametrize(
    "name", ["N/A", "n/a", "NA", "none", "Unknown", "-", "?", "s/d", "Ninguno"]
)
def test_what_names_nothing_is_no_place_and_offered_none_but_the_state_beside_it(name: str) -> None:
    assert shipped().find(name, county=True) == shipped().find(name, "TX", county=True) == Named()
    assert shipped().near(name, county=True) == ()
    assert shipped().near(name, "Texas", county=True) == ("48",)


@pytest.mark.parametrize(
    ("name", "state", "geoid"),
    [
        ("Cook", "IL", "17031"),
        ("County of Cook", "Illinois", "17031"),
        ("condado de Cook", "Illinois", "17031"),
        ("Cook Co.", "il", "17031"),
        ("Baltimore City", "MD", "24510"),
        ("Baltimore County", "Maryland", "24005"),
        ("St. Louis city", "MO", "29510"),
        ("Doña Ana", "Nuevo México", "35013"),
        ("De Kalb", "GA", "13089"),
        ("LaSalle Parish", "LA", "22059"),
        ("San Juan", "PR", "72127"),
        ("Carson City", "NV", "32510"),
        ("Anchorage", "AK", "02020"),
    ],
)
def test_names_are_understood_as_people_write_them(name: str, state: str, geoid: str) -> None:
    assert shipped().find(name, state, county=True).geoid == geoid


@pytest.mark.parametrize(
    ("name", "state", "candidates"),
    [
        ("Baltimore", "MD", {"24005", "24510"}),
        ("Saint Louis", "Missouri", {"29189", "29510"}),
        ("Richmond", "VA", {"51159", "51760"}),
        ("Cook County", "", {"13075", "17031", "27031"}),
    ],
)
def test_a_name_of_several_places_is_asked_about(
    name: str, state: str, candidates: set[str]
) -> None:
    assert set(shipped().find(name, state).candidates) == candidates


def test_in_a_column_of_counties_no_state_is_meant() -> None:
    assert set(shipped().find("Arkansas", "AR").candidates) == {"05", "05001"}
    assert shipped().find("Arkansas", "AR", county=True).geoid == "05001"


def test_a_state_that_there_is_not_is_told_apart_from_a_place_that_there_is_not() -> None:
    assert shipped().find("Cook", "ZZ").unknown_state
    assert not shipped().find("Nowhere", "IL").unknown_state
    assert shipped().state("Puerto Rico") == shipped().state("pr") == shipped().state("72") == "72"
