"""Said and counted: published numbers beside the record's, and a page to cite for each."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
MAY = "us-agreements-2026-05-18-rr-lists"


def page(client: Client, address: str) -> str:
    """The words of a page, without its tags."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def rows(client: Client, address: str) -> dict[str, dict[str, str]]:
    answer: Any = client.get(address)
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    found = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return {row["claim"]: row for row in found}


@pytest.mark.parametrize(
    ("as_of", "value", "recorded", "difference", "why"),
    [
        ("2010-10-29", "71", "71", "0", ""),
        ("2017-08-01", "60", "60", "0", ""),
        ("2025-01-20", "135", "135", "0", ""),
        ("2025-09-02", "958", "961", "-3", "row of headings is counted"),
        ("2025-09-18", "1001", "1003", "-2", "row of headings is counted"),
        ("2025-11-21", "1202", "1189", "13", ""),
        ("2026-01-14", "1318", "1319", "-1", "row of headings is counted"),
        ("2026-05-18", "1843", "1846", "-3", "not on the list yet"),
        ("2026-10-09", "2654", "2236", "418", "The record is whole to May 18, 2026 alone"),
    ],
)
def test_each_published_total_stands_beside_the_records(
    client: Client, as_of: str, value: str, recorded: str, difference: str, why: str
) -> None:
    (row,) = (
        one
        for one in rows(client, "/287g/claims.csv").values()
        if (one["as_of"], one["metric"]) == (as_of, "agreements")
    )
    assert (row["value"], row["difference"]) == (value, difference)
    assert (row["recorded_least"], row["recorded_most"]) == (recorded, recorded)
    assert why in row["reason"]
    assert bool(why) is bool(row["reason"])
    assert row["sources"]


def test_a_month_may_mean_any_of_its_days(client: Client) -> None:
    found = rows(client, "/287g/claims.csv")
    row = found["us-agreements-2026-02-whatfinger-fwd"]
    assert int(row["recorded_least"]) < 1400 < int(row["recorded_most"])
    assert row["difference"] == str(1372 - int(row["recorded_least"]))


def test_days_after_the_last_list_say_to_which_day_the_record_is_whole(client: Client) -> None:
    found = rows(client, "/287g/claims.csv").values()
    later = [row for row in found if row["as_of"] > "2026-05-18"]
    assert len(later) == 5
    assert {row["record_until"] for row in later} == {"2026-05-18"}


def test_one_claim_has_a_page_to_cite(client: Client) -> None:
    told = page(client, f"/287g/claims/{MAY}/")
    assert (
        "Agreements in force, United States, May 18, 2026: 1,843 agreements were published; the"
        " record gives 1,846."
    ) in told
    assert "Three agreements were signed on that day and were not on the list yet." in told
    assert "3 agreements in force were on no list yet." in told
    assert "ICE's list of that day, which is in hand, has 1,843 rows." in told
    assert f"/287g/claims/{MAY}/?date=" in told
    cited = client.get(f"/cite.json?page=/287g/claims/{MAY}/").text
    assert "Agreements in force, United States, May 18, 2026" in cited
    held = json.loads(client.get(f"/287g/claims/{MAY}.json").content)
    assert [row["claim"] for row in held["claims"]] == [MAY]
    assert {row["source"] for row in held["citations"]} == {"rr_lists"}


def test_the_same_in_spanish(client: Client) -> None:
    told = page(client, f"/es/287g/claims/{MAY}/")
    assert "se publicó la cifra de 1,843 acuerdos; el registro dice 1,846." in told
    assert "Tres acuerdos se firmaron ese mismo día" in told
    assert "Lo publicado y lo contado" in page(client, "/es/secure-communities/claims/")


def test_no_reason_is_made_up(client: Client) -> None:
    (key,) = (key for key in rows(client, "/287g/claims.csv") if "2025-11-21" in key)
    assert "That is not known." in page(client, f"/287g/claims/{key}/")


@pytest.mark.postgresql
def test_the_first_program_has_them_too(client: Client) -> None:
    found = rows(client, "/secure-communities/claims.csv")
    row = found["us-active-jurisdictions-2011-08-05-dn-0811"]
    assert (row["value"], row["recorded_most"], row["difference"]) == ("1508", "1510", "-2")
    assert len({row["fact"] for row in found.values()}) == len(found) == 59
    told = page(client, "/secure-communities/claims/")
    assert "What the record does not count" in told
    removals = found["us-removals-2008-10-2011-03-31-hsn-facts"]
    assert (removals["recorded_most"], removals["difference"]) == ("", "")


@pytest.mark.parametrize("program", ["287g", "secure-communities"])
@pytest.mark.parametrize("language", ["", "/es"])
def test_every_claim_of_the_list_has_its_page(client: Client, program: str, language: str) -> None:
    listed = client.get(f"{language}/{program}/claims/").text
    links = re.findall(rf'href="({language}/{program}/claims/[a-z0-9-]+/)"', listed)
    assert len(links) == len(rows(client, f"/{program}/claims.csv"))
    assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("address", ["/287g/claims/none/", "/287g/claims/none.csv"])
def test_there_is_no_page_of_a_claim_that_nobody_made(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("program", ["secure-communities", "287g"])
@pytest.mark.parametrize("prefix", ["", "/es"])
def test_every_note_of_a_claim_is_a_sentence(client: Client, program: str, prefix: str) -> None:
    told = client.get(f"{prefix}/{program}/claims/").text
    notes = re.findall(r'<td[^>]* class="long"[^>]*>(.*?)</td>', told, re.DOTALL)
    said = [re.sub(r"<[^>]*>", "", unescape(note)).strip() for note in notes]
    assert sum(map(bool, said)) > 10
    for note in filter(None, said):
        assert re.match(r"[A-Z0-9«“]", note), note
        assert note.endswith("."), note
