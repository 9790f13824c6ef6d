"""No list without its files: every public page that shows rows offers them, with what they are."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, reverse

from jurisdictions.read.program_addresses import in_program
from jurisdictions.web import urls
from jurisdictions.web.account.urls import ACCOUNTS
from jurisdictions.web.bulk.urls import BULK
from jurisdictions.web.desk.people.urls import PEOPLE
from jurisdictions.web.desk.urls import DESK
from jurisdictions.web.follow.urls import FOLLOW
from jurisdictions.web.tips.urls import TIPS
from tests.web.taking import body

FORMS = (*ACCOUNTS, *BULK, *DESK, *FOLLOW, *PEOPLE, *TIPS)
NEEDS_A_PERSON = {one.name for one in FORMS if isinstance(one, URLPattern)}
"""Pages of the desk, of accounts, of orders, of mails and of tips."""
NO_LIST = {
    "home": "finds a place; its few changes lead to their list",
    "about": "prose",
    "methodology": "prose; its words are in the glossary",
    "data": "lists the files of everything else",
    "data-edition": "lists files",
    "story": "chapters in words, each with its sources and the pages that it leads to",
    "place-report": "a report, offered as PDF; its rows have their files on the place's page",
    "request": "a dossier, offered as PDF and as zip with its tables",
}
"""Pages whose tables and lists are no rows of the record, and why."""
PARTS: dict[str, tuple[str, ...]] = {
    "geoid": ("51013",),
    "slug": ("arlington-county-virginia",),
    "key": ("ice_activated_list", "us-active-jurisdictions-2011-08-05-dn-0811"),
    "name": ("opt_out:arlington-2010:1", "activation:51013"),
    "agency": ("ak-department-of-correction",),
    "thread": ("arlington-2010",),
    "package": ("secure-communities-edition-1",),
}
"""What a part of an address may be, of which one fits."""
ROWS = re.compile(r'<td[ >]|<ol class="|<h3 id="')
PROGRAMS = ("secure-communities", "287g")


@cache
def page_names() -> tuple[str, ...]:
    """The addresses of all pages that anybody may read."""
    found = [*urls.SHARED, *urls.PROGRAM]
    names = {
        one.name
        for one in found
        if isinstance(one, URLPattern) and one.name and str(one.pattern).rstrip("$").endswith("/")
    }
    return tuple(sorted((names | {"home", "map"}) - NEEDS_A_PERSON))


def addresses(name: str, program: str) -> list[str]:
    """The addresses under that name whose parts are known here."""
    found = []
    with in_program(program):
        for fit in range(2):
            parts = {part: said[min(fit, len(said) - 1)] for part, said in PARTS.items()}
            for names in ((), ("geoid", "slug"), *((one,) for one in PARTS)):
                try:
                    found.append(reverse(name, kwargs={one: parts[one] for one in names}))
                except NoReverseMatch:
                    continue
    return list(dict.fromkeys(found))


def shown(client: Client, path: str) -> str:
    """The main part of a page; "" where there is none."""
    answer = client.get(path)
    html = answer.status_code == 200 and "text/html" in answer.headers["Content-Type"]
    return answer.text.split("<main", 1)[1].split("</main>")[0] if html else ""


def linked(text: str) -> list[dict[str, Any]]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return [json.loads(block) for block in blocks]


def panels(client: Client, program: str) -> dict[str, str]:
    """The main part of every page of a program that shows rows, by its address."""
    found = {}
    for name in page_names():
        if name in NO_LIST:
            continue
        for path in addresses(name, program):
            if ROWS.search(said := shown(client, path)):
                found[path] = said
                break
    return found


def check_dataset(said: dict[str, Any], spoken: str) -> None:
    """What schema.org and the search engines of data ask of a data set."""
    assert (said["@context"], said["@type"]) == ("https://schema.org", "Dataset")
    assert said["name"]
    assert 50 <= len(said["description"]) <= 5000
    assert said["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert said["creator"]["name"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", said["temporalCoverage"])
    assert said["spatialCoverage"]["name"]
    assert said["version"] == "1.0.0"
    assert said["inLanguage"] == spoken
    assert "edition" in said["isBasedOn"][0]
    assert said["includedInDataCatalog"]["url"].endswith("/data/")
    for one in said["distribution"]:
        assert one["@type"] == "DataDownload"
        assert re.fullmatch(r"[a-z]+/[\w.+-]+", one["encodingFormat"])
        assert one["contentUrl"].startswith("http://testserver/")


@pytest.mark.usefixtures("both_programs")
@pytest.mark.parametrize("program", PROGRAMS)
def test_every_page_with_rows_offers_them_as_files_that_are_there(
    client: Client, program: str
) -> None:
    found = panels(client, program)
    assert len(found) > 12, sorted(found)
    lacking = [path for path, said in found.items() if 'class="take"' not in said]
    assert not lacking, "they show rows and offer no file of them"
    for path, said in found.items():
        told = linked(said)
        assert told, path
        for one in told:
            check_dataset(one, "en")
        # The files of the panel are those of the data set; the light ones are asked for.
        plain = [
            one["contentUrl"]
            for block in told
            for one in block["distribution"]
            if one["encodingFormat"] == "text/csv"
        ]
        assert plain, path
        for address in plain[:1]:
            parts = urlsplit(address)
            head = client.head(f"{parts.path}?{parts.query}")
            assert head.status_code == 200, address
            assert client.get(f"{parts.path}.citation.txt?{parts.query}").status_code == 200


@pytest.mark.usefixtures("both_programs")
def test_a_page_of_data_tells_the_same_in_spanish(client: Client) -> None:
    for page in ("secure-communities/requests/", "287g/agencies/", "secure-communities/"):
        (told,) = linked(shown(client, f"/es/{page}"))
        check_dataset(told, "es")
        assert all("/es/" in one["contentUrl"] for one in told["distribution"])
        assert "Edición 1" in told["description"]


@pytest.mark.usefixtures("both_programs")
def test_a_program_without_requests_has_no_file_of_them(client: Client) -> None:
    assert client.get("/287g/requests.csv").status_code == 404


@pytest.mark.usefixtures("both_programs")
def test_a_place_is_named_in_the_data_set_of_its_page(client: Client) -> None:
    told = linked(client.get("/places/17031-cook-county-illinois/").text)
    assert {one["spatialCoverage"]["identifier"] for one in told} == {"17031"}
    assert len(told) == 2


@pytest.mark.usefixtures("shipped")
def test_requests_are_a_table_with_their_steps_and_sources(client: Client) -> None:
    said = json.loads(body(client.get("/secure-communities/requests.json?labels=1")))
    rows = {one["request"]: one for one in said["data"]}
    arlington = rows["arlington-2010"]
    assert (arlington["geoid"], arlington["state"]) == ("51013", "VA")
    assert arlington["first_step_label"]
    steps = [one for one in said["steps"] if one["thread"] == "arlington-2010"]
    assert arlington["steps"] == len(steps)
    assert set(arlington["sources"]) <= {one["source"] for one in said["citations"]}


@pytest.mark.usefixtures("shipped")
def test_the_record_itself_comes_as_tables(client: Client) -> None:
    words = body(client.get("/es/secure-communities/glossary.csv")).decode()
    assert "opted-out," in words
    editions = json.loads(body(client.get("/secure-communities/editions.json")))["data"]
    assert [one["edition"] for one in editions] == [1]
    assert editions[0]["package"].endswith("secure-communities-edition-1.zip")
    fact = "/secure-communities/history/opt_out:arlington-2010:1.json"
    (first, *_rest) = json.loads(body(client.get(f"{fact}?labels=1")))["versions"]
    assert (first["version"], first["how"], first["how_label"]) == (1, "recorded", "Recorded")
    place = "/secure-communities/places/51013-arlington-county-virginia/history.csv"
    assert "opt_out:arlington-2010:1" in body(client.get(place)).decode()
    for gone in ("history/opt_out:none:1.csv", "places/99999/history.csv"):
        assert client.get(f"/secure-communities/{gone}").status_code == 404


@pytest.mark.usefixtures("shipped")
def test_a_briefing_as_a_file_is_its_two_days_compared(client: Client) -> None:
    briefing = "/secure-communities/briefing.csv?date=2010-09-28&since=2010-06-01"
    compared = "/secure-communities/compare.csv?from=2010-06-01&to=2010-09-28"
    assert body(client.get(briefing)) == body(client.get(compared))
    assert client.get(f"{briefing}&since=2012-01-01").status_code == 400
