"""The lists of agencies and agreements are reached from every page that speaks of them."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.test import Client

from jurisdictions.read.asking import ask_each
from jurisdictions.web.ahead.wanted import wanted
from tests.web.taking import rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
LISTS = ("/287g/agencies/", "/287g/agreements/")


def links(client: Client, page: str) -> dict[str, str]:
    """Where the links of a page lead, by what they say."""
    found = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', client.get(page, follow=True).text)
    return {html.unescape(href): re.sub("<[^>]+>", "", text) for href, text in found}


@pytest.mark.parametrize("page", ["/", "/287g/"])
def test_the_home_and_the_map_lead_to_both_lists(client: Client, page: str) -> None:
    ways = {href.partition("?")[0] for href in links(client, page)}
    assert ways >= set(LISTS)
    assert "/secure-communities/agencies/" not in ways


def test_the_map_leads_to_what_was_in_force_on_the_day_that_it_shows(client: Client) -> None:
    ways = links(client, "/287g/?date=2025-01-20&state=FL")
    for name in ("agencies", "agreements"):
        assert f"/287g/{name}/?state=FL&in_force_on=2025-01-20" in ways
        taken = f"/287g/{name}.csv?state=FL&in_force_on=2025-01-20"
        assert taken in ways
        assert len(rows(client.get(taken))) > 0


def test_the_map_of_the_first_program_speaks_of_no_agencies(client: Client) -> None:
    page = client.get("/secure-communities/").text
    assert "agencies.csv" not in page
    assert "/agencies/" not in page


def test_a_states_page_leads_to_all_of_its_agencies(client: Client) -> None:
    ways = links(client, "/places/12-florida/?program=287g")
    href = next(href for href in ways if href.startswith("/287g/agencies/?") and "FL" in href)
    number = re.search(r"All ([\d,]+) agencies of Florida", ways[href])
    assert number
    page = client.get(href).text
    assert re.search(rf"\s{number[1]} law enforcement agencies", page)
    assert any("/287g/agreements/?" in one and "state=FL" in one for one in ways)


def test_a_countys_page_leads_to_the_agencies_of_its_state(client: Client) -> None:
    ways = links(client, "/places/12086-miami-dade-county-florida/?program=287g")
    assert any(one.startswith("/287g/agencies/?") and "state=FL" in one for one in ways)


def test_an_agencys_page_leads_to_its_agreements_as_files(client: Client) -> None:
    ways = links(client, "/agencies/ak-kodiak-police-department/")
    assert "/287g/agreements/?agency=ak-kodiak-police-department" in ways
    assert "/287g/agencies/?state=AK" in ways
    unknown = client.get("/agencies/nobody/")
    assert unknown.status_code == 404
    assert 'href="/287g/agencies/"' in unknown.text


def test_the_data_page_lists_the_files_and_their_columns(client: Client) -> None:
    page = client.get("/287g/data/").text
    for name in ("agencies", "agreements"):
        for form in ("csv", "xlsx", "json", "geojson"):
            assert f'href="/287g/{name}.{form}"' in page
        assert f'id="table-{name}"' in page
    assert "agencies.csv" not in client.get("/secure-communities/data/").text


@pytest.mark.parametrize(
    "page", ["/287g/", "/287g/policy/", "/agencies/ak-kodiak-police-department/"]
)
def test_every_page_of_the_program_has_the_way_in_its_head(client: Client, page: str) -> None:
    head = client.get(page).text.split("</header>")[0]
    assert 'href="/287g/agencies/"' in head
    assert "agencies" not in client.get("/secure-communities/policy/").text.split("</header>")[0]


def test_the_lists_are_made_ahead_and_last_of_all_what_takes_long() -> None:
    found = list(wanted(list(ask_each(today=date(2026, 11, 26))), lambda _path: ""))
    last = "/es/287g/data/"
    for prefix in ("", "/es"):
        for name in ("agencies", "agreements"):
            assert f"{prefix}/287g/{name}/" in found
            for form in ("csv", "json", "xlsx"):
                assert f"{prefix}/287g/{name}.{form}" in found
            for form in ("geojson", "pdf"):
                assert found.index(f"{prefix}/287g/{name}.{form}") > found.index(last)
            assert f"{prefix}/secure-communities/{name}/" not in found
        assert f"{prefix}/287g/jurisdictions.pdf" in found
    assert "/api/v1/agreements/" in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_the_maps_of_the_home_are_made_ahead_in_both_schemes(client: Client, prefix: str) -> None:
    def read(path: str) -> str:
        return client.get(path).text if path == f"{prefix}/" else ""

    found = list(wanted(list(ask_each(today=date(2026, 11, 26))), read))
    for program in ("287g", "secure-communities"):
        small = {one for one in found if one.startswith(f"{prefix}/{program}/map.png?size=small")}
        assert len(small) == 2
        assert sum("scheme=dark" in one for one in small) == 1


@pytest.mark.postgresql
def test_the_sitemap_has_the_lists_in_both_languages(client: Client) -> None:
    said = client.get("/sitemap.xml").text
    for path in LISTS:
        for prefix in ("", "/es"):
            assert f"<loc>http://testserver{prefix}{path}</loc>" in said
    assert "/secure-communities/agencies/" not in said
