"""Programs are told of every slip in an address; pages pass over it; our own links make none."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.web.taking import body

pytestmark = pytest.mark.usefixtures("shipped")
PLACE = "/places/06075-san-francisco-county-california/"
FILES = (
    *(
        "/secure-communities/jurisdictions.csv?state=VT",
        "/secure-communities/jurisdictions.json?state=VT",
        "/secure-communities/jurisdictions.xlsx?state=VT",
    ),
    *(
        "/secure-communities/jurisdictions.geojson?state=DE",
        "/es/secure-communities/jurisdictions.csv?state=VT",
        "/secure-communities/history.csv?state=VT",
    ),
    *(
        "/secure-communities/places/06075.csv?date=2011-08-05",
        "/secure-communities/policy.csv?lang=es",
        "/secure-communities/sources.json?edition=1",
        "/secure-communities/changes.csv?state=CA",
        "/secure-communities/compare.csv?state=CA",
    ),
    "/secure-communities/sources/ilchron.csv?edition=1",
)
PAGES = (
    "/secure-communities/",
    "/es/secure-communities/?state=IL",
    "/secure-communities/jurisdictions/?state=IL&status=opted-out",
    PLACE,
    "/secure-communities/policy/",
    "/secure-communities/sources/",
)
HREF = re.compile(r'href="([^"]+)"')


@pytest.mark.parametrize("address", FILES)
def test_a_file_refuses_what_it_does_not_take_by_its_name(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200
    for slip in ("day=2011-08-05", "stat=IL", "utm_source=x", "fields=geoid"):
        answer = client.get(f"{address}&{slip}")
        assert answer.status_code == 400
        assert slip.partition("=")[0] in answer.text


@pytest.mark.parametrize("address", FILES)
@pytest.mark.parametrize("second", ["2011-08-05", "2012-01-01", ""])
def test_a_file_refuses_a_second_day(client: Client, address: str, second: str) -> None:
    path = address.partition("?")[0]
    answer = client.get(f"{path}?date=2011-08-05&date={second}")
    assert answer.status_code == 400
    assert "<code>date</code>" in answer.text


def test_words_of_a_filter_may_be_several(client: Client) -> None:
    answer = client.get(
        "/secure-communities/jurisdictions.csv?state=VT&state=DE&kind=county&kind=parish"
    )
    assert answer.status_code == 200
    assert client.get("/secure-communities/history.csv?state=DE&state=DC").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_page_passes_over_what_it_does_not_know(client: Client, page: str) -> None:
    more = "&" if "?" in page else "?"
    answer = client.get(f"{page}{more}utm_source=x&dates=2012-01-01")
    assert answer.status_code == 200
    (canonical,) = re.findall(r'rel="canonical" href="([^"]+)"', answer.text)
    assert "utm_source" not in canonical


@pytest.mark.parametrize("query", ["", "utm_source=x&page=1&date=2011-03-01"])
@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_offers_is_there(client: Client, page: str, query: str) -> None:
    more = "&" if "?" in page else "?"
    told = client.get(f"{page}{more}{query}" if query else page).text
    offered = {unescape(href) for href in HREF.findall(told)}
    files = {href for href in offered if re.search(r"\.(csv|json|geojson|xlsx)(\?|$)", href)}
    taken = sorted(
        f for f in files if f.startswith(("/secure-communities/", "/es/secure-communities/"))
    )
    assert taken
    for href in taken:
        if "history" not in href and "geojson" not in href:
            assert (href, client.get(href).status_code) == (href, 200)


def test_every_link_that_our_pages_make_to_the_api_is_answered(client: Client) -> None:
    docs = client.get("/api/docs/").text
    found = {unescape(href) for href in HREF.findall(docs) if "/api/v1/" in href}
    assert len(found) >= 9
    for href in found:
        assert (href, client.get(href).status_code) == (href, 200)


def test_what_the_maps_script_asks_the_api_is_answered(client: Client) -> None:
    """It asks for a place, with the day, the language and what the address keeps."""
    for kept in ("", "&known=2011-01-01", "&edition=1"):
        address = f"/api/v1/jurisdictions/06075/?date=2011-08-05{kept}&lang=es"
        assert client.get(address).status_code == 200


def test_the_report_of_a_list_tells_only_what_it_was_asked(client: Client) -> None:
    assert (
        client.get("/secure-communities/jurisdictions.pdf?state=VT&utm_source=x").status_code == 200
    )


def test_the_taken_bytes_are_those_of_the_filters(client: Client) -> None:
    one, other = (
        body(client.get(f"/secure-communities/jurisdictions.csv?state={code}"))
        for code in ("VT", "DE")
    )
    assert one != other
