"""The list on many days at once: long or wide, in files and in the API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from jurisdictions.read.many_days import MOST
from tests.web.taking import body, rows

pytestmark = pytest.mark.usefixtures("shipped")
LIST = "/secure-communities/jurisdictions"
STATUS = "/api/v1/status/"
DAYS = ("2010-09-28", "2011-08-05", "2012-06-05")
ASKED = f"dates={','.join(DAYS)}"


def on(client: Client, day: str, query: str = "state=CA") -> list[dict[str, str]]:
    return rows(client.get(f"{LIST}.csv?date={day}&{query}"))


def test_a_row_for_each_place_and_day_is_that_of_the_day_alone(client: Client) -> None:
    found = rows(client.get(f"{LIST}.csv?{ASKED}&state=CA"))
    assert found == [row for day in DAYS for row in on(client, day)]
    assert {row["date"] for row in found} == set(DAYS)


def test_a_column_for_each_day_holds_the_status_of_the_day(client: Client) -> None:
    found = rows(client.get(f"{LIST}.csv?{ASKED}&state=CA&shape=wide"))
    assert list(found[0]) == ["geoid", "name", "state", "kind", *(f"status_{d}" for d in DAYS)]
    for day in DAYS:
        alone = {row["geoid"]: row["status"] for row in on(client, day)}
        assert {row["geoid"]: row[f"status_{day}"] for row in found} == alone


def test_a_filter_keeps_in_the_wide_list_who_fits_on_any_of_the_days(client: Client) -> None:
    asked = "status=active-over-objection"
    found = rows(client.get(f"{LIST}.csv?{ASKED}&{asked}&shape=wide"))
    fitting = {row["geoid"] for day in DAYS for row in on(client, day, asked)}
    assert {row["geoid"] for row in found} == fitting
    assert any(row[f"status_{DAYS[0]}"] != "active-over-objection" for row in found)


@pytest.mark.parametrize("form", ["json", "xlsx", "geojson"])
def test_other_forms_have_the_same(client: Client, form: str) -> None:
    for shape in ("long", "wide"):
        address = f"{LIST}.{form}?{ASKED}&state=DE&shape={shape}&lang=es"
        found: Any = body(client.get(address))
        if form == "json":
            held = json.loads(found)["data"]
            assert len(held) == 3 * (3 if shape == "long" else 1)
        if form == "geojson":
            shapes = [one["geometry"]["type"] for one in json.loads(found)["features"]]
            assert len(shapes) == 3 * (3 if shape == "long" else 1)


def test_the_file_is_called_by_its_days(client: Client) -> None:
    named = client.get(f"{LIST}.csv?{ASKED}&state=CA")["Content-Disposition"]
    assert "jurisdictions-ca-days-2010-09-28-2012-06-05-edition-1.csv" in named


def test_the_api_says_of_each_row_its_day(client: Client) -> None:
    answer = client.get(f"{STATUS}?{ASKED}&state=CA").json()
    alone = [
        {**row, "date": day}
        for day in DAYS
        for row in client.get(f"{STATUS}?date={day}&state=CA").json()["results"]
    ]
    assert answer["results"] == alone
    assert answer["count"] == len(alone)


def test_the_api_gives_many_days_in_pages_and_in_few_members(client: Client) -> None:
    asked = f"{STATUS}?{ASKED}&fields=geoid,date,status"
    answer = client.get(asked).json()
    assert set(answer["results"][0]) == {"geoid", "date", "status"}
    assert answer["next"]
    second = client.get(answer["next"]).json()
    last = answer["results"][-1], second["results"][0]
    assert (last[0]["date"], last[0]["geoid"]) < (last[1]["date"], last[1]["geoid"])


@pytest.mark.parametrize("address", [f"{LIST}.csv", STATUS])
@pytest.mark.parametrize(
    "query",
    [
        "dates=2011-08-05,yesterday",
        "dates=2011-08-05,",
        "dates=2011-08-05&date=2011-08-05",
        "dates=1700-01-01",
        "dates=2011-08-05&dates=2011-08-06",
        "dates=" + ",".join(f"2011-{m:02}-{d:02}" for m in range(1, 8) for d in range(1, 10)),
    ],
)
def test_days_that_cannot_be_read_are_refused(client: Client, address: str, query: str) -> None:
    answer = client.get(f"{address}?{query}")
    assert answer.status_code == 400
    assert "dates" in answer.content.decode()


def test_as_many_days_as_allowed_are_answered(client: Client) -> None:
    days = [f"20{year:02}-{month:02}-01" for year in range(9, 14) for month in range(1, 13)]
    assert len(days) == MOST
    found = rows(client.get(f"{LIST}.csv?dates={','.join(days)}&state=DE"))
    assert [row["date"] for row in found] == [day for day in days for _place in range(3)]


@pytest.mark.parametrize(
    "query", [f"{ASKED}&shape=round", "shape=wide", "date=2011-08-05&shape=long"]
)
def test_another_shape_and_one_without_days_are_refused(client: Client, query: str) -> None:
    answer = client.get(f"{LIST}.csv?{query}")
    assert answer.status_code == 400
    assert "shape" in answer.content.decode()
