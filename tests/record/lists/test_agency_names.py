"""Names as lists write them: found for certain, or candidates to be asked about."""

from __future__ import annotations

import pytest

from jurisdictions.gazetteer.index import PlaceNames
from jurisdictions.gazetteer.reader import NameReader
from jurisdictions.record.lists.programs.section_287g.agency_names import AgencyBook, KnownAgency

PLACES = (
    PlaceNames("25", "state", "Massachusetts", "MA"),
    PlaceNames("27", "state", "Minnesota", "MN"),
    PlaceNames("27035", "county", "Crow Wing County", "MN"),
    PlaceNames("55", "state", "Wisconsin", "WI"),
    PlaceNames("55045", "county", "Green County", "WI"),
    PlaceNames("55047", "county", "Green Lake County", "WI"),
    PlaceNames("55047", "county", "Greene County", "WI"),
)
BOOK = AgencyBook(
    (
        KnownAgency("mn-crow-wing", "27", ("Crow Wing County Sheriff's Office",)),
        KnownAgency("wi-green", "55", ("Green County Sheriff's Office",)),
        KnownAgency("wi-unity", "55", ("Constable Unity Township",)),
        KnownAgency("wi-ward-1", "55", ("Polk County Constable District 1",)),
        KnownAgency("wi-ward-2", "55", ("Polk County Constable District 2",)),
        KnownAgency("wi-barnsdall", "55", ("Barnsdall Police Department", "Barnsdall PD")),
    ),
    NameReader(PLACES),
)


@pytest.mark.parametrize(
    ("name", "state", "agency"),
    [
        ("Green County Sheriff\u2019s Office ", "55", "wi-green"),
        ("Green Co. Sheriff Dept", "55", "wi-green"),
        ("Unity Township Constable, WI", "55", "wi-unity"),
        ("Barndall Police Departent", "55", "wi-barnsdall"),
        ("Polk County Constable, District 2", "55", "wi-ward-2"),
        ("Crow Wing County Sheriff's Office", "25", "mn-crow-wing"),
        ("Crow Wing County Sheriff's Office", "", "mn-crow-wing"),
    ],
)
def test_a_name_is_found_where_it_can_mean_one_agency_alone(
    name: str, state: str, agency: str
) -> None:
    assert BOOK.find(name, state).key == agency


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Greene County Sheriff's Office", "55"),
        ("Green Lake County Sheriff's Office", "55"),
        ("Polk County Constable District 3", "55"),
        ("Barnsdall Police Department", "27"),
        ("Green County Jail", "55"),
    ],
)
def test_a_name_that_may_mean_another_is_not_guessed(name: str, state: str) -> None:
    assert BOOK.find(name, state).key == ""


def test_what_is_near_is_offered() -> None:
    found = BOOK.find("Barnsdale Township Police Department", "55")
    assert (found.key, found.candidates) == ("", ("wi-barnsdall",))
