"""With a state chosen everything beside the map is about that state."""

from __future__ import annotations

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")
TEXAS = "/secure-communities/?state=TX&date=2010-09-28"


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
    assert (
        "Vermont: no jurisdiction was active."
        in client.get("/secure-communities/?state=VT&date=2010-09-28").text
    )
    assert (
        "Vermont: ninguna jurisdicción estaba activa."
        in client.get("/es/secure-communities/?state=VT&date=2010-09-28").text
    )


@pytest.mark.parametrize("layer", ["status", "activation", "agreement", "objection"])
def test_the_legend_counts_the_states_places(client: Client, layer: str) -> None:
    page = client.get(f"{TEXAS}&layer={layer}").text
    assert sum(counts(page)) == 254
    assert (
        sum(counts(client.get(f"/secure-communities/?date=2010-09-28&layer={layer}").text)) == 3234
    )
    assert "Jurisdictions that day: Texas" in page


def test_limits_are_counted_in_the_state_only(client: Client) -> None:
    page = client.get("/secure-communities/?state=IL&date=2012-06-05").text
    (limited,) = re.findall(r"<span data-limits-count>([\d,]+)<", page)
    (everywhere,) = re.findall(
        r"<span data-limits-count>([\d,]+)<",
        client.get("/secure-communities/?date=2012-06-05").text,
    )
    assert 0 < int(limited) < int(everywhere)


def never_documented(page: str) -> int:
    (found,) = re.findall(r"<span data-undocumented-count>([\d,]+)<", page)
    return int(found.replace(",", ""))


def test_that_agreements_were_never_documented_is_counted_after_all_were_canceled(
    client: Client,
) -> None:
    before, after = (
        client.get(f"/secure-communities/?date=2011-08-{day}").text for day in ("04", "05")
    )
    assert never_documented(before) > 1000
    # Only Delaware's and Nevada's are documented by being canceled; more places became active.
    assert never_documented(after) > 1000
    texas = client.get("/secure-communities/?state=TX&date=2011-08-05").text
    assert never_documented(texas) == 254
    assert never_documented(client.get("/secure-communities/?state=CA&date=2011-08-05").text) == 0
    assert (
        "Activa; nunca se encontró acuerdo"
        in client.get("/es/secure-communities/?date=2011-08-05").text
    )


@pytest.mark.parametrize("layer", ["status", "activation", "agreement", "objection"])
def test_places_that_are_gone_stand_in_the_legend_only_when_there_are_some(
    client: Client, layer: str
) -> None:
    def item(day: str) -> str:
        page = client.get(f"/secure-communities/?date={day}&layer={layer}").text
        (found,) = re.findall(r"<li[^>]*><button[^>]*does-not-exist", page)
        return str(found)

    assert item("2011-08-05").startswith("<li hidden>")
    assert item("2013-07-01").startswith("<li>")
    assert (
        "No longer exists"
        not in client.get(f"/secure-communities/map.svg?date=2011-08-05&layer={layer}").text
    )
    assert (
        "No longer exists"
        in client.get(f"/secure-communities/map.svg?date=2013-07-01&layer={layer}").text
    )


def test_the_title_the_heading_and_the_citation_name_the_state(client: Client) -> None:
    page = client.get(TEXAS).text
    assert re.search(r"<title>[^<]*Texas", page)
    assert " · Texas</span></h1>" in page
    assert "Map of Secure Communities on September 28, 2010: Texas" in page
    cited = client.get("/cite.bib", {"page": "/secure-communities/?state=TX&date=2010-09-28"}).text
    assert "Map of Secure Communities on September 28, 2010: Texas" in cited


def test_the_picture_counts_the_states_places(client: Client) -> None:
    picture = re.sub(
        r"<[^>]+>",
        " ",
        client.get("/secure-communities/map.svg?state=TX&date=2010-09-28").content.decode(),
    )
    assert re.search(r"Texas: [\d,]+ of 254", picture)
    assert "3,234" not in picture


def test_without_a_state_the_map_speaks_of_the_nation(client: Client) -> None:
    assert (
        "jurisdictions of 3,234 were active"
        in client.get("/secure-communities/?date=2010-09-28").text
    )


def test_where_the_record_is_thin_is_said_of_the_state_or_not_at_all(client: Client) -> None:
    nation, texas, california = (
        client.get(f"/secure-communities/?date=2011-08-05{state}").text
        for state in ("", "&state=TX", "&state=CA")
    )
    line = re.compile(r'<p class="soft map-thin".*?( hidden)?>.*?<a href="([^"]+)">(.*?)</a>', re.S)
    hidden, href, text = line.findall(nation)[0]
    assert (hidden, "state=" in href) == ("", False)
    assert "states and territories that were active" in text
    hidden, href, text = line.findall(texas)[0]
    assert (hidden, text) == ("", "no agreement is documented for Texas, which was active")
    assert "Texas" in client.get(href.replace("&amp;", "&")).text
    assert line.findall(california)[0][0] == " hidden"
