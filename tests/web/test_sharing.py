"""How pages get into other sites: the page where one chooses, the code, oEmbed."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
HOST = "http://testserver"
SAN_FRANCISCO = "/places/06075-san-francisco-county-california/"


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.text.split())


def code_in(told: str) -> str:
    """The code of the frame as it stands in the field."""
    found = re.search(r"<textarea[^>]*data-share>(.*?)</textarea>", told)
    assert found
    return unescape(found[1])


def framed(code: str) -> str:
    """The path that the code of a frame shows."""
    found = re.fullmatch(
        rf'<iframe src="{HOST}([^"]+)" title="[^"<>]+" width="\d+" height="\d+" loading="lazy" '
        r'style="border:0;max-width:100%"></iframe>',
        code,
    )
    assert found, code
    return unescape(found[1])


@pytest.mark.parametrize(
    ("address", "shows"),
    [
        ("/287g/", "/embed/287g/map/"),
        ("/es/secure-communities/", "/es/embed/secure-communities/map/"),
        ("/287g/?state=TX&layer=state_law", "/embed/287g/map/?layer=state_law&state=TX"),
        (
            "/secure-communities/?date=2010-09-28&edition=1",
            "/embed/secure-communities/map/?date=2010-09-28&edition=1",
        ),
        ("/287g/charts/?state=TX", "/embed/287g/chart/status/?state=TX"),
        (f"{SAN_FRANCISCO}?program=287g", "/embed/287g/place/06075/"),
    ],
)
def test_a_page_gives_the_code_that_shows_the_same_elsewhere(
    client: Client, address: str, shows: str
) -> None:
    told = page(client, address)
    way = framed(code_in(told))
    assert sorted(re.split("[?&]", way)) == sorted(re.split("[?&]", shows))
    assert client.get(way).status_code == 200
    found = re.search(r'<a href="([^"]+)">(?:Choose size|Elegir tama)', told)
    assert found
    chosen = page(client, unescape(found[1]))
    assert framed(code_in(chosen)).partition("?")[0] == shows.partition("?")[0]


def test_each_program_of_a_place_has_its_own_code(client: Client) -> None:
    codes = re.findall(r"data-share>(.*?)</textarea>", page(client, SAN_FRANCISCO))
    ways = [framed(unescape(code)) for code in codes]
    assert ways == ["/embed/287g/place/06075/", "/embed/secure-communities/place/06075/"]


@pytest.mark.parametrize(
    ("query", "shows"),
    [
        ("", "/embed/secure-communities/map/"),
        ("what=map&program=287g&text=Texas&scheme=dark", "/embed/287g/map/?scheme=dark&state=TX"),
        ("what=map&text=06075", "/embed/secure-communities/map/?state=CA&place=06075"),
        (
            "what=map&program=287g&date=2025-06-01&layer=state_law&edition=1",
            "/embed/287g/map/?date=2025-06-01&edition=1&layer=state_law",
        ),
        ("what=place&text=san+francisco+county", "/embed/secure-communities/place/06075/"),
        ("what=timeline&program=287g&text=12021", "/embed/287g/timeline/12021/"),
        ("what=chart&program=287g&text=FL", "/embed/287g/chart/status/?state=FL"),
        (
            "what=chart&program=287g&text=FL&chart=agreements",
            "/embed/287g/chart/agreements/?state=FL",
        ),
    ],
)
def test_what_is_chosen_is_seen_and_its_code_is_that(
    client: Client, query: str, shows: str
) -> None:
    told = page(client, f"/embed/?{query}")
    way = framed(code_in(told))
    assert way == shows
    assert f'<iframe class="sharing-preview" src="{HOST}{shows.replace("&", "&amp;")}"' in told
    assert client.get(way).status_code == 200


def test_an_edition_that_is_fixed_is_fixed_with_its_day(client: Client) -> None:
    told = page(client, "/embed/?what=map&program=secure-communities&edition=1")
    shows = "/embed/secure-communities/map/?date=2011-08-05&edition=1"
    assert framed(code_in(told)) == shows
    assert client.get(shows)["Cache-Control"] == "public, max-age=86400"


def test_the_size_that_is_chosen_is_in_the_code_and_no_other_is_taken(client: Client) -> None:
    code = code_in(page(client, "/embed/?width=280&height=900"))
    assert 'width="280" height="900"' in code
    for wrong in ("width=279", "width=1201", "height=199", "height=9999", "width=wide", "width=-4"):
        answer = client.get(f"/embed/?{wrong}")
        assert answer.status_code == 400, wrong
        assert wrong.partition("=")[0] in answer.text


def test_a_text_that_means_several_places_or_none_is_asked_about(client: Client) -> None:
    told = page(client, "/embed/?what=place&text=washington+county&scheme=dark")
    assert "Which place?" in told
    assert "data-share" not in told
    ways = re.findall(r'<li><a href="(/embed/\?[^"]+)"', told)
    assert len(ways) > 2
    assert "scheme=dark" in framed(code_in(page(client, unescape(ways[0]))))
    assert "No place of that name." in page(client, "/embed/?what=place&text=qqqqqqq")
    assert "Write a place" in page(client, "/embed/?what=timeline")
    assert client.get("/embed/?what=weather").status_code == 400


def test_the_page_may_show_our_frames_and_no_other_page_may(client: Client) -> None:
    answer = client.get("/es/embed/")
    assert "frame-src 'self'" in answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    again = client.get("/es/embed/", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    assert "frame-src 'self'" in again["Content-Security-Policy"]
    assert "frame-src" not in client.get("/287g/")["Content-Security-Policy"]


def oembed(client: Client, url: str, **query: str) -> Any:
    answer = client.get("/oembed", {"url": url, **query})
    assert answer.status_code == 200, url
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    return json.loads(answer.content)


@pytest.mark.parametrize(
    ("path", "shows", "title"),
    [
        ("/287g/", "/embed/287g/map/", "Map of 287(g)"),
        ("/287g/?state=tx&utm=1", "/embed/287g/map/?state=TX", "Map of 287(g): Texas"),
        (
            "/es/secure-communities/?date=2010-09-28&edition=1",
            "/es/embed/secure-communities/map/?date=2010-09-28&edition=1",
            "Mapa de Comunidades Seguras",
        ),
        (
            f"{SAN_FRANCISCO}?program=secure-communities",
            "/embed/secure-communities/place/06075/",
            "Secure Communities: San Francisco County, California",
        ),
        (SAN_FRANCISCO, "/embed/287g/place/06075/", "287(g): San Francisco County, California"),
        (
            "/secure-communities/places/06075/",
            "/embed/secure-communities/place/06075/",
            "Secure Communities: San Francisco County, California",
        ),
        (
            "/287g/charts/?state=FL",
            "/embed/287g/chart/status/?state=FL",
            "287(g): counties and equivalents by status, Florida",
        ),
        (
            "/embed/287g/timeline/12021/?scheme=dark",
            "/embed/287g/timeline/12021/?scheme=dark",
            "287(g): Collier County, Florida",
        ),
    ],
)
def test_oembed_tells_how_to_show_a_page_of_ours(
    client: Client, path: str, shows: str, title: str
) -> None:
    told = oembed(client, HOST + path)
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", title)
    assert framed(told["html"]) == shows
    assert client.get(shows).status_code == 200
    assert told["provider_url"].startswith(HOST)
    assert told["cache_age"] == (86400 if "edition" in path else 60)
    if "thumbnail_url" in told:
        assert client.get(told["thumbnail_url"]).status_code == 200


def test_oembed_keeps_within_the_room_that_there_is(client: Client) -> None:
    url = f"{HOST}/287g/"
    told = oembed(client, url)
    assert (told["width"], told["height"], told["thumbnail_width"]) == (640, 560, 1200)
    told = oembed(client, url, maxwidth="500", maxheight="400")
    assert (told["width"], told["height"]) == (500, 400)
    assert 'width="500" height="400"' in told["html"]
    assert (told["thumbnail_width"], told["thumbnail_height"]) == (480, 312)
    told = oembed(client, url, maxwidth="300")
    assert "thumbnail_url" not in told
    for wrong in ("0", "-1", "wide", "1e3", "٣٠٠"):
        answer = client.get("/oembed", {"url": url, "maxwidth": wrong})
        assert answer.status_code == 400, wrong
        assert answer.text.startswith("maxwidth: ")


def test_oembed_speaks_xml_and_no_other_format(client: Client) -> None:
    answer = client.get("/oembed", {"url": f"{HOST}/287g/?state=TX", "format": "xml"})
    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    root = ET.fromstring(answer.content)  # noqa: S314 - our own
    assert root.tag == "oembed"
    said = {one.tag: one.text for one in root}
    assert said["type"] == "rich"
    assert framed(said["html"] or "") == "/embed/287g/map/?state=TX"
    for form in ("yaml", "JSON", "json;xml"):
        assert client.get("/oembed", {"url": f"{HOST}/287g/", "format": form}).status_code == 501


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/287g/",
        "//testserver/287g/",
        "http://evil.test/287g/",
        "http://testserver.evil.test/287g/",
        "http://testserver@evil.test/287g/",
        "http://evil.test@testserver/287g/",
        "http://testserver:81/287g/",
        "http://testserver:x/287g/",
        "http://testserver\\@evil.test/287g/",
        "http://evil.test/http://testserver/287g/",
        "http://[testserver/287g/",
        "http://tеstserver/287g/",
        "javascript:alert(1)//testserver/287g/",
        "ftp://testserver/287g/",
        "data:text/html,http://testserver/287g/",
        "http://testserver/287g/\n.evil.test/",
        "http://testserver/287g/../admin/",
        "http://testserver/admin/",
        "http://testserver/287g/desk/",
        "http://testserver/account/login/",
        "http://testserver/oembed?url=http://testserver/287g/",
        "http://testserver/embed/",
        "http://testserver/about/",
        "http://testserver/287g/policy/",
        "http://testserver/places/99999-nowhere/",
        "http://testserver/places/%00/",
        "http://testserver/places/06075%00-x/",
        "http://testserver/%ff%fe/",
        "http://testserver/287g/?state=ZZ",
        'http://testserver/287g/?state="><script>alert(1)</script>',
        "http://testserver/287g/?edition=99",
        "http://testserver/287g/?date=never",
        "http://testserver/287g/?program=secure-communities&layer=weather",
        "http://testserver/embed/287g/chart/profit/",
        "http://testserver/embed/287g/map/?scheme=sepia",
        f"http://testserver/287g/?x={'a' * 4000}",
        f"http://testserver/287g/?{'a&' * 1500}",
    ],
)
def test_oembed_knows_no_other_address(client: Client, url: str) -> None:
    answer = client.get("/oembed", {"url": url})
    assert answer.status_code == 404, url
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "<" not in answer.text


def test_our_host_is_known_by_both_schemes_and_its_usual_port(client: Client) -> None:
    for host in ("https://testserver", "http://testserver:80", "https://TESTSERVER:443"):
        told = oembed(client, f"{host}/287g/")
        assert framed(told["html"]) == "/embed/287g/map/"


def test_where_a_site_has_an_address_that_one_is_in_the_code(client: Client, settings: Any) -> None:
    settings.SITE_URL = "https://tracker.test"
    told = oembed(client, "https://tracker.test/287g/")
    assert 'src="https://tracker.test/embed/287g/map/"' in told["html"]
    answer = client.get("/oembed", {"url": "https://tracker.test.evil/287g/"})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "address", ["/287g/?state=TX", SAN_FRANCISCO, "/es/secure-communities/charts/?state=CA"]
)
def test_pages_name_their_oembed(client: Client, address: str) -> None:
    told = page(client, address)
    for form, kind in (("json", "application/json"), ("xml", "text/xml")):
        found = re.search(rf'<link rel="alternate" type="{kind}\+oembed"[^>]* href="([^"]+)"', told)
        assert found
        way = unescape(found[1])
        assert way == f"{HOST}/oembed?url={quote(HOST + address, safe='')}&format={form}"
        answer = client.get(way.removeprefix(HOST))
        assert answer.status_code == 200
        assert "/embed/" in answer.text
    assert "oembed" not in client.get("/about/").text


def test_oembed_is_kept_as_a_page_is(client: Client) -> None:
    answer = client.get("/oembed", {"url": f"{HOST}/287g/"})
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
    again = client.get(
        "/oembed", {"url": f"{HOST}/287g/"}, headers={"if-none-match": answer["ETag"]}
    )
    assert again.status_code == 304
    assert client.post("/oembed").status_code == 405
