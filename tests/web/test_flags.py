"""Flags: what in the record calls for a second look, by which rule, and what explains it."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from jurisdictions.gazetteer.folding import fold
from tests.people import make_person, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
FELL = "/secure-communities/flags/figure-fell/"
FIVE = {"Maricopa County", "San Diego County", "Travis County", "Dallas County"} | {
    "Los Angeles County"
}


def page(client: Client, address: str) -> str:
    """The words of a page, without its tags."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def test_the_histories_of_one_flag_are_told_apart_in_sight(client: Client) -> None:
    answer = client.get(FELL).text
    row = answer[answer.index('id="figure-fell-04013') :].split("</tr>")[0]
    links = re.findall(r'class="flag-fact" href="[^"]+">(.*?)</a>', row)
    assert len(links) == 2
    seen = [re.sub(r'<span class="visually-hidden">.*?</span>|<[^>]+>', "", one) for one in links]
    assert seen == [
        "History: Change in removals without a conviction, Jul 2010",
        "History: Change in removals without a conviction, percent, Jul 2010",
    ]


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer: Any = client.get(address)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_exactly_five_running_totals_fell_from_april_to_july_2010(client: Client) -> None:
    found = [
        row for row in rows(client, "/secure-communities/flags.csv") if row["kind"] == "figure-fell"
    ]
    assert {row["place"].partition(",")[0] for row in found} == FIVE
    assert len(found) == 5
    assert {(row["first_edtf"], row["last_edtf"]) for row in found} == {("2010-04", "2010-07")}
    assert sorted(int(row["change"]) for row in found) == [-1731, -1374, -401, -357, -279]
    assert rows(client, "/secure-communities/flags/figure-fell.csv") == found
    told = page(client, FELL)
    assert "the total fell by 1,731 persons from April 2010 to July 2010." in told
    assert "Nobody has explained it yet." in told


@pytest.mark.postgresql
def test_every_activation_without_an_agreement_on_record_is_told_by_state(client: Client) -> None:
    found = rows(client, "/secure-communities/flags/no-agreement.csv")
    by_place = {row["geoid"]: row for row in found}
    assert by_place["48201"]["first_edtf"] == "2008-10-27"
    assert by_place["48201"]["explained_as"] == "no-agreement-48"
    assert "06073" not in by_place, "California had signed"
    assert max(row["first_edtf"] for row in found) < "2011-08-05"
    answer = client.get("/secure-communities/flags/no-agreement/").text
    assert 'id="no-agreement-48201"' in answer
    assert 'id="no-agreement-48"' in answer


def test_states_stand_in_the_order_of_the_language(client: Client) -> None:
    page = client.get("/es/secure-communities/flags/no-agreement/").text
    states = re.findall(r"<h2>([^<]+) <span", page)
    assert len(states) > 20
    assert states == sorted(states, key=fold)


def test_days_in_dispute_name_both(client: Client) -> None:
    found = rows(client, "/secure-communities/flags/two-days.csv")
    assert len(found) == 11
    ray = next(row for row in found if row["geoid"] == "29177")
    assert (ray["first_edtf"], ray["last_edtf"]) == ("2011-06-01", "2011-01-06")
    assert "June 1, 2011 in this record; a source says January 6, 2011." in ray["text"]


def test_the_second_program_has_kinds_of_its_own(client: Client) -> None:
    found = rows(client, "/287g/flags.csv")
    kinds = {row["kind"]: row for row in found}
    assert set(kinds) == {"came-back", "listed-after-end", "two-days"}
    assert {row["agency"] for row in found if row["kind"] == "came-back"} >= {
        "al-franklin-county-sheriff-office",
        "tx-southside-place-police-department",
    }
    told = page(client, "/287g/flags/")
    assert "A jump" in told
    assert "The rule finds none in this edition." in told
    assert "Un acuerdo que se fue y volvió" in page(client, "/es/287g/flags/came-back/")


def test_the_api_gives_the_same_flags(client: Client) -> None:
    found = json.loads(client.get("/api/v1/flags/?kind=figure-fell&state=TX").content)
    assert [row["geoid"] for row in found["results"]] == ["48113", "48453"]
    assert found["results"][0]["values"] == [-357]
    assert found["results"][0]["url"].endswith(f"{FELL}#{found['results'][0]['flag']}")
    assert client.get("/api/v1/flags/?kind=came-back").status_code == 400
    assert client.get("/secure-communities/flags/came-back/").status_code == 404


def test_places_figures_and_agencies_lead_to_their_flags(client: Client) -> None:
    fell = "/secure-communities/flags/figure-fell/#figure-fell-04013"
    assert fell in client.get("/places/04013-maricopa-county-arizona/").text
    assert fell in client.get("/secure-communities/claims/").text
    harris = client.get("/places/48201-harris-county-texas/").text
    assert "/secure-communities/flags/no-agreement/#no-agreement-48201" in harris
    agency = client.get("/agencies/al-franklin-county-sheriff-office/").text
    assert "/287g/flags/came-back/#came-back-al-franklin" in agency
    assert 'href="/secure-communities/flags/"' in client.get("/secure-communities/").text


def test_a_reviewer_explains_a_flag_and_everybody_reads_it(client: Client) -> None:
    address = "/secure-communities/desk/flags/no-agreement-48/"
    assert client.get("/secure-communities/flags/no-agreement/").text.count("Explain it") == 0
    sign_in(client, make_person("reviewer", "48"))
    assert "Explain it" in page(client, "/secure-communities/flags/no-agreement/")
    one = client.get("/secure-communities/desk/flags/no-agreement-48201/")
    assert (one.status_code, one["Location"]) == (302, address)
    typed = {"summary": "Texas signed in 2008.", "summary_es": "Texas firmó en 2008.", "base": "0"}
    sent = client.post(address, {**typed, "source": "nilc"})
    assert (sent.status_code, sent["Location"]) == (
        303,
        "/secure-communities/flags/no-agreement/#no-agreement-48",
    )
    again = client.post(address, typed)
    assert "Somebody else changed the explanation meanwhile" in again.text
    client.logout()
    assert "Texas firmó en 2008." in page(client, "/es/secure-communities/flags/no-agreement/")
    row = rows(client, "/secure-communities/flags/no-agreement.csv")
    texan = next(one for one in row if one["geoid"] == "48201")
    assert (texan["explanation"], texan["sources"].split()[-1]) == (typed["summary"], "nilc")
    history = page(client, "/secure-communities/history/explanation:no-agreement-48/")
    assert typed["summary"] in history


def test_the_page_of_all_kinds_says_what_the_first_flags_are(client: Client) -> None:
    told = client.get("/secure-communities/flags/").text
    two = unescape(told.split('id="two-days"', 1)[1].split("</section>")[0])
    assert "February 3, 2010 in this record; a source says 2009." in two
    assert two.count("<li>") == 3
    there = client.get("/secure-communities/flags/two-days/").text
    anchors = re.findall(r'two-days/#([^"]+)"', two)
    assert len(anchors) == 3
    assert all(f'id="{anchor}"' in there for anchor in anchors)


def test_no_id_of_a_fact_is_read_out_on_the_page_of_a_kind(client: Client) -> None:
    for path in ("/secure-communities/flags/two-days/", "/287g/flags/came-back/"):
        told = page(client, path)
        assert not re.search(r"\b(activation|policy_event|agency_agreement):\S", told)
