"""With a state chosen everything beside the map is about that state."""

from __future__ import annotations

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")
TEXAS = "/?state=TX&date=2010-09-28"


def counts(page: str) -> list[int]:
    return [int(n.replace(",", "")) for n in re.findall(r"<span data-count>([\d,]+)<", page)]


def test_the_headline_counts_the_states_places(client: Client) -> None:
    page, spanish = client.get(TEXAS).text, client.get(f"/es{TEXAS}").text
    sentence = re.search(r'id="map-sentence">([^<]+)<', page)
    assert sentence
    assert sentence[1].startswith("On September 28, 2010, a federal procedure for opting out")
    assert re.search(r"Texas: [\d,]+ of 254 jurisdictions were active\.$", sentence[1])
    assert "3,234" not in sentence[1]
    assert re.search(r"Texas: [\d,]+ de 254 jurisdicciones estaban activas\.", spanish)


def test_a_state_without_an_active_place_says_so(client: Client) -> None:
    assert "Vermont: no jurisdiction was active." in client.get("/?state=VT&date=2010-09-28").text
    assert (
        "Vermont: ninguna jurisdicción estaba activa."
        in client.get("/es/?state=VT&date=2010-09-28").text
    )


@pytest.mark.parametrize("layer", ["status", "activation", "agreement", "objection"])
def test_the_legend_counts_the_states_places(client: Client, layer: str) -> None:
    page = client.get(f"{TEXAS}&layer={layer}").text
    assert sum(counts(page)) == 254
    assert sum(counts(client.get(f"/?date=2010-09-28&layer={layer}").text)) == 3234
    assert "Jurisdictions that day: Texas" in page


def test_limits_are_counted_in_the_state_only(client: Client) -> None:
    page = client.get("/?state=IL&date=2012-06-05").text
    (limited,) = re.findall(r"<span data-limits-count>([\d,]+)<", page)
    (everywhere,) = re.findall(
        r"<span data-limits-count>([\d,]+)<", client.get("/?date=2012-06-05").text
    )
    assert 0 < int(limited) < int(everywhere)


def test_the_title_the_heading_and_the_citation_name_the_state(client: Client) -> None:
    page = client.get(TEXAS).text
    assert re.search(r"<title>[^<]*Texas", page)
    assert " · Texas</span></h1>" in page
    assert "Map of Secure Communities on September 28, 2010: Texas" in page
    cited = client.get("/cite.bib", {"page": "/?state=TX&date=2010-09-28"}).text
    assert "Map of Secure Communities on September 28, 2010: Texas" in cited


def test_the_picture_counts_the_states_places(client: Client) -> None:
    picture = re.sub(
        r"<[^>]+>", " ", client.get("/map.svg?state=TX&date=2010-09-28").content.decode()
    )
    assert re.search(r"Texas: [\d,]+ of 254", picture)
    assert "3,234" not in picture


def test_without_a_state_the_map_speaks_of_the_nation(client: Client) -> None:
    assert "jurisdictions of 3,234 were active" in client.get("/?date=2010-09-28").text
