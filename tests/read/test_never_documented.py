"""That an agreement was never documented stays to be seen after all agreements were canceled."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")
NEVER = {"agreement_record": "never-documented"}


def listed(client: Client, **query: str) -> Iterator[dict[str, str]]:
    said = client.get("/secure-communities/jurisdictions.csv", query).text
    yield from csv.DictReader(io.StringIO(said.lstrip("\ufeff")))


def doubtful(client: Client, day: str) -> set[str]:
    rows = listed(client, date=day, activation="activated", **NEVER)
    return {row["geoid"] for row in rows}


def test_the_opening_day_shows_the_doubt_of_the_day_before(client: Client) -> None:
    before, after = doubtful(client, "2011-08-04"), doubtful(client, "2011-08-05")
    reads = {row["geoid"] for row in listed(client, date="2011-08-04", agreement="not-documented")}
    assert before <= reads
    assert len(before) > 1000
    # That ICE canceled Delaware's and Nevada's is on record, so they are documented from then on.
    assert {geoid[:2] for geoid in before - after} == {"10", "32"}
    assert doubtful(client, "2014-11-19") >= after


def test_every_row_says_whether_an_agreement_is_on_record(client: Client) -> None:
    rows = {row["geoid"]: row["agreement_record"] for row in listed(client, date="2012-01-01")}
    assert rows["48201"] == "never-documented"
    assert rows["42101"] == rows["06037"] == rows["51013"] == "documented"


def test_the_page_and_the_list_say_so_in_words(client: Client) -> None:
    page = client.get("/places/48201-harris-county-texas/", {"date": "2011-08-05"}).text
    assert 'No agreement <span class="soft">· Never documented</span>' in page
    page = client.get("/places/42101-philadelphia-county-pennsylvania/").text
    assert "· Never documented" not in page
    said = client.get("/secure-communities/jurisdictions/", {"date": "2011-08-05"}).text
    assert 'name="agreement_record" value="never-documented"' in said


def test_the_api_filters_by_it_and_answers_with_it(client: Client) -> None:
    query = {"date": "2011-08-05", "state": "TX", **NEVER}
    found = client.get("/api/v1/status/", query).json()["results"]
    assert found
    assert {row["agreement_record"] for row in found} == {"never-documented"}


def test_the_counts_of_the_methodology_are_the_records_own(client: Client) -> None:
    states = list(
        listed(client, date="2011-08-04", level="state", status="active-agreement-not-documented")
    )
    said = " ".join(client.get("/secure-communities/methodology/").text.split())
    assert f"For {len(states)} states and territories that were active no agreement" in said
    assert "54 jurisdictions have no activation date on record" in said
    assert "Of 11 published national totals 10 agree with this record to within two." in said


def test_the_pictures_of_the_map_say_it_in_their_legend_as_the_page_does(client: Client) -> None:
    told = {"date": "2012-01-01", "state": "TX"}
    said = "Active, agreement never documented"
    picture, page = (
        client.get("/secure-communities/map.svg", told).text,
        client.get("/secure-communities/", told).text,
    )
    count = int(page.partition("data-undocumented-count>")[2].partition("<")[0])
    assert count > 100
    legend = picture.partition(said)[2]
    assert legend.startswith("</text>")
    assert f">{count}</text>" in legend[:200]
    assert ">?</text>" in legend[:400]
    assert (
        "Activa; nunca se encontró acuerdo"
        in client.get("/es/secure-communities/map.svg", told).text
    )


def test_the_report_of_a_state_says_it_beside_its_map_and_in_its_periods(client: Client) -> None:
    report = client.get("/secure-communities/places/48-texas/report/", {"date": "2012-01-01"}).text
    assert "Active, agreement never documented: " in report
    assert "No agreement · Never documented" in report
    report = client.get(
        "/secure-communities/places/42-pennsylvania/report/", {"date": "2012-01-01"}
    ).text
    assert "Active, agreement never documented: " not in report
