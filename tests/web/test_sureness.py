"""How sure a status is: in lists, files, the API, as a filter, on the map."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
LIST = "/secure-communities/jurisdictions"


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer: Any = client.get(address)
    assert answer.status_code == 200, address
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize(
    ("program", "geoid", "day", "told"),
    [
        ("secure-communities", "29177", "2011-07-01", ("official-list", "day", "yes")),
        ("secure-communities", "48201", "2010-07-01", ("official-list", "day", "no")),
        ("secure-communities", "48201", "2008-01-01", ("no-fact", "no-day", "no")),
        ("secure-communities", "51013", "2010-11-06", ("official-list", "day", "no")),
        ("secure-communities", "51059", "2010-11-06", ("press", "bounded", "no")),
        ("287g", "12021", "2026-05-18", ("official-list", "day", "no")),
        ("287g", "06073", "2026-05-18", ("press", "day", "no")),
    ],
)
def test_a_status_says_what_it_rests_on(
    client: Client, program: str, geoid: str, day: str, told: tuple[str, ...]
) -> None:
    found = rows(client, f"/{program}/jurisdictions.csv?date={day}&text={geoid}")
    (row,) = (one for one in found if one["geoid"] == geoid)
    assert (row["basis"], row["precision"], row["contradicted"]) == told
    assert bool(row["sources"]) is (told[0] != "no-fact")


@pytest.mark.postgresql
def test_the_list_the_files_the_api_and_the_map_filter_and_count_alike(client: Client) -> None:
    query = "date=2011-08-05&basis=press&basis=document"
    found = rows(client, f"{LIST}.csv?{query}")
    counted = Counter(row["basis"] for row in found)
    assert set(counted) == {"press", "document"}
    api = json.loads(client.get(f"/api/v1/status/?{query}&page_size=1").content)
    assert api["count"] == len(found)
    assert {"basis", "precision", "contradicted", "sources"} <= set(api["results"][0])
    page = client.get(f"{LIST}/?{query}").text
    assert 'name="basis"' in page
    assert "What it rests on" in page
    yes = rows(client, f"{LIST}.csv?date=2011-07-01&contradicted=yes")
    assert len(yes) == 8
    assert client.get("/api/v1/status/?basis=rumor").status_code == 400


@pytest.mark.parametrize("program", ["secure-communities", "287g"])
def test_the_map_shows_where_the_record_is_thin_without_scripts(
    client: Client, program: str
) -> None:
    page = client.get(f"/{program}/?layer=basis").text
    assert 'value="basis"' in page
    assert "How thin the record is" in page
    picture = client.get(f"/{program}/map.svg?layer=basis").content.decode()
    assert "Official list" in picture
    assert "Qué tan seguro es cada dato" in client.get(f"/es/{program}/?layer=basis").text


def test_facts_say_what_they_rest_on(client: Client) -> None:
    told = json.loads(client.get("/secure-communities/places/48201.json").content)
    (one,) = (fact for fact in told["facts"] if fact["fact"] == "activation:48201")
    assert (one["rests_on"], one["day_precision"]) == ("official-list", "day")
    sources = rows(client, "/secure-communities/sources.csv")
    assert {row["kind"] for row in sources} == {"document", "official-list", "list", "press"}
