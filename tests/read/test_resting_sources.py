"""What rests on a source: facts, the dates of places, or nothing any more."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from jurisdictions.read.asking import ask
from jurisdictions.read.sources import source_of, sources
from tests.gazetteer.shipped import SHIPPED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
LISTED = "Substantial Changes to Counties"
REPLACED = "nydn0601"
"""A source that the record named before better ones took its place."""


def rows(name: str) -> list[dict[str, str]]:
    with (Path(SHIPPED) / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_place_with_a_beginning_an_end_or_other_codes_names_its_source() -> None:
    dated = ("valid_from", "valid_to", "predecessors", "successors")
    keys = {row["key"] for row in rows("sources.csv")}
    for row in rows("jurisdictions.csv"):
        assert bool(row["validity_source"]) == any(row[column] for column in dated), row["geoid"]
        assert row["validity_source"] in {"", *keys}


def test_only_sources_that_something_rests_on_are_listed(client: Client) -> None:
    as_of = ask(today=date(2026, 11, 22))
    found = {row.key: row.cited for row in sources(as_of)}
    assert all(found.values())
    assert REPLACED not in found
    assert source_of(as_of, REPLACED) is not None
    assert f"/sources/{REPLACED}/" not in client.get("/secure-communities/sources/").text


@pytest.mark.parametrize(
    ("before", "said"),
    [("", "Nothing on record rests on it now"), ("/es", "Hoy nada del registro se apoya")],
)
def test_a_replaced_source_keeps_its_page_and_says_so(
    client: Client, before: str, said: str
) -> None:
    answer = client.get(f"{before}/secure-communities/sources/{REPLACED}/")
    assert answer.status_code == 200
    assert said in answer.text


def test_a_source_names_the_places_that_it_dates(client: Client) -> None:
    page = client.get("/secure-communities/sources/census_county_changes/").text
    assert "Places whose beginning, end or other codes rest on it" in page
    assert "Bedford city, Virginia" in page
    assert "Nothing on record rests on it" not in page
    assert "Hartford County" in client.get("/secure-communities/sources/fr_ct_regions/").text


@pytest.mark.parametrize("before", ["", "/es"])
def test_a_place_shows_the_source_of_its_end(client: Client, before: str) -> None:
    assert LISTED in client.get(f"{before}/secure-communities/places/51515/", follow=True).text
    assert LISTED not in client.get(f"{before}/secure-communities/places/17031/", follow=True).text


def test_the_interface_gives_the_key(client: Client) -> None:
    place = client.get("/api/v1/jurisdictions/51515/").json()["place"]
    assert place["validity_source"] == "census_county_changes"
