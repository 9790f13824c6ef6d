"""One bound for the days of readers, at every door; and a word on days beyond the record."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")
PLACE = "/places/06075-san-francisco-county-california/"
PAGES = (
    "/secure-communities/",
    "/es/secure-communities/",
    "/secure-communities/jurisdictions/",
    PLACE,
    f"/secure-communities{PLACE}report/",
    "/secure-communities/briefing/",
    "/secure-communities/policy/",
    "/secure-communities/requests/",
)
FILES = (
    *(
        "/secure-communities/map.svg",
        "/es/secure-communities/map.svg",
        "/secure-communities/map.png",
        "/secure-communities/jurisdictions.csv",
        "/secure-communities/jurisdictions.json",
    ),
    *(
        "/secure-communities/places/06075.json",
        "/es/secure-communities/jurisdictions.geojson?state=DE",
        "/secure-communities/policy.csv",
    ),
)
API = ("summary/", "status/", "jurisdictions/06075/", "jurisdictions/06075/timeline/")
NO_DAYS = (
    "2011-8-5",
    "0000-01-01",
    "2011-02-30",
    "٢٠١١-٠٨-٠٥",
    "yesterday",
    "9" * 5000,
    "2011-08-05T00:00",
)
FAR = ("9999-12-31", "9998-12-31", "0001-01-01", "2199-01-01")


@pytest.mark.parametrize("day", FAR)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_the_nearest_day_and_says_so(client: Client, path: str, day: str) -> None:
    answer = client.get(path, {"date": day})
    assert answer.status_code == 200
    assert len(answer.content) < 200_000
    told = answer.content.decode()
    if path.startswith("/es"):
        assert f"El registro no llega hasta el {day}" in told
    else:
        assert f"{day} is too far from this record" in told
    assert f"date={day}" not in told


@pytest.mark.parametrize("day", FAR)
@pytest.mark.parametrize("path", FILES)
def test_a_file_of_a_day_too_far_is_refused(client: Client, path: str, day: str) -> None:
    answer = client.get(path, {"date": day, **({"state": "DE"} if "geojson" in path else {})})
    assert answer.status_code == 400
    assert "date" in answer.content.decode()


@pytest.mark.parametrize("parameter", ["date", "known"])
@pytest.mark.parametrize("day", [*FAR, *NO_DAYS])
@pytest.mark.parametrize("path", API)
def test_the_api_names_the_parameter(client: Client, path: str, parameter: str, day: str) -> None:
    answer = client.get(f"/api/v1/{path}", {parameter: day})
    assert answer.status_code == 400
    assert json.loads(answer.content)["parameter"] == parameter


@pytest.mark.parametrize("day", NO_DAYS)
@pytest.mark.parametrize("path", [*PAGES, *FILES])
def test_what_is_no_day_is_refused_everywhere(client: Client, path: str, day: str) -> None:
    for parameter in ("date", "known"):
        assert client.get(path, {parameter: day}).status_code == 400


@pytest.mark.parametrize("parameter", ["activated_after", "activated_before"])
@pytest.mark.parametrize("day", NO_DAYS)
def test_the_days_of_filters_are_days_too(client: Client, parameter: str, day: str) -> None:
    for path in (
        "/secure-communities/jurisdictions/",
        "/secure-communities/jurisdictions.csv",
        "/api/v1/status/",
    ):
        assert client.get(path, {parameter: day}).status_code == 400


def test_a_day_of_knowledge_too_far_is_refused(client: Client) -> None:
    assert client.get("/secure-communities/", {"known": "9999-12-31"}).status_code == 400


@pytest.mark.parametrize("day", [*FAR, "2011-8-5"])
def test_the_days_of_changes_and_of_the_briefing_are_bounded_by_name(
    client: Client, day: str
) -> None:
    for query, named in (
        ({"from": day, "to": "2011-08-05"}, "from"),
        ({"from": "2010-01-01", "to": day}, "to"),
        ({"from": day, "to": "2011-08-05", "from_edition": "1"}, "from"),
    ):
        answer = client.get("/api/v1/changes/", query)
        assert (answer.status_code, json.loads(answer.content)["parameter"]) == (400, named)
    if day < "2011-08-05":
        assert client.get("/secure-communities/briefing/", {"since": day}).status_code == 400


def test_a_day_after_the_record_says_how_far_it_goes(client: Client) -> None:
    after, within = "2026-11-26", "2013-01-01"
    for path in (
        "/secure-communities/",
        "/secure-communities/jurisdictions/",
        PLACE,
        "/secure-communities/policy/",
    ):
        assert "The record goes to January 20, 2025." in client.get(path, {"date": after}).text
        told = client.get(path, {"date": within}).text.split('id="map-config"')[0]
        assert "The record goes to" not in told
    spanish = client.get(f"/es{PLACE}", {"date": after}).text
    assert "El registro llega hasta el 20 de enero de 2025." in spanish
    early = client.get("/secure-communities/jurisdictions/", {"date": "2008-01-01"}).text
    assert "The record begins on March 28, 2008." in early


def test_the_api_says_from_when_to_when_the_record_goes(client: Client) -> None:
    for path in ("summary/", "jurisdictions/06075/"):
        told = json.loads(client.get(f"/api/v1/{path}", {"date": "2026-11-26"}).content)
        assert (told["record_from"], told["record_to"]) == ("2008-03-28", "2025-01-20")


def test_the_slider_spans_the_record_whatever_the_day(client: Client) -> None:
    for day in ("2000-01-01", "2011-08-05", "2026-11-26"):
        page = client.get("/secure-communities/", {"date": day}).text
        (told,) = re.findall(r'<script id="map-config"[^>]*>(.*?)</script>', page)
        knots = json.loads(told)["time"]["knots"]
        ends = [date(1970, 1, 1) + timedelta(days=knot[0]) for knot in (knots[0], knots[-1])]
        assert [end.isoformat() for end in ends] == ["2008-01-01", "2025-12-31"]


@pytest.mark.parametrize(
    "path",
    [
        "/secure-communities/",
        "/secure-communities/jurisdictions/",
        PLACE,
        "/secure-communities/briefing/",
        "/secure-communities/reports/",
    ],
)
def test_a_field_for_a_day_offers_only_days_that_can_be_told_of(client: Client, path: str) -> None:
    answer = client.get(path)
    days = answer.context["days"]
    assert f'min="{days.first}" max="{days.last}"' in answer.text
    assert client.get(path, {"date": str(days.last)}).status_code == 200
    assert "too far" not in client.get(path, {"date": str(days.last)}).text
