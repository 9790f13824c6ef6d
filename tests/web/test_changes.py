"""What changed between two days: a sentence, numbers by state, one thing after another, files."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
WEEKS = "from=2026-04-20&to=2026-05-18"
SENTENCE = (
    "In the four weeks to May 18, 2026: 154 signed in 20 states; ten left ICE's list, five of"
    " them in Kentucky on one day."
)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.text.replace("&#x27;", "'").split())


def body(client: Client, address: str) -> bytes:
    answer: Any = client.get(address)
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def rows(client: Client, query: str, program: str = "287g") -> list[dict[str, str]]:
    text = body(client, f"/{program}/changes.csv?{query}").decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_page_opens_on_the_last_four_weeks_of_the_record(client: Client) -> None:
    told = page(client, "/287g/changes/")
    assert SENTENCE in told
    assert "Three more are known from their texts, which ICE posted" in told
    assert "Two that had ended before left the list as well." in told
    assert "May 18, 2026 is the day of the last list of ICE's that is on record." in told
    assert 'value="2026-04-20"' in told
    assert 'value="2026-05-18"' in told


def test_what_is_known_from_texts_alone_is_not_nothing(client: Client) -> None:
    told = page(client, "/287g/changes/?from=2026-08-18&to=2026-08-18")
    assert (
        "On August 18, 2026: eight agreements are known from their texts, which ICE posted; no list"
        " of ICE's had them by then."
    ) in told
    assert "nothing is on record" not in told


def test_the_same_in_spanish(client: Client) -> None:
    told = page(client, "/es/287g/changes/")
    assert (
        "En las cuatro semanas hasta el 18 de mayo de 2026: se firmaron 154 acuerdos en 20 estados;"
        " diez salieron de la lista de ICE, cinco de ellos en Kentucky en un mismo día."
    ) in told
    assert "De tres más se conocen los textos" in told
    one = page(client, "/es/287g/changes/?from=2026-05-08&to=2026-05-08&state=NH")
    assert "El 8 de mayo de 2026, New Hampshire: " in one.replace(
        "Nuevo Hampshire", "New Hampshire"
    )
    assert "uno salió de la lista de ICE." in one


def test_the_files_hold_the_rows_that_the_sentence_counts(client: Client) -> None:
    found = rows(client, WEEKS)
    number = Counter(row["change"] for row in found)
    assert number == {"signed": 157, "appeared": 178, "left-list": 10, "taken-off-list": 2}
    left = Counter((row["state"], row["day"]) for row in found if row["change"] == "left-list")
    assert left["KY", "2026-05-07"] == 5
    (gone,) = {row["day_edtf"] for row in found if row["state"] == "KY" and "left" in row["change"]}
    assert gone == "2026-05-01/2026-05-07"
    late = {row["name"] for row in found if row["change"] == "taken-off-list"}
    assert late == {"Garrett County Sheriff's Office", "Washington County Sheriff's Office"}
    held = json.loads(body(client, f"/287g/changes.json?{WEEKS}"))
    assert [row["fact"] for row in held["changes"]] == [row["fact"] for row in found]
    assert held["sentence"].startswith(SENTENCE)
    assert sum(row["number"] for row in held["by_state"]) == len(found)
    assert body(client, f"/287g/changes.xlsx?{WEEKS}").startswith(b"PK")


def test_states_and_kinds_of_change_part_the_whole(client: Client) -> None:
    whole = rows(client, WEEKS)
    kentucky = rows(client, f"{WEEKS}&state=ky&change=left-list")
    assert len(kentucky) == 5
    some = {"signed": 0, "appeared": 0, "left-list": 0, "taken-off-list": 0}
    parts = [rows(client, f"{WEEKS}&change={change}") for change in some]
    assert sum(map(len, parts)) == len(whole)
    told = page(client, f"/287g/changes/?{WEEKS}&state=KY")
    assert "Kentucky: four signed; five left ICE's list, all on one day." in told


def test_what_went_on_under_another_name_was_signed_once(client: Client) -> None:
    found = rows(client, "from=2025-01-20&to=2026-05-18")
    renamed = [row for row in found if row["change"] == "relabelled"]
    assert len(renamed) == 11
    facts = [row["fact"] for row in found if row["change"] == "signed"]
    assert len(facts) == len(set(facts))
    record = {
        row["agreement"]: row["superseded_by"]
        for row in json.loads(
            body(client, "/api/v1/agreements/?program=287g&page_size=500").decode()
        )["results"]
    }
    followers = {
        record[row["fact"].partition(":")[2]]
        for row in renamed
        if row["fact"].partition(":")[2] in record
    }
    assert not followers & {fact.partition(":")[2] for fact in facts}


def test_days_after_the_last_list_say_how_far_the_record_reaches(client: Client) -> None:
    told = page(client, "/287g/changes/?from=2026-09-11&to=2026-10-09")
    assert "The last list of ICE's on record is of May 18, 2026." in told
    assert "ICE itself counted 2,654 on October 9, 2026." in told


def test_days_on_which_nothing_happened_say_so(client: Client) -> None:
    told = page(client, "/287g/changes/?from=1996-10-05&to=1996-10-06")
    assert "The record has nothing that fits on these days." in told
    assert "From October 5, 1996 to October 6, 1996: nothing is on record." in told


@pytest.mark.postgresql
def test_the_first_program_has_the_page_too(client: Client) -> None:
    told = page(client, "/secure-communities/changes/?from=2010-05-01&to=2010-05-29")
    assert (
        "In the four weeks to May 29, 2010: 29 places activated in six states and territories; one"
        " state agreement signed; two requests not to take part; one request refused."
    ) in told
    found = rows(client, "from=2010-05-01&to=2010-05-29", "secure-communities")
    assert Counter(row["change"] for row in found)["activation"] == 29
    assert page(client, "/es/secure-communities/changes/")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("from=2026-05-19&to=2026-05-18", "from"),
        ("from=yesterday", "from"),
        ("to=2026-02-30", "to"),
        ("to=9999-12-31", "to"),
        ("from=0001-01-01", "from"),
        ("state=ZZ", "state"),
        ("change=vanished", "change"),
    ],
)
@pytest.mark.parametrize("form", ["/", ".csv"])
def test_what_cannot_be_read_is_refused_by_its_name(
    client: Client, query: str, name: str, form: str
) -> None:
    answer = client.get(f"/287g/changes{form}?{query}")
    assert answer.status_code == 400
    assert f"<code>{name}</code>" in answer.text


def test_the_days_often_asked_for_are_a_click_away(client: Client) -> None:
    told = client.get("/287g/changes/?state=TX").text
    found = re.findall(
        r'<li><a href="([^"]+)"', told.split('class="presets"')[1].split("</nav>")[0]
    )
    assert len(found) == 6
    assert any("from=2025-01-20&amp;to=2026-05-18" in href for href in found)
    assert all("state=TX" in href for href in found)
    for href in found:
        assert client.get(href.replace("&amp;", "&")).status_code == 200
    first = client.get("/secure-communities/changes/").text
    assert "Since January 20, 2025" not in first
    assert "from=2008-03-28" in first


def test_long_lists_are_turned_page_by_page(client: Client) -> None:
    told = page(client, "/287g/changes/?from=2025-01-20&to=2026-05-18&page=2")
    assert 'rel="prev"' in told
    assert 'rel="next"' in told
    assert told.count('class="happened-line"') == 100


@pytest.mark.parametrize("query", [WEEKS, "from=2025-01-20&to=2026-05-18"])
def test_the_panel_says_how_large_the_files_are(client: Client, query: str) -> None:
    panel = client.get(f"/287g/changes/?{query}").text.split('class="take"')[1]
    offers = re.findall(
        r'href="([^"]+)"[^>]*>[^<]+</a> <span class="take-size">about ([\d.,]+) (kB|MB)', panel
    )
    assert len(offers) == 3
    for href, number, unit in offers:
        size = len(body(client, href.replace("&amp;", "&")))
        said = float(number.replace(",", "")) * {"kB": 1000, "MB": 1_000_000}[unit]
        assert abs(size - said) < max(0.2 * size, 1500), (href, size, said)


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_what_happened_on_one_day_stands_in_the_order_of_the_states_names(
    client: Client, prefix: str
) -> None:
    told = page(client, f"{prefix}/287g/changes/?from=2026-05-18&to=2026-05-18&state=MS&state=MO")
    line = r'class="happened-what">([^<]+)</span> <span class="happened-told"> <a href="[^"]*/(m.)-'
    by_what: dict[str, list[str]] = {}
    for what, state in re.findall(line, told):
        by_what.setdefault(what, []).append(state)
    assert any(set(states) == {"ms", "mo"} for states in by_what.values())
    # Mississippi and Missouri, Misisipi y Misuri: their codes stand the other way round.
    for states in by_what.values():
        assert states == sorted(states, reverse=True)
