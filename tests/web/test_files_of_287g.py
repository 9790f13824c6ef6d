"""The list, the files and the history of 287(g): every one has the program's own columns."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("few_agencies", "shipped")
COOK = {
    "status": "jail-enforcement",
    "local_agreement": "jail-enforcement",
    "reach": "whole-county",
    "state_agency": "task-force",
    "application": "none",
    "state_law": "forbids",
    "agreement_since": "2020-06-09",
}


def body(client: Client, address: str) -> bytes:
    answer: Any = client.get(address)
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def rows(client: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(client, address).decode())))


def shown(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in COOK}


def test_the_list_shows_the_words_of_the_program(client: Client) -> None:
    page = body(client, "/287g/jurisdictions/?state=IL").decode()
    cook = page.split("places/17031-")[1].split("</tr>")[0]
    for word in ("Jail enforcement", "Task force", "Forbids agreements", "Jun 9, 2020"):
        assert word in cook
    assert "Agreement since" in page
    assert "activated_after" not in page
    assert "Objection" not in page


def test_a_list_can_be_turned_by_the_day_of_the_agreement(client: Client) -> None:
    turned = rows(client, "/287g/jurisdictions.csv?state=IL&sort=-agreement_since")
    days = [row["agreement_since"] for row in turned if row["agreement_since"]]
    assert days == sorted(days, reverse=True)
    assert "2020-06-09" in days


def test_the_list_as_files_has_the_columns_of_the_program(client: Client) -> None:
    listed = "/287g/jurisdictions"
    table = {row["geoid"]: row for row in rows(client, f"{listed}.csv?state=IL")}
    assert shown(table["17031"]) == COOK
    held = {row["geoid"]: row for row in json.loads(body(client, f"{listed}.json"))["data"]}
    assert shown(held["17031"]) == COOK
    drawn = json.loads(body(client, f"{listed}.geojson?geometry=none"))["features"]
    found = {one["id"]: one["properties"] for one in drawn}
    assert shown(found["17031"]) == COOK
    assert body(client, f"{listed}.xlsx").startswith(b"PK")
    assert "activation" not in table["17031"]


def test_the_history_says_how_a_county_stood_and_why(client: Client) -> None:
    history = [row for row in rows(client, "/287g/history.csv") if row["geoid"] == "17031"]
    assert history == rows(client, "/287g/places/17031.csv")
    last = history[-1]
    assert shown(last) == COOK
    assert last["position"] == "all-models"
    assert "agency_agreement:il-cook-sheriff:jem:2025-03-01" in last["reasons"].split()


@pytest.mark.parametrize("geoid", ["17031", "17"])
def test_a_place_can_be_taken_as_every_file(client: Client, geoid: str) -> None:
    held = json.loads(body(client, f"/287g/places/{geoid}.json"))
    assert held["status"][0]["geoid"] == geoid
    assert held["timeline"]
    assert held["facts"]
    for form in ("xlsx", "geojson", "csv"):
        assert body(client, f"/287g/places/{geoid}.{form}")


@pytest.mark.parametrize("page", ["jurisdictions/", "places/17031/", "places/17/"])
def test_pages_offer_the_reports_of_their_program(client: Client, page: str) -> None:
    assert 'application/pdf"' in client.get(f"/287g/{page}", follow=True).text
    assert 'application/pdf"' in client.get(f"/secure-communities/{page}", follow=True).text
