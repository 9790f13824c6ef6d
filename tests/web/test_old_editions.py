"""An old edition's address keeps answering as it was: pages, files, map, package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from jurisdictions.record.changing.facts import correct_fact
from tests.packages import NOON, PROGRAM

pytestmark = pytest.mark.usefixtures("shipped")
HARRIS = "/places/48201-harris-county-texas/"
FIXED = "date=2008-10-27&edition=1"
ADDRESSES = (
    f"{HARRIS}?{FIXED}",
    f"/es{HARRIS}?{FIXED}",
    f"/secure-communities/?{FIXED}",
    f"/secure-communities/map.svg?{FIXED}",
    f"/secure-communities/jurisdictions/?state=TX&{FIXED}",
    f"/places/17-illinois/?{FIXED}",
    f"/secure-communities/policy/?{FIXED}",
    f"/secure-communities/sources/?{FIXED}",
    f"/secure-communities/jurisdictions.csv?{FIXED}",
    f"/secure-communities/jurisdictions.json?state=TX&{FIXED}",
    f"/secure-communities/places/48201.json?{FIXED}",
    f"/secure-communities/places/48201.csv?{FIXED}",
    "/secure-communities/history.csv?state=TX&edition=1",
    f"/cite.json?page={HARRIS}?date=2008-10-27%26edition=1",
    "/secure-communities/data/secure-communities-edition-1.zip",
)


@pytest.fixture(autouse=True)
def own_shelf(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path


def body(client: Client, address: str) -> bytes:
    answer: Any = client.get(address)
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def correct(fact: str, /, **cells: str) -> None:
    correct_fact(program=PROGRAM, name=fact, cells=cells, by="Ana", reason="A letter.", at=NOON)


def test_every_address_of_an_edition_answers_the_same_after_the_next(client: Client) -> None:
    before = {address: body(client, address) for address in ADDRESSES}
    correct("activation:48201", activated_on="2008-11-03", source="ice_activated_list")
    correct("jurisdiction:48201", name="Harris County (renamed)")
    correct("policy_event:announced", title="Announced, as it now reads")
    correct("source:nilc", title="Another title")
    newest = client.get("/places/48201/", {"date": "2008-10-27"}, follow=True).text
    assert "Harris County (renamed)" in newest
    for address, content in before.items():
        assert body(client, address) == content, address


def test_an_old_edition_calls_a_place_by_its_old_name(client: Client) -> None:
    correct("jurisdiction:48201", name="Houston County")
    old = client.get("/places/48201/", {"edition": "1"})
    assert old.status_code == 301
    assert old["Location"] == f"{HARRIS}?edition=1"
    assert client.get(old["Location"]).status_code == 200
    assert (
        "Harris County"
        in client.get("/secure-communities/jurisdictions/?state=TX&sort=name&edition=1&page=3").text
    )
    assert client.get("/places/48201/")["Location"] == ("/places/48201-houston-county-texas/")
