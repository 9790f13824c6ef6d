"""On Spanish pages places have Spanish names: headings, lists, sentences, files, search, map."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from django.test import Client

from jurisdictions.models.folding import fold

pytestmark = pytest.mark.usefixtures("shipped")

MAP = "/es/secure-communities/"


@pytest.mark.parametrize(
    ("geoid", "heading"),
    [
        ("48201", "Condado de Harris, Texas"),
        ("22071", "Parroquia de Orleans, Luisiana"),
        ("24510", "Ciudad de Baltimore, Maryland"),
        ("72021", "Municipio de Bayamón, Puerto Rico"),
        ("02110", "Ciudad y borough de Juneau, Alaska"),
        ("36005", "Condado del Bronx, Nueva York"),
        ("06037", "Condado de Los Ángeles, California"),
        ("11001", "Distrito de Columbia"),
        ("44", "Rhode Island"),
        ("44007", "Condado de Providence, Rhode Island"),
    ],
)
def test_a_page_is_headed_by_the_spanish_name(client: Client, geoid: str, heading: str) -> None:
    page = client.get(f"/es/places/{geoid}/", follow=True).text
    assert f"<h1>{heading}</h1>" in page


def test_the_address_of_a_place_stays_as_it_was(client: Client) -> None:
    led = client.get("/es/places/06037/", follow=True).redirect_chain
    assert led[-1][0].startswith("/es/places/06037-los-angeles-county-california/")


def test_sentences_contract_the_article(client: Client) -> None:
    page = client.get("/es/places/48201/?date=2011-08-05", follow=True).text
    assert "Cronología del condado de Harris, Texas" in page
    assert "Respuesta del condado de Harris" in page
    texas = client.get("/es/places/48/?date=2009-01-01", follow=True).text
    assert "las huellas dactilares en el condado de Harris, Texas" in texas


def test_a_list_goes_by_the_proper_name(client: Client) -> None:
    answer = client.get("/es/secure-communities/jurisdictions.csv?state=MD&sort=name")
    names = [row["name"] for row in csv.DictReader(io.StringIO(answer.text))]
    assert len(names) == 24
    assert "Ciudad de Baltimore" in names
    assert "Condado de Baltimore" in names
    proper = [fold(re.sub(r"^(Condado|Ciudad) de ", "", name)) for name in names]
    assert proper == sorted(proper)


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("condado de harris, texas", "Condado de Harris, Texas"),
        ("Harris County, TX", "Condado de Harris, Texas"),
        ("condado de los angeles", "Condado de Los Ángeles, California"),
        ("bayamon", "Municipio de Bayamón, Puerto Rico"),
        ("parroquia orleans luisiana", "Parroquia de Orleans, Luisiana"),
        ("condado del Bronx", "Condado del Bronx, Nueva York"),
        ("rhode island", "Rhode Island"),
    ],
)
def test_the_search_finds_by_either_name_without_accents_and_answers_in_spanish(
    client: Client, written: str, label: str
) -> None:
    found = client.get("/es/places/search.json", {"q": written}).json()
    assert found["places"][0]["label"] == label


def test_the_map_is_told_the_words_for_kinds_and_the_names_beside_the_rule(client: Client) -> None:
    def told(page: str) -> Any:
        found = re.findall(r'<script id="map-config"[^>]*>(.*?)</script>', client.get(page).text)
        return json.loads(found[0])["spanish"]

    spanish = told(MAP)
    assert [" County", "condado"] in spanish["kinds"]
    assert spanish["own"]["36005"] == "Condado del Bronx"
    assert len(spanish["own"]) < 60
    assert told(MAP.removeprefix("/es")) is None


def test_the_api_and_the_files_tell_the_spanish_name_in_either_language(client: Client) -> None:
    harris = client.get("/api/v1/jurisdictions/48201/?program=secure-communities")
    assert harris.status_code == 200
    assert harris.json()["place"]["name"] == "Harris County"
    assert harris.json()["place"]["name_es"] == "Condado de Harris"
    answer = client.get("/secure-communities/places/22071-orleans-parish-louisiana.json")
    file = json.loads(b"".join(answer.streaming_content) if answer.streaming else answer.content)
    assert file["place"]["name_es"] == "Parroquia de Orleans"
