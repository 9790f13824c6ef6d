"""Places have Spanish names, made by one rule from what the Census calls them."""

from __future__ import annotations

import pytest

from jurisdictions.gazetteer.spanish_names import ARTICLES, SUFFIXES, spanish_name
from tests.gazetteer.shipped import reader

BY_KIND = {
    "Harris County": ("Condado de Harris", "del condado de Harris", "al condado de Harris"),
    "Orleans Parish": (
        "Parroquia de Orleans",
        "de la parroquia de Orleans",
        "a la parroquia de Orleans",
    ),
    "Denali Borough": ("Borough de Denali", "del borough de Denali", "al borough de Denali"),
    "Juneau City and Borough": (
        "Ciudad y borough de Juneau",
        "de la ciudad y borough de Juneau",
        "a la ciudad y borough de Juneau",
    ),
    "Bethel Census Area": (
        "Área censal de Bethel",
        "del área censal de Bethel",
        "al área censal de Bethel",
    ),
    "Baltimore city": (
        "Ciudad de Baltimore",
        "de la ciudad de Baltimore",
        "a la ciudad de Baltimore",
    ),
    "Bayamón Municipio": (
        "Municipio de Bayamón",
        "del municipio de Bayamón",
        "al municipio de Bayamón",
    ),
    "St. Croix Island": (
        "Isla de St. Croix",
        "de la isla de St. Croix",
        "a la isla de St. Croix",
    ),
}


@pytest.mark.parametrize("name", BY_KIND)
def test_each_kind_has_its_word_its_article_and_its_contractions(name: str) -> None:
    made = spanish_name(name)
    assert (made.title, made.of, made.to) == BY_KIND[name]


@pytest.mark.parametrize(
    ("name", "title", "proper"),
    [
        ("Charles City County", "Condado de Charles City", "Charles City"),
        ("James City County", "Condado de James City", "James City"),
        ("Kodiak Island Borough", "Borough de Kodiak Island", "Kodiak Island"),
        ("Carson City", "Carson City", "Carson City"),
        ("Guam", "Guam", "Guam"),
    ],
)
def test_only_the_end_that_tells_the_kind_is_taken_off(name: str, title: str, proper: str) -> None:
    made = spanish_name(name)
    assert (made.title, made.proper) == (title, proper)


@pytest.mark.parametrize(
    ("name", "own", "title", "of", "proper"),
    [
        (
            "Bronx County",
            "condado del Bronx",
            "Condado del Bronx",
            "del condado del Bronx",
            "Bronx",
        ),
        ("Rose Island", "isla Rose", "Isla Rose", "de la isla Rose", "Rose"),
        ("Eastern District", "distrito Oriental", "Distrito Oriental", "", "Oriental"),
        (
            "Doña Ana County",
            "Doña Ana",
            "Condado de Doña Ana",
            "del condado de Doña Ana",
            "Doña Ana",
        ),
        ("New County", "Condado Nuevo", "Condado Nuevo", "del condado Nuevo", "Nuevo"),
        ("New York", "Nueva York", "Nueva York", "de Nueva York", "Nueva York"),
        ("District of Columbia", "Distrito de Columbia", "Distrito de Columbia", "", ""),
    ],
)
def test_a_place_with_a_name_of_its_own_keeps_it(
    name: str, own: str, title: str, of: str, proper: str
) -> None:
    made = spanish_name(name, own)
    assert made.title == title
    assert made.of == (of or f"del {own}")
    assert made.proper == (proper or own)


def test_three_states_and_territories_have_an_article_in_a_sentence() -> None:
    assert {name: spanish_name(name, name).spoken for name in ARTICLES} == {
        "Distrito de Columbia": "el Distrito de Columbia",
        "Islas Marianas del Norte": "las Islas Marianas del Norte",
        "Islas Vírgenes de Estados Unidos": "las Islas Vírgenes de Estados Unidos",
    }
    assert spanish_name("Texas", is_state=True).spoken == "Texas"


def test_no_state_loses_the_end_of_its_name() -> None:
    states = [place.name for place in reader().index.places.values() if place.is_state]
    assert "Rhode Island" in states
    assert [spanish_name(name, is_state=True).title for name in states] == states


def test_every_county_on_record_is_told_by_a_spanish_word_but_three() -> None:
    words = tuple(word[:1].upper() + word[1:] for _end, word, _article in SUFFIXES)
    left = {
        place.name
        for place in reader().index.places.values()
        if not place.is_state and not spanish_name(place.name).title.startswith(words)
    }
    assert left == {"Carson City", "Guam", "District of Columbia"}
