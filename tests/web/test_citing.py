"""How pages and files are cited: a short text, BibTeX, CSL-JSON, all naming the edition."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")
COOK = "/places/17031-cook-county-illinois/"


def csl(client: Client, page: str, prefix: str = "") -> dict[str, Any]:
    answer = client.get(f"{prefix}/cite.json", {"page": page})
    assert answer.status_code == 200, answer.text
    (item,) = json.loads(answer.content)
    return dict(item)


@pytest.mark.parametrize(
    "path",
    [
        "/secure-communities/",
        "/secure-communities/jurisdictions/",
        COOK,
        "/secure-communities/policy/",
        "/secure-communities/sources/nilc/",
        "/secure-communities/methodology/",
        "/secure-communities/data/",
    ],
)
@pytest.mark.parametrize("prefix", ["", "/es"])
def test_every_page_offers_its_citation_and_both_files_answer(
    client: Client, prefix: str, path: str
) -> None:
    said = client.get(f"{prefix}{path}").text
    hrefs = re.findall(r'href="([^"]*/cite\.(?:bib|json)\?[^"]*)"', said)
    assert len(hrefs) == 2
    for href in hrefs:
        answer = client.get(href.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert "edition=1" in answer.text


def test_a_citation_names_the_day_and_the_edition_of_the_page(client: Client) -> None:
    item = csl(client, f"{COOK}?date=2011-08-05&edition=1")
    assert item["title"] == "Cook County, Illinois on August 5, 2011"
    named = "date=2011-08-05&edition=1&program=secure-communities"
    assert item["URL"] == f"http://testserver{COOK}?{named}"
    assert (item["type"], item["version"]) == ("webpage", "1")
    assert client.get(item["URL"]).status_code == 200


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (
            "/secure-communities/places/17031-cook-county-illinois/history/",
            "History of the record: Cook County, Illinois",
        ),
        (
            "/secure-communities/history/activation:17031/",
            "History of the record: activation:17031",
        ),
        ("/secure-communities/reports/", "Reports in bulk"),
    ],
)
def test_a_page_that_is_not_the_program_is_not_cited_by_its_name(
    client: Client, page: str, title: str
) -> None:
    assert csl(client, page)["title"] == title


def test_a_spanish_page_is_cited_in_spanish(client: Client) -> None:
    item = csl(client, f"/es{COOK}?date=2011-08-05")
    assert item["language"] == "es"
    assert "5 de agosto de 2011" in item["title"]
    assert item["URL"].startswith(f"http://testserver/es{COOK}")


def test_a_file_is_cited_with_its_filters(client: Client) -> None:
    item = csl(client, "/secure-communities/jurisdictions.csv?state=IL&date=2011-08-05")
    assert item["URL"] == (
        "http://testserver/secure-communities/jurisdictions.csv?state=IL&date=2011-08-05&edition=1"
    )


def test_a_page_as_known_on_a_day_says_so(client: Client) -> None:
    item = csl(client, "/secure-communities/policy/?known=2011-01-01")
    assert "as known on 2011-01-01" in item["note"]
    assert "known=2011-01-01" in item["URL"]
    assert "edition" not in item["URL"]


def test_a_package_is_cited_as_a_data_set_at_its_own_address(client: Client) -> None:
    item = csl(client, "/secure-communities/data/secure-communities-edition-1/")
    assert item["type"] == "dataset"
    assert item["URL"] == "http://testserver/secure-communities/data/secure-communities-edition-1/"


def test_bibtex_has_braces_in_pairs_and_no_bare_special_signs(
    client: Client, settings: Any
) -> None:
    settings.OPERATOR = {"name": "Law & Justice_100%", "email": "", "address": ""}
    said = client.get("/cite.bib", {"page": f"{COOK}?date=2011-08-05"}).text
    assert said.startswith("@misc{secure-communities-1-cook-county-illinois-on-august-5-2011,\n")
    assert said.count("{") == said.count("}")
    assert r"publisher = {Law \& Justice\_100\%}," in said
    assert re.search(r"^  month = [a-z]{3},$", said, re.MULTILINE)


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("", 400),
        ("policy/", 400),
        ("//evil.example/", 400),
        ("https://evil.example/policy/", 400),
        ("http://[", 400),
        ("/\\evil", 400),
        ("/" + "x" * 5000, 400),
        ("/secure-communities/policy/?date=2011-13-01", 400),
        ("/secure-communities/policy/?edition=7", 400),
        ("/secure-communities/policy/?" + "a=1&" * 900, 200),
        ("/secure-communities/policy/?" + "a&" * 1500, 400),
        ("/nowhere/", 404),
        ("/places/99999-nowhere/", 404),
        ("/secure-communities/sources/none/", 404),
        ("/secure-communities/data/secure-communities-edition-7/", 400),
        ("/../../etc/passwd", 404),
    ],
)
def test_what_cannot_be_cited_is_refused_in_words(client: Client, page: str, status: int) -> None:
    assert client.get("/cite.bib", {"page": page}).status_code == status
    assert client.get("/cite.json", {"page": page}).status_code == status
    assert client.get("/cite.ris", {"page": page}).status_code == 404


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("/secure-communities/charts/?state=TX", "Charts: Texas"),
        ("/secure-communities/charts/?place=06037", "Charts: Los Angeles County, California"),
        ("/secure-communities/charts/", "Charts: United States"),
        (
            "/secure-communities/charts/status.png?state=TX",
            "Secure Communities: counties and equivalents by status, Texas (PNG)",
        ),
        (
            "/secure-communities/charts/status.csv?state=TX",
            "Secure Communities: counties and equivalents by status, Texas (CSV)",
        ),
        (
            "/secure-communities/map.png?state=TX&date=2011-08-05",
            "Map of Secure Communities on August 5, 2011: Texas (PNG)",
        ),
        (
            "/secure-communities/compare/?from=2010-09-28&to=2011-08-05&state=ny",
            "Two days compared: September 28, 2010 – August 5, 2011, New York",
        ),
        ("/secure-communities/compare/?from=soon", "Two days compared"),
    ],
)
def test_a_picture_is_cited_by_what_it_shows(client: Client, page: str, title: str) -> None:
    assert csl(client, page)["title"] == title


def test_no_such_chart_is_no_citation(client: Client) -> None:
    page = "/secure-communities/charts/none.png"
    assert client.get("/cite.json", {"page": page}).status_code == 404
