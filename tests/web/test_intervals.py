"""A day that lies between two dates reads so everywhere, and counts by the first."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from jurisdictions.read.asking import ask
from jurisdictions.read.maps import map_file
from jurisdictions.record.changing.facts import correct_fact
from tests.read.test_map_files import DRAWN

PLACE, BETWEEN = "53033", "2011-06-14/2011-06-18"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def known_between_two_dates(shipped: None) -> None:
    """King County was activated on some day between June 14 and 18, 2011."""
    correct_fact(
        program="secure-communities",
        name=f"activation:{PLACE}",
        cells={"activated_on": BETWEEN, "source": "ice_activated_list"},
        by="Ana",
        reason="Two lists.",
        at=NOON,
    )


def rows(client: Client, address: str) -> list[dict[str, str]]:
    text = b"".join(client.get(address)).decode()
    return list(csv.DictReader(StringIO(text, newline="")))


def test_files_have_the_interval_beside_its_first_day(client: Client) -> None:
    (row,) = (
        row
        for row in rows(client, "/secure-communities/jurisdictions.csv?date=2013-01-01&state=WA")
        if row["geoid"] == PLACE
    )
    assert (row["activated_on"], row["activated_on_edtf"]) == ("2011-06-14", BETWEEN)
    told = b"".join(client.get("/secure-communities/jurisdictions.xlsx?date=2013-01-01&state=WA"))
    cells = [cell for row in load_workbook(BytesIO(told)).worksheets[0].values for cell in row]
    assert BETWEEN in cells


def test_the_api_has_both(client: Client) -> None:
    told = json.loads(client.get(f"/api/v1/jurisdictions/{PLACE}/?date=2013-01-01").content)["row"]
    assert (told["activated_on"], told["activated_on_edtf"]) == ("2011-06-14", BETWEEN)
    spans = json.loads(client.get(f"/api/v1/jurisdictions/{PLACE}/timeline/").content)["spans"]
    assert ("2011-06-14", BETWEEN) in [(span["start"], span["start_edtf"]) for span in spans]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", "between June 14 and June 18, 2011"),
        ("/es", "entre el 14 y el 18 de junio de 2011"),
    ],
)
def test_the_page_says_it_in_words(client: Client, language: str, said: str) -> None:
    address = f"{language}/jurisdictions/{PLACE}-king-county-washington/?date=2013-01-01"
    told = client.get(address, follow=True).content.decode()
    assert said in " ".join(told.split())
    assert "June 14, 2011" not in told


def test_the_map_marks_the_day_as_not_known() -> None:
    asked = ask(today=date(2026, 11, 22))
    told = json.loads(map_file(asked, "activation", DRAWN).json)
    assert BETWEEN in [known for _since, known, *_places in told["partial"]]
