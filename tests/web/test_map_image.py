"""The map as a picture: its sizes, what it says, and the picture that a shared link shows."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")

PNG = b"\x89PNG\r\n\x1a\n"


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height, as the file's head says them."""
    assert png.startswith(PNG)
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def meta(page: str, name: str) -> str:
    """What a meta tag of a page says."""
    found = re.search(rf'<meta (?:property|name)="{name}" content="([^"]*)">', page)
    assert found, name
    return unescape(found[1])


@pytest.fixture
def no_pictures() -> Path:
    """The folder of pictures, emptied."""
    folder = Path(settings.DATA_DIR) / "pictures"
    for picture in folder.glob("*"):
        picture.unlink()
    return folder


@pytest.mark.parametrize(
    ("size", "shape"), [("card", (1200, 630)), ("1600", (1600, 921)), ("3200", (3200, 1842))]
)
def test_the_picture_comes_in_the_sizes_offered(
    client: Client, size: str, shape: tuple[int, int]
) -> None:
    answer = client.get("/secure-communities/map.png", {"size": size, "date": "2011-08-05"})
    assert answer["Content-Type"] == "image/png"
    assert size_of(answer.content) == shape


def test_a_picture_without_a_size_is_the_card(client: Client) -> None:
    assert size_of(client.get("/secure-communities/map.png").content) == (1200, 630)


def test_a_size_not_offered_is_refused_by_name(client: Client) -> None:
    answer = client.get("/secure-communities/map.png", {"size": "99999"})
    assert answer.status_code == 400
    assert "card, 1600, 3200" in answer.text


@pytest.mark.parametrize(
    "query",
    [
        {"date": "2011-02-30"},
        {"layer": "../status"},
        {"state": "ZZ"},
        {"place": "99999"},
        {"isolate": "nothing"},
        {"edition": "77"},
    ],
)
def test_what_cannot_be_drawn_is_refused_and_leaves_no_picture(
    client: Client, no_pictures: Path, query: dict[str, str]
) -> None:
    assert client.get("/secure-communities/map.png", query).status_code == 400
    assert not list(no_pictures.glob("*"))


def test_a_picture_is_drawn_once_for_an_address_and_an_edition(
    client: Client, no_pictures: Path
) -> None:
    first = client.get("/secure-communities/map.png", {"date": "2010-09-28"})
    again = client.get("/secure-communities/map.png", {"date": "2010-09-28", "edition": "1"})
    assert first.content == again.content
    assert len(list(no_pictures.glob("*.png"))) == 1


def test_another_day_layer_state_or_language_is_another_picture(
    client: Client, no_pictures: Path
) -> None:
    addresses = (
        "/secure-communities/map.png",
        "/secure-communities/map.png?date=2009-01-01",
        "/secure-communities/map.png?layer=agreement",
    )
    addresses += (
        "/secure-communities/map.png?state=IL",
        "/secure-communities/map.png?place=17031",
        "/es/secure-communities/map.png",
    )
    assert len({client.get(address).content for address in addresses}) == len(addresses)


def test_the_svg_says_title_day_legend_and_edition(client: Client) -> None:
    said = client.get("/secure-communities/map.svg", {"date": "2011-08-05"}).text
    for text in ("Secure Communities on August 5, 2011", "Active over objection", "Edition 1."):
        assert text in said


def test_the_picture_of_a_state_counts_that_state_alone(client: Client) -> None:
    said = client.get("/secure-communities/map.svg", {"date": "2011-08-05", "state": "DE"}).text
    assert "Delaware · August 5, 2011" in said
    counts = re.findall(r'font-size="12" text-anchor="end"[^>]*>([\d,]+)<', said)
    assert sum(int(number) for number in counts[:-2]) == 3


def test_a_picture_tells_groups_with_their_totals_and_folds_what_nobody_has(
    client: Client,
) -> None:
    said = client.get("/secure-communities/map.svg", {"date": "2010-12-01"}).text
    assert ">Active over objection<" in said
    assert ">Program ended<" not in said
    assert ">3 more, none on this day<" in said
    counts = re.findall(r'font-size="12" text-anchor="end"[^>]*>([\d,]+)<', said)
    totals = re.findall(r'font-size="12" font-weight="600" text-anchor="end"[^>]*>([\d,]+)<', said)
    told = [sum(int(number.replace(",", "")) for number in found) for found in (counts, totals)]
    assert told[1] == 3234
    ended = client.get("/secure-communities/map.svg", {"date": "2015-12-01"}).text
    assert ">Program ended<" in ended


def test_the_picture_of_a_place_outlines_it_and_says_its_status(client: Client) -> None:
    said = client.get("/secure-communities/map.svg", {"date": "2011-08-05", "place": "17031"}).text
    assert "Cook County, Illinois · August 5, 2011" in said
    assert "Secure Communities: Not active, opt-out sought" in said
    assert said.count('fill="none"') > client.get(
        "/secure-communities/map.svg?state=IL"
    ).text.count('fill="none"')


@pytest.mark.parametrize(
    ("page", "about"),
    [
        ("/secure-communities/", "Secure Communities on September 28, 2010"),
        ("/secure-communities/jurisdictions/", "Secure Communities on September 28, 2010"),
        ("/secure-communities/jurisdictions/?state=IL", "Illinois · September 28, 2010"),
        ("/places/17-illinois/", "Illinois · September 28, 2010"),
        (
            "/places/17031-cook-county-illinois/",
            "Cook County, Illinois · September 28, 2010",
        ),
    ],
)
def test_a_shared_link_shows_the_map_of_its_own_day(client: Client, page: str, about: str) -> None:
    said = client.get(f"{page}{'&' if '?' in page else '?'}date=2010-09-28").text
    assert meta(said, "og:title") == about
    assert meta(said, "twitter:card") == "summary_large_image"
    assert "date=2010-09-28" in meta(said, "og:url")
    picture = meta(said, "og:image").removeprefix("http://testserver")
    assert "date=2010-09-28" in picture
    assert "edition=1" in picture
    width, height = size_of(client.get(picture).content)
    assert meta(said, "og:image:width") == str(width)
    assert meta(said, "og:image:height") == str(height)
    assert about in meta(said, "og:image:alt")


def test_the_map_page_offers_its_picture_in_every_size(client: Client) -> None:
    said = client.get("/secure-communities/", {"date": "2010-09-28", "layer": "agreement"}).text
    links = [
        unescape(link)
        for link in re.findall(r'href="(/secure-communities/map\.(?:svg|png)[^"]*)"', said)
    ]
    assert len(links) == 4
    for link in links:
        assert "date=2010-09-28" in link
        assert "layer=agreement" in link
