"""The list, the files and the history of 287(g): every one has the program's own columns."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

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


@pytest.mark.postgresql
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


@pytest.mark.postgresql
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


def codebook(client: Client, address: str) -> tuple[Any, list[dict[str, Any]]]:
    """The workbook at an address, and the rows of its codebook."""
    book = load_workbook(io.BytesIO(body(client, address)))
    head, *told = book["codebook"].iter_rows(values_only=True)
    return book, [dict(zip(head, row, strict=True)) for row in told]


@pytest.mark.parametrize(
    ("address", "sheets"),
    [
        ("/287g/policy.xlsx", {"acts": ("effect",), "positions": ("position",)}),
        ("/287g/places/17031.xlsx", {"facts": ("word", "outcome", "date_basis")}),
        ("/secure-communities/policy.xlsx", {"acts": ("effect",), "positions": ("position",)}),
        ("/secure-communities/places/17031.xlsx", {"facts": ("word", "outcome", "date_basis")}),
    ],
)
def test_every_word_of_a_spreadsheet_is_in_its_codebook(
    client: Client, address: str, sheets: dict[str, tuple[str, ...]]
) -> None:
    book, told = codebook(client, address)
    _book, in_spanish = codebook(client, f"/es{address}")
    labels = {(row["sheet"], row["column"], row["word"]): row["label"] for row in in_spanish}
    for sheet, columns in sheets.items():
        head, *rows = book[sheet].iter_rows(values_only=True)
        for column in columns:
            known = {
                row["word"] for row in told if (row["sheet"], row["column"]) == (sheet, column)
            }
            stands = {row[head.index(column)] for row in rows} - {None}
            figures = {"agreements", "agreements-signed", "agreements-listed"}
            assert stands - figures <= known
            for word in known - {None}:
                assert labels[sheet, column, word]


def test_a_codebook_has_no_words_of_another_program(client: Client) -> None:
    _book, told = codebook(client, "/287g/policy.xlsx")
    effects = {row["word"] for row in told if row["column"] == "effect"}
    assert "task-force-restored" in effects
    assert not effects & {"not-optional", "program-begins"}
    means = {row["column"]: row["meaning"] for row in told if not row["word"]}
    assert means["position"] == "Which agreements federal law and policy allowed."
    _book, told = codebook(client, "/es/287g/places/17031.xlsx")
    called = {row["word"]: row["label"] for row in told if row["sheet"] == "facts"}
    assert called["task-force"] == "En la calle (task force)"
    assert "detainer-limit" not in called
