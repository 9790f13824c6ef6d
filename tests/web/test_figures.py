"""Published figures stand under the place that they count, and say it wherever they are shown."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")
ALPINE = "/places/06003-alpine-county-california/"
MARICOPA = "/places/04013-maricopa-county-arizona/"
SUBMITTED = "reported_figure:06:fingerprint-submissions:2009-05-26/2011-03-31:hsn_facts"


def page(client: Client, address: str) -> str:
    """A page without its charts, which draw the same numbers."""
    told = " ".join(client.get(address).content.decode().split())
    return re.sub(r'<section class="charted">.*?</section>', "", told)


def under(told: str, number: str) -> str:
    """The heading under which a number stands."""
    before = told.split(number)[0]
    return re.findall(r"<h[234][^>]*>([^<]+)</h[234]>", before)[-1]


def figures_in(client: Client, address: str) -> list[dict]:
    return json.loads(client.get(address).content)["figures"]


def test_a_countys_page_shows_its_states_figures_as_its_states(client: Client) -> None:
    assert under(page(client, ALPINE), "1,785,488") == "Figures for California"
    assert under(page(client, f"/es{ALPINE}"), "1,785,488") == "Cifras: California"


def test_a_countys_own_figures_come_first(client: Client) -> None:
    told = page(client, MARICOPA)
    assert under(told, "−1,731") == "Figures for Maricopa County, Arizona"
    assert under(told, "14,011") == "Figures for Arizona"
    assert told.index("−1,731") < told.index("14,011")


def test_the_nations_figures_are_the_nations(client: Client) -> None:
    assert (
        under(page(client, "/secure-communities/policy/"), "7,225,393")
        == "Figures for the United States"
    )


def test_the_number_and_what_its_source_says_of_it_are_one_text(client: Client) -> None:
    told, spanish = (
        page(client, "/secure-communities/policy/"),
        page(client, "/es/secure-communities/policy/"),
    )
    assert ' class="number">more than 77,000</td>' in told
    assert ' class="number">más de 77,000</td>' in spanish
    assert ' class="number">about 47,000</td>' in told
    illinois = page(client, "/places/17-illinois/")
    assert ' class="number">less than 20 percent</td>' in illinois
    assert ' class="number">menos de 20%</td>' in page(client, "/es/places/17-illinois/")
    for text in (told, illinois):
        assert text.count(">more than") == text.count('class="number">more than')


def test_a_report_shows_them_in_the_same_way(client: Client) -> None:
    report = page(client, f"/secure-communities{ALPINE}report/?date=2011-08-05")
    assert under(report, "1,785,488") == "Figures for California"


def test_files_name_the_place_and_keep_number_and_qualifier_apart(client: Client) -> None:
    figures = {
        one["fact"]: one for one in figures_in(client, "/secure-communities/places/06003.json")
    }
    assert (figures[SUBMITTED]["geoid"], figures[SUBMITTED]["place"]) == ("06", "California")
    (one,) = (
        f for f in figures_in(client, "/secure-communities/policy.json") if f["value"] == 77000
    )
    assert (one["qualifier"], one["note"], one["place"]) == ("more-than", "", "United States")
    (one,) = (
        f for f in figures_in(client, "/es/secure-communities/policy.json") if f["value"] == 77000
    )
    assert (one["qualifier"], one["note"], one["place"]) == ("more-than", "", "Estados Unidos")


@pytest.mark.postgresql
def test_the_api_says_what_a_figure_counts(client: Client) -> None:
    found = json.loads(client.get("/api/v1/facts/reported_figure/?state=CA").content)["results"]
    (one,) = (fact for fact in found if fact["fact"] == SUBMITTED)
    assert (one["place"], one["value"], one["qualifier"]) == ("California", 1785488, "")
    assert (
        one["text"] == "March 31, 2011: Fingerprint submissions, California: 1,785,488 submissions."
    )


def test_the_page_of_its_source_says_it_too(client: Client) -> None:
    assert "Removals with a criminal record, United States: more than 77,000 persons." in page(
        client, "/secure-communities/sources/ice_pr/"
    )


def test_facts_of_a_file_name_the_place_of_a_figure(client: Client) -> None:
    text = b"".join(client.get("/secure-communities/sources/hsn_facts.csv")).decode()
    rows = {row["fact"]: row for row in csv.DictReader(StringIO(text, newline=""))}
    assert rows[SUBMITTED]["place"] == "California"


def test_one_who_replies_chooses_among_figures_under_their_place(client: Client) -> None:
    told = page(client, "/secure-communities/places/06003-alpine-county-california/wrong/")
    assert 'optgroup label="Figures for California"' in told
