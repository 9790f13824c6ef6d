"""Known when: which statuses of a day only became known later, wherever that is told."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
SECRET = "date=2010-01-01"
LISTS = "date=2025-03-01"
"""A day on which agreements were signed that ICE's lists showed days later."""


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.text.replace("&#x27;", "'").split())


def body(client: Client, address: str) -> bytes:
    answer: Any = client.get(address)
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def rows(client: Client, address: str) -> list[dict[str, str]]:
    text = body(client, address).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def statuses(client: Client, program: str, query: str) -> dict[str, str]:
    listed = rows(client, f"/{program}/jurisdictions.csv?{query}")
    return {row["geoid"]: row["status"] for row in listed}


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("program", "day"), [("secure-communities", "2010-01-01"), ("287g", "2025-03-01")]
)
def test_the_list_has_the_places_that_the_list_as_known_on_its_day_has_otherwise(
    client: Client, program: str, day: str
) -> None:
    now = statuses(client, program, f"date={day}")
    then = statuses(client, program, f"date={day}&known={day}")
    otherwise = {geoid: (then[geoid], now[geoid]) for geoid in now if then[geoid] != now[geoid]}
    found = rows(client, f"/{program}/known-later.csv?date={day}")
    assert otherwise
    assert {row["geoid"]: (row["then"], row["now"]) for row in found} == otherwise
    assert all(row["public_on"] > day and row["facts"] and row["told"] for row in found)
    assert json.loads(body(client, f"/api/v1/summary/?program={program}&date={day}"))[
        "known_later"
    ] == len(otherwise)
    shown = re.search(r"data-later-count>([\d,]+)<", page(client, f"/{program}/?date={day}"))
    assert shown
    assert int(shown[1].replace(",", "")) == len(otherwise)


def test_the_page_lists_them_by_state_with_what_came_out(client: Client) -> None:
    told = page(client, f"/secure-communities/known-later/?{SECRET}")
    assert "The statuses of 3 of 3,2" in told
    assert "<h3>Pennsylvania</h3>" in told
    assert "Public in September 2010." in told
    assert "ICE agreeing to run the program without a signed agreement" in told
    agencies = page(client, f"/287g/known-later/?{LISTS}&state=FL")
    assert "Clay County Sheriff's Office. Task force model" in agencies
    assert "<h3>Florida</h3>" in agencies
    assert "<h3>Texas</h3>" not in agencies


def test_a_day_of_which_all_was_known_says_so(client: Client) -> None:
    told = page(client, "/secure-communities/known-later/?date=2013-01-01")
    assert "Every status of January 1, 2013 was known on that day" in told
    assert 'id="map-later" hidden' in page(client, "/secure-communities/?date=2013-01-01")


def test_a_places_page_says_what_became_known_later_and_of_other_days_nothing(
    client: Client,
) -> None:
    philadelphia = "/places/42101-philadelphia-county-pennsylvania/"
    told = page(client, f"{philadelphia}?{SECRET}")
    assert "By what was public on January 1, 2010, the status of that day was" in told
    assert "By what became public in September 2010, it was" in told
    assert "date=2010-01-01&amp;known=2010-01-01" in told
    for query in ("date=2011-01-01", f"{SECRET}&known=2010-01-01"):
        assert "What became known later" not in page(client, f"{philadelphia}?{query}")


def test_the_api_tells_it_of_a_place(client: Client) -> None:
    held = json.loads(body(client, f"/api/v1/jurisdictions/42101/?{SECRET}"))
    (one,) = held["known_later"]
    assert (one["public_on"], one["public_on_edtf"]) == ("2010-09-01", "2010-09")
    assert one["before"] == "active-agreement-not-documented"
    assert one["after"] == held["row"]["status"] == "active-without-agreement"
    assert [fact["fact"] for fact in one["facts"]] == ["agreement:pa:1"]
    quiet = json.loads(body(client, "/api/v1/jurisdictions/42101/?date=2012-01-01"))
    assert quiet["known_later"] == []


def test_the_reports_have_a_section_of_it(client: Client) -> None:
    place = page(
        client,
        f"/secure-communities/places/42101-philadelphia-county-pennsylvania/report/?{SECRET}",
    )
    assert "What became known later" in place
    assert "By what became public in September 2010, it was" in place
    state = page(client, f"/secure-communities/places/42-pennsylvania/report/?{SECRET}")
    assert "The statuses of 3 of 67 counties and equivalents" in state
    assert "What became known later" in page(client, f"/secure-communities/briefing/?{SECRET}")


def test_the_same_in_spanish(client: Client) -> None:
    told = page(client, f"/es/secure-communities/known-later/?{SECRET}")
    assert "Lo que se supo después" in told
    assert "Público en septiembre de 2010." in told


def test_what_cannot_be_read_is_refused_by_its_name(client: Client) -> None:
    for form in ("/", ".csv"):
        answer = client.get(f"/secure-communities/known-later{form}?state=ZZ")
        assert answer.status_code == 400
        assert "state" in answer.text


@pytest.mark.parametrize(
    ("page_of", "day", "number"),
    [
        ("/secure-communities/known-later/", "2009-07-21", 3),
        ("/287g/known-later/", "2025-02-18", 428),
    ],
)
def test_the_page_opens_on_the_day_of_which_most_became_known_later(
    client: Client, page_of: str, day: str, number: int
) -> None:
    told = page(client, page_of)
    assert "The page opens on the day of which most became known later." in told
    assert f'value="{day}"' in told
    assert f"The statuses of {number} of" in told
    (files,) = re.findall(r'href="([^"]*known-later\.csv[^"]*)"', told)[:1]
    assert len(rows(client, files.replace("&amp;", "&"))) == number
    # Who asks for a day gets that day.
    asked = page(client, f"{page_of}?date=2013-01-01")
    assert "The page opens on" not in asked
    assert 'value="2013-01-01"' in asked


def test_a_state_opens_on_a_day_of_its_own_and_one_without_any_on_the_usual_day(
    client: Client,
) -> None:
    told = page(client, "/287g/known-later/?state=TX")
    assert "The page opens on" in told
    assert "<h3>Texas</h3>" in told
    none = page(client, "/secure-communities/known-later/?state=TX")
    assert "The page opens on" not in none
    assert "was known on that day" in none
