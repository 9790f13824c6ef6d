"""What other sites show of ours: what is in it, where it leads, how it is kept."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
MAPS = ("/embed/secure-communities/map/", "/es/embed/287g/map/")
PLACES = ("/embed/secure-communities/place/06075/", "/es/embed/287g/place/12/")
TIMELINES = ("/embed/287g/timeline/12021/", "/es/embed/secure-communities/timeline/06075/")
CHARTS = ("/embed/secure-communities/chart/status/", "/es/embed/287g/chart/agreements/")
EMBEDS = (*MAPS, *PLACES, *TIMELINES, *CHARTS)


def page(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200, f"{address} {query}"
    return " ".join(answer.text.replace("&#x27;", "'").replace("&amp;", "&").split())


@pytest.mark.parametrize("address", EMBEDS)
def test_an_embed_says_whose_it_is_of_which_day_and_edition_and_leads_to_the_page(
    client: Client, address: str
) -> None:
    told = page(client, address)
    spanish = address.startswith("/es/")
    assert f'<html lang="{"es" if spanish else "en"}">' in told
    assert ("Registro de jurisdicciones" if spanish else "Jurisdiction tracker") in told
    assert "· testserver</a>" in told
    assert ("Edición 1, publicada el" if spanish else "Edition 1, published") in told
    assert "CC0" in told
    assert told.count("<h1") == 1
    links: list[str] = re.findall(r"<a [^>]*>", told)
    assert len(links) >= 2
    assert all('target="_top" rel="' in link and 'href="http' in link for link in links)
    ours = [link for link in re.findall(r'<a [^>]*href="([^"]+)"', told) if "testserver" in link]
    assert all(client.get(link.partition("#")[0]).status_code == 200 for link in set(ours))


@pytest.mark.parametrize("address", EMBEDS)
def test_an_embed_has_no_script_no_cookie_and_nothing_from_elsewhere(
    client: Client, address: str
) -> None:
    answer = client.get(address)
    assert not answer.cookies
    told = answer.text
    assert "<script" not in told
    assert "<form" not in told
    assert 'style="' not in told
    loaded = re.findall(
        r'(?:src|srcset)="([^"]+)"|<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"', told
    )
    assert loaded
    assert all("".join(one).startswith("/") for one in loaded)


@pytest.mark.parametrize("address", EMBEDS)
def test_an_embed_is_kept_as_other_published_pages_are(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer["Cache-Control"] == "public, max-age=60"
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
    fixed = client.get(address, {"edition": "1", "date": "2011-08-05"})
    assert fixed["Cache-Control"] == "public, max-age=86400"
    assert "Cookie" in answer["Vary"]


@pytest.mark.parametrize("address", EMBEDS)
def test_a_scheme_that_is_asked_for_holds_whatever_the_readers_is(
    client: Client, address: str
) -> None:
    told = page(client, address)
    assert '<meta name="color-scheme" content="light dark">' in told
    assert "css/scheme-" not in told
    for scheme in ("light", "dark"):
        told = page(client, address, scheme=scheme)
        assert f'<meta name="color-scheme" content="{scheme}">' in told
        assert f"css/scheme-{scheme}" in told
        assert "prefers-color-scheme" not in told
    assert client.get(address, {"scheme": "sepia"}).status_code == 400


def test_the_map_is_a_picture_of_the_day_the_layer_and_the_place_that_are_named(
    client: Client,
) -> None:
    told = page(client, MAPS[0], date="2010-09-28", layer="agreement", state="ca", place="06075")
    picture = "/secure-communities/map.png?date=2010-09-28&edition=1&layer=agreement&state=CA"
    assert f"{picture}&place=06075&size=small 480w" in told
    assert "San Francisco County, California" in told
    full = "http://testserver/secure-communities/?date=2010-09-28&layer=agreement&state=CA"
    assert f'href="{full}&place=06075"' in told
    assert 'class="swatch agreement-' in told
    assert "srcset" in told


def test_a_live_map_leads_to_the_live_page_and_a_fixed_one_to_the_fixed(client: Client) -> None:
    assert 'href="http://testserver/secure-communities/" target="_top"' in page(client, MAPS[0])
    fixed = page(client, MAPS[0], edition="1", date="2011-08-05")
    assert "/secure-communities/?date=2011-08-05&edition=1" in fixed


def test_the_pictures_of_a_map_are_there(client: Client) -> None:
    told = page(client, MAPS[1], scheme="dark")
    sets: Any = re.search(r'srcset="([^"]+)"', told)
    first = sets[1].split(" ")[0]
    assert "scheme=dark" in first
    assert client.get(first).content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"state": "ZZ"}, "state: is not a state or territory"),
        ({"layer": "weather"}, "layer: is not one of"),
        ({"date": "yesterday"}, "date: is not a day"),
        ({"edition": "99"}, "edition: is not an edition"),
        ({"program": "287g"}, "program: is not the program"),
    ],
)
def test_what_cannot_be_shown_is_said_in_the_frame(
    client: Client, query: dict[str, str], said: str
) -> None:
    answer = client.get(MAPS[0], query)
    assert answer.status_code == 400
    assert said in answer.text
    assert 'target="_top"' in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert "masthead" not in answer.text


def test_a_place_says_the_answer_and_shows_where_it_lies(client: Client) -> None:
    told = page(client, PLACES[0])
    assert "San Francisco County, California</h1>" in told
    assert "Secure Communities, August 5, 2011:" in told
    assert "From June 8, 2010 to November 20, 2014" in told
    assert "lo-own" in told
    full = "/places/06075-san-francisco-county-california/?program=secure-communities"
    assert f'href="http://testserver{full}"' in told
    fixed = page(client, PLACES[0], date="2010-01-01", edition="1")
    assert f"{full}&date=2010-01-01&edition=1" in fixed


def test_a_timeline_leads_from_each_mark_to_its_entry_on_the_page(client: Client) -> None:
    told = page(client, TIMELINES[1])
    full = "http://testserver/es/places/06075-san-francisco-county-california/"
    marks = re.findall(r'<a class="tl-mark" href="([^"#]+)#([^"]+)" target="_top"', told)
    assert len(marks) > 10
    assert {way for way, _entry in marks} == {f"{full}?program=secure-communities"}
    whole = client.get(f"{full}?program=secure-communities").text
    assert all(f'id="{entry}"' in whole for _way, entry in marks)


def test_a_timeline_has_each_status_as_a_line_for_a_phone(client: Client) -> None:
    told = page(client, TIMELINES[0])
    lines = re.findall(r'<li[^>]*>\s*<span>[^<]*</span> <span><span class="swatch ([^"]+)">', told)
    assert len(lines) > 3
    assert all(one != other for one, other in pairwise(lines))
    assert told.count('<li aria-current="date">') == 1


@pytest.mark.parametrize("kind", ["place", "timeline"])
def test_a_place_that_is_not_on_record_is_said_so_in_the_frame(client: Client, kind: str) -> None:
    answer = client.get(f"/embed/287g/{kind}/99999/")
    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.text
    assert "frame-ancestors *" in answer["Content-Security-Policy"]


def test_a_code_of_another_time_leads_on(client: Client) -> None:
    answer = client.get("/es/embed/287g/place/51560/", {"date": "2020-01-01"})
    assert answer.status_code == 301
    assert answer["Location"] == "/es/embed/287g/place/51005/?date=2020-01-01"
    several = client.get("/embed/287g/timeline/09110/")
    assert several.status_code == 404
    assert "09110 stands for several places now." in several.text


def test_a_chart_is_drawn_for_wide_frames_and_for_narrow_ones(client: Client) -> None:
    told = page(client, CHARTS[0], state="ca")
    assert "counties and equivalents by status, California</h1>" in told
    assert 'class="chart-wide"' in told
    assert 'class="chart-narrow"' in told
    assert 'href="http://testserver/secure-communities/charts/?state=CA"' in told
    assert 'class="swatch status-' in told
    assert "August 5, 2011" not in told  # it is of all days
    assert client.get("/embed/287g/chart/profit/").status_code == 404
    assert client.get(CHARTS[0], {"state": "ZZ"}).status_code == 400
    # A county has no chart of statuses: its timeline is that.
    assert client.get(CHARTS[0], {"place": "06075"}).status_code == 404
