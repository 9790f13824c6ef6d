"""How files answer: names, citations, caches, languages, refusals."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from tests.web.taking import body, workbook

pytestmark = pytest.mark.usefixtures("shipped")


def test_a_file_names_its_program_day_and_edition(client: Client) -> None:
    answer = client.get("/secure-communities/jurisdictions.csv?date=2011-08-05")
    name = "secure-communities-jurisdictions-2011-08-05-edition-1.csv"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    narrowed = client.get(
        "/secure-communities/jurisdictions.csv?state=IL&status=opted-out&known=2012-01-01"
    )
    assert (
        "jurisdictions-il-selection-2011-08-05-known-2012-01-01"
        in narrowed.headers["Content-Disposition"]
    )


def test_every_file_says_how_to_cite_it(client: Client) -> None:
    fixed = (
        "http://testserver/secure-communities/jurisdictions.{}?state=DE&date=2011-08-05&edition=1"
    )
    for form in ("csv", "json", "geojson", "xlsx"):
        answer = client.get(f"/secure-communities/jurisdictions.{form}?state=DE")
        assert f'<{fixed.format(form)}>; rel="cite-as"' in answer["Link"]
    told = json.loads(body(client.get("/secure-communities/jurisdictions.json?state=DE")))
    assert told["cite_as"] == fixed.format("json")
    assert told["cite_as"] in told["citation"]
    said = dict(
        workbook(client.get("/secure-communities/jurisdictions.xlsx?state=DE"))["citation"].values
    )
    assert said["Permanent address"] == fixed.format("xlsx")
    assert said["Edition"] == "1"


def test_a_cited_address_answers_the_same(client: Client) -> None:
    told = json.loads(body(client.get("/secure-communities/places/17031.json?date=2012-02-02")))
    again = client.get(told["cite_as"].removeprefix("http://testserver"))
    assert {**json.loads(body(again)), "cite_as": 0, "citation": 0} == {
        **told,
        "cite_as": 0,
        "citation": 0,
    }


def test_lang_and_the_spanish_address_give_spanish_names(client: Client) -> None:
    by_path = json.loads(
        body(client.get("/es/secure-communities/jurisdictions.json?level=state&text=nueva"))
    )
    by_name = json.loads(
        body(client.get("/secure-communities/jurisdictions.json?level=state&text=nueva&lang=es"))
    )
    assert by_path["data"] == by_name["data"]
    assert "Nueva York" in {row["name"] for row in by_name["data"]}
    assert client.get("/secure-communities/jurisdictions.json?lang=es")["Content-Language"] == "es"


def test_a_reader_who_has_the_file_is_told_so(client: Client) -> None:
    for address in (
        "/secure-communities/jurisdictions.csv",
        "/secure-communities/places/17.xlsx",
        "/secure-communities/history.csv",
    ):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304
        other = client.get(f"{address}?edition=1", headers={"If-None-Match": first["ETag"]})
        assert other.status_code in {200, 304}
        assert client.get(f"{address}?lang=es")["ETag"] != first["ETag"]


def test_a_named_edition_may_be_kept_for_ever_and_the_newest_for_a_minute(client: Client) -> None:
    assert (
        "immutable"
        in client.get("/secure-communities/jurisdictions.csv?edition=1&date=2011-08-05")[
            "Cache-Control"
        ]
    )
    assert "immutable" in client.get("/secure-communities/sources.csv?edition=1")["Cache-Control"]
    assert (
        client.get("/secure-communities/jurisdictions.csv")["Cache-Control"] == "public, max-age=60"
    )


@pytest.mark.parametrize(
    "address",
    [
        "/secure-communities/jurisdictions.csv",
        "/secure-communities/history.csv",
        "/secure-communities/policy.xlsx",
    ],
)
def test_the_head_can_be_asked_for_alone(client: Client, address: str) -> None:
    head, whole = client.head(address), client.get(address)
    assert head.status_code == 200
    assert not head.content
    for name in ("Content-Type", "Content-Disposition", "ETag", "Link"):
        assert head[name] == whole[name]


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/secure-communities/jurisdictions.csv?date=2011-02-30", "date"),
        ("/secure-communities/jurisdictions.xlsx?edition=7", "edition"),
        ("/secure-communities/jurisdictions.json?state=ZZ", "state"),
        ("/secure-communities/jurisdictions.geojson?geometry=fine", "geometry"),
        ("/secure-communities/places/17.geojson?geometry=fine", "geometry"),
        ("/secure-communities/jurisdictions.csv?sort=colour", "sort"),
        ("/secure-communities/places/17031.csv?known=x", "known"),
        ("/secure-communities/history.csv?state=ZZ", "state"),
        ("/secure-communities/history.csv?lang=fr", "lang"),
        ("/secure-communities/policy.csv?program=none", "program"),
        ("/secure-communities/sources.csv?edition=1&known=2010-01-01", "known"),
    ],
)
def test_what_cannot_be_read_is_named(client: Client, address: str, parameter: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert f"<code>{parameter}</code>" in answer.text
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "address",
    [
        "/secure-communities/places/99999.csv",
        "/secure-communities/places/IL.csv",
        "/secure-communities/jurisdictions/../../etc/passwd.csv",
        "/secure-communities/jurisdictions/..%2f..%2fetc%2fpasswd.json",
        "/secure-communities/sources/none.csv",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("/secure-communities/jurisdictions.exe", ".geojson"),
        ("/secure-communities/places/17031.docx", ".geojson"),
        ("/secure-communities/policy.geojson", ".xlsx"),
        ("/secure-communities/sources.xml", ".json"),
        ("/secure-communities/history.json", ".csv"),
    ],
)
def test_a_form_that_is_not_offered_gets_the_list_of_those_that_are(
    client: Client, address: str, offered: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert f"<code>{offered}</code>" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/secure-communities/jurisdictions.csv",
        "/secure-communities/jurisdictions/",
        "/secure-communities/",
    ],
)
def test_ten_thousand_filters_are_refused_in_words(client: Client, address: str) -> None:
    answer = client.get(address + "?" + "&".join(["state=IL"] * 10_000))
    assert answer.status_code == 400
    assert "too many parameters" in answer.text


@pytest.mark.usefixtures("empty_record")
def test_before_the_first_edition_there_is_no_file(client: Client) -> None:
    assert client.get("/secure-communities/jurisdictions.csv").status_code == 503
