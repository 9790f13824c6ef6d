"""healthz, robots.txt, the sitemap."""

from __future__ import annotations

import re

import pytest
from django.test import Client


@pytest.mark.usefixtures("shipped")
def test_healthz_says_which_edition_stands(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "edition": 1,
        "editions": {"secure-communities": 1},
    }


@pytest.mark.usefixtures("empty_record")
def test_healthz_is_not_well_before_the_first_edition(client: Client) -> None:
    assert client.get("/healthz").status_code == 503


@pytest.mark.usefixtures("shipped")
def test_the_sitemap_lists_every_place_in_both_languages(client: Client) -> None:
    said = client.get("/sitemap.xml").text
    places = set(re.findall(r"<loc>http://testserver(/[^<]*places/\d[^<]*)</loc>", said))
    assert len(places) == 2 * 3290
    assert "/es/places/48201-harris-county-texas/" in places


@pytest.mark.usefixtures("shipped")
def test_robots_are_told_where_the_sitemap_is(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in answer.text
