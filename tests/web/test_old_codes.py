"""Codes of another time lead to the places that have what they stood for."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/places/46102/", "/places/46113/"),
        ("/places/46102-oglala-lakota-county-south-dakota/", "/places/46113/"),
        ("/places/51560/?date=2012-01-01", "/places/51005/?date=2012-01-01"),
        ("/es/places/02158/", "/es/places/02270/"),
        ("/secure-communities/places/02063.pdf", "/secure-communities/places/02261.pdf"),
        ("/secure-communities/places/02063.csv", "/secure-communities/places/02261.csv"),
        (
            "/secure-communities/places/46102-oglala-lakota/report/",
            "/secure-communities/places/46113/report/",
        ),
        ("/api/v1/jurisdictions/46102/", "/api/v1/jurisdictions/46113/"),
        (
            "/api/v1/jurisdictions/46102/timeline/?lang=es",
            "/api/v1/jurisdictions/46113/timeline/?lang=es",
        ),
    ],
)
def test_an_old_code_leads_on(client: Client, asked: str, led: str) -> None:
    answer = client.get(asked)
    assert answer.status_code == 301
    there = answer["Location"]
    assert there.startswith(led.partition("?")[0].rstrip("/"))
    assert there.endswith(led.partition("?")[2])
    assert client.get(asked, follow=True).status_code == 200


def test_a_code_that_went_to_several_places_offers_them_the_main_one_first(client: Client) -> None:
    answer = client.get("/places/09110/?date=2012-01-01")
    assert answer.status_code == 300
    hartford, tolland = answer.text.find("/09003/?date=2012-01-01"), answer.text.find("/09013/")
    assert 0 < hartford < tolland
    told = client.get("/api/v1/jurisdictions/09110/")
    assert told.status_code == 404
    assert "09003 Hartford County, Connecticut; 09013 Tolland" in told.json()["detail"]


@pytest.mark.parametrize(
    "address",
    ["/places/99999/", "/secure-communities/places/99999.csv", "/api/v1/jurisdictions/99999/"],
)
def test_a_code_that_never_was_leads_nowhere(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "code", ["LA", "il", "Louisiana", "Harris County, Texas", "cook-county-illinois"]
)
def test_other_names_lead_on_too(client: Client, code: str) -> None:
    assert client.get(f"/places/{code}/", follow=True).status_code == 200


def test_a_place_says_what_became_of_it_and_what_it_was(client: Client) -> None:
    page = client.get("/places/46113/", follow=True).text
    assert "Renamed Oglala Lakota County, Census code 46102: May 1, 2015." in page
    page = client.get("/places/51019/", follow=True).text
    assert "Bedford city (51515) became part of it: July 1, 2013." in page
    page = client.get("/es/places/08014/", follow=True).text
    assert "condado de Boulder (08013)" in page


def test_the_api_tells_the_life_of_a_place(client: Client) -> None:
    place = client.get("/api/v1/jurisdictions/51515/").json()["place"]
    assert (place["valid_from"], place["valid_to"]) == (None, "2013-07-01")
    assert place["successors"] == [
        {"code": "51019", "kind": "merged", "on": "2013-07-01", "name": "Bedford County"}
    ]
