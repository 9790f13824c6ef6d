"""Days are as precise as the record everywhere, and sharing has a day of its own."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")
KING, LOS_ANGELES, WASHINGTON = "53033", "06037", "53"
"""Washington's request is known to the year; Los Angeles shared prints before the status it has."""


def rows(client: Client, address: str) -> dict[str, dict[str, str]]:
    text = b"".join(client.get(address)).decode()
    return {row["geoid"]: row for row in csv.DictReader(StringIO(text, newline=""))}


def page(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def api(client: Client, address: str) -> dict:
    return json.loads(client.get(f"/api/v1/{address}").content)


def test_the_file_has_the_year_beside_a_day_to_sort_by(client: Client) -> None:
    row = rows(
        client, "/secure-communities/jurisdictions.csv?date=2010-03-01&state=WA&level=state"
    )[WASHINGTON]
    assert (row["since"], row["since_edtf"]) == ("2010-01-01", "2010")


def test_the_list_says_the_year_and_no_day(client: Client) -> None:
    for address, word in (
        ("/secure-communities/jurisdictions/", "2010"),
        ("/es/secure-communities/jurisdictions/", "2010"),
    ):
        told = page(client, f"{address}?date=2010-03-01&state=WA&level=state")
        assert f' class="since">{word}</td>' in told
        assert "Jan 1, 2010" not in told
        assert "1 ene 2010" not in told


def test_the_api_says_the_year_beside_the_day(client: Client) -> None:
    (row,) = api(client, "status/?date=2010-03-01&state=WA&level=state")["results"]
    assert (row["since"], row["since_edtf"]) == ("2010-01-01", "2010")
    spans = api(client, f"jurisdictions/{WASHINGTON}/timeline/")["spans"]
    assert ("2010-01-01", "2010") in [(s["start"], s["start_edtf"]) for s in spans]
    assert ("2010-01-01", "2010") in [(s["end"], s["end_edtf"]) for s in spans]
    query = "from=2009-01-01&to=2010-03-01&level=state&state=WA"
    (change,) = api(client, f"changes/?{query}")["results"]
    assert (change["since"], change["since_edtf"]) == ("2010-01-01", "2010")


def test_the_history_has_both_days_of_every_span(client: Client) -> None:
    text = b"".join(client.get("/secure-communities/history.csv?state=WA")).decode()
    found = [row for row in csv.DictReader(StringIO(text, newline="")) if row["geoid"] == KING]
    assert ("2010-01-01", "2010") in [(row["start"], row["start_edtf"]) for row in found]
    assert all(row["start"].startswith(row["start_edtf"]) for row in found)


def test_a_place_that_shared_before_its_status_says_since_when(client: Client) -> None:
    row = rows(client, "/secure-communities/jurisdictions.csv?date=2013-01-01&state=CA")[
        LOS_ANGELES
    ]
    assert row["since"] == "2011-08-05"
    assert row["activated_on"] == row["activated_on_edtf"] == "2009-08-27"
    assert row["sharing_since"] == row["sharing_since_edtf"] == "2009-08-27"
    told = page(client, f"/places/{LOS_ANGELES}-los-angeles-county-california/?date=2013-01-01")
    assert "Fingerprints have been shared since August 27, 2009." in told
    told = page(client, f"/es/places/{LOS_ANGELES}-los-angeles-county-california/?date=2013-01-01")
    assert "Las huellas dactilares se comparten desde el 27 de agosto de 2009." in told


def test_nothing_is_shared_while_the_program_is_not_in_force(client: Client) -> None:
    place = f"jurisdictions/{LOS_ANGELES}/"
    ended, again = (
        api(client, f"{place}?date={day}")["row"] for day in ("2015-01-01", "2018-01-01")
    )
    assert (ended["activated_on"], ended["sharing_since"]) == ("2009-08-27", None)
    assert (again["activated_on"], again["sharing_since"]) == ("2009-08-27", "2017-01-25")


def test_a_state_shares_since_its_first_jurisdiction_did(client: Client) -> None:
    row = api(client, "jurisdictions/06/?date=2013-01-01")["row"]
    assert row["activated_on"] == row["sharing_since"] == "2009-05-26"


def test_the_list_sorts_by_the_day_of_sharing(client: Client) -> None:
    found = client.get(
        "/secure-communities/jurisdictions/?date=2013-01-01&state=CA&sort=sharing_since"
    )
    assert found.status_code == 200
    days = [row.sharing_since for row in found.context["page"].object_list]
    assert days == sorted(days)
