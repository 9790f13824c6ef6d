"""The counts of the law of 287(g) for May 18, 2026, read off the list, its file and the API."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.test import Client

from tests.web.taking import rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
DAY = "2026-05-18"
COUNTIES = {
    "task-force": 621,
    "jail-enforcement": 66,
    "warrant-service": 245,
    "state-task-force": 996,
    "forbidden-by-state": 263,
    "ended": 35,
    "none-recorded": 1008,
}
"""County equivalents by status; nobody has another."""


def test_the_list_counts_them_beside_each_word(client: Client) -> None:
    page = client.get("/287g/jurisdictions/", {"date": DAY}).text
    pattern = r'name="status" value="([^"]+)".*?class="count">([\d,]+)<'
    counted = {
        word: int(number.replace(",", "")) for word, number in re.findall(pattern, page, re.DOTALL)
    }
    assert counted == COUNTIES


def test_the_file_of_the_list_has_so_many_rows_of_each(client: Client) -> None:
    assert Counter(row["status"] for row in rows(client.get("/287g/jurisdictions.csv"))) == COUNTIES


@pytest.mark.parametrize(("status", "number"), COUNTIES.items())
def test_a_word_that_is_asked_for_gives_so_many(client: Client, status: str, number: int) -> None:
    asked = {"program": "287g", "date": DAY, "status": status, "page_size": "1"}
    assert client.get("/api/v1/status/", asked).json()["count"] == number


def test_the_summary_says_the_same_and_how_far_the_record_reaches(client: Client) -> None:
    told = client.get("/api/v1/summary/", {"program": "287g"}).json()
    assert {word: n for word, n in told["by_status"].items() if n} == COUNTIES
    assert told["agreements"] == {"in_force": 1846, "agencies": 1552, "states": 40}
    assert (told["date"], told["record_until"]) == (DAY, DAY)
    page = client.get("/287g/").text
    for number in ("1,846", "1,552"):
        assert number in page
