"""The lists of agencies and of agreements in a real browser: accessible, narrow, without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.conftest import OpenPage
from tests.browser.test_pages import violations_in_both
from tests.databases import BOTH_PROGRAMS, working_on

AGENCY = "/agencies/fl-collier-county-sheriff-office/"
PAGES = (
    "/287g/agencies/",
    "/287g/agencies/?state=FL&in_force_on=2026-05-18&model=task-force",
    "/287g/agreements/?ending=not-listed&state=KY",
    "/287g/agreements/?text=zzzz",
)

TABLES = (
    "/287g/claims/",
    "/secure-communities/claims/",
    "/287g/flags/came-back/",
    "/287g/changes/?from=2026-01-01&to=2026-05-18",
    "/secure-communities/changes/?from=2010-01-01&to=2011-12-31",
    "/287g/jurisdictions/?state=NM",
    "/secure-communities/jurisdictions/?state=IL",
    "/287g/data/",
    "/287g/policy/",
    "/287g/sources/",
    "/287g/sources/aclu_sb54/",
    "/287g/methodology/",
    "/secure-communities/requests/",
    "/secure-communities/briefing/",
    AGENCY,
    "/places/12021-collier-county-florida/",
    "/places/12-florida/",
    "/places/17-illinois/",
)
"""Pages with tables of many columns, beside the lists."""


@pytest.fixture(scope="module", autouse=True)
def with_both(server: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Both programs stand behind the server, for all tests of this module."""
    with django_db_blocker.unblock(), working_on(BOTH_PROGRAMS):
        # The first answer of a process reads the record; a page waits ten seconds at most.
        for path in (PAGES[0], "/287g/"):
            with urlopen(f"{server}{path}", timeout=60) as answer:  # noqa: S310 - our own server
                assert answer.status == HTTPStatus.OK
        yield


@pytest.mark.parametrize("path", [*PAGES, AGENCY])
def test_axe_finds_nothing_wrong_with_the_lists_and_an_agency_with_its_chart(
    open_page: OpenPage, path: str
) -> None:
    assert violations_in_both(open_page(path)) == []


@pytest.mark.parametrize("path", PAGES)
def test_no_list_scrolls_sideways_on_any_phone(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320, is_mobile=True, has_touch=True)
    for prefix in ("", "/es"):
        page.goto(prefix + path)
        for width in (300, 320, 345, 390):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("Math.max(document.documentElement.scrollWidth, innerWidth)")
            assert wide <= width, f"{prefix}{path} at {width}"


@pytest.mark.parametrize("path", [*PAGES, *TABLES])
def test_on_a_phone_nothing_of_a_table_is_out_of_sight(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320, is_mobile=True, has_touch=True)
    for prefix in ("", "/es"):
        page.goto(prefix + path)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        for width in (320, 360, 390):
            page.set_viewport_size({"width": width, "height": 800})
            hidden = page.locator(".scroll:has(table)").evaluate_all(
                "all => all.filter(one => one.scrollWidth > one.clientWidth)"
                ".map(one => one.getAttribute('aria-label') || one.textContent.slice(0, 80))"
            )
            assert hidden == [], f"{prefix}{path} at {width}"


def test_on_a_phone_a_claim_tells_difference_and_reason_and_stays_a_table(
    open_page: OpenPage,
) -> None:
    page = open_page("/287g/claims/", width=320, is_mobile=True, has_touch=True)
    row = page.get_by_role("table").first.get_by_role("row").nth(1)
    expect(page.get_by_role("columnheader", name="Difference")).to_have_count(1)
    cells = row.get_by_role("cell")
    expect(row.get_by_role("rowheader")).to_be_in_viewport()
    for at in range(4):
        box = cells.nth(at).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
    named = cells.nth(2).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert named.startswith('"Difference"')


PAPER = (
    "/287g/jurisdictions/",
    "/es/287g/agreements/?state=KY",
    "/287g/agencies/?state=FL",
    "/es/287g/changes/",
    "/287g/claims/",
    "/es/places/12021-collier-county-florida/?program=287g",
    "/places/12-florida/?program=287g",
    AGENCY,
)
LETTER_PX = 720
"""The width of a sheet between margins of half an inch."""


@pytest.mark.parametrize("path", PAPER)
def test_on_paper_everything_fits_and_nothing_waits_to_be_pressed(
    open_page: OpenPage, path: str
) -> None:
    page = open_page(path, width=LETTER_PX)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= LETTER_PX
    dead = (
        "button, select, input, .steps, .take, .clear, .to-list, .wrong, header nav a, footer nav a"
    )
    assert page.locator(dead).locator("visible=true").all_inner_texts() == []
    cite = page.get_by_role("link", name=re.compile("^http.*edition="))
    expect(cite.first).to_be_visible()


def test_on_paper_the_addresses_of_sources_and_texts_are_written_out(open_page: OpenPage) -> None:
    page = open_page(AGENCY, width=LETTER_PX)
    page.emulate_media(media="print")
    written = page.locator(".outside").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::after').content)"
    )
    assert written
    assert all(re.search("<https?://", one) for one in written)


def test_a_list_is_narrowed_turned_and_widened_without_script(open_page: OpenPage) -> None:
    page = open_page("/287g/agreements/", javascript=False)
    page.get_by_label("State or territory").select_option("FL")
    page.get_by_label("On ICE's list of (optional)").select_option("2026-05-18")
    page.get_by_label("Warrant service model").check()
    page.get_by_role("button", name="Apply filters").click()
    expect(page.locator(".lead")).to_contain_text(re.compile(r"\d+ agreements with ICE"))
    expect(page).to_have_url(re.compile("state=FL.*on_list=2026-05-18.*model=warrant-service"))
    page.get_by_role("link", name="Signed", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Signed")
    page.get_by_role("link", name=re.compile("Florida")).click()
    expect(page.get_by_label("State or territory")).to_have_value("")
    expect(page).to_have_url(re.compile("model=warrant-service"))


def test_the_map_keeps_its_ways_to_the_lists_on_the_day_that_it_shows(open_page: OpenPage) -> None:
    page = open_page("/287g/")
    ways = page.locator('.take a[data-dated="in_force_on"]')
    expect(ways.first).to_have_attribute("href", re.compile("in_force_on=2026-05-18"))
    page.locator("#map-date").fill("2025-03-06")
    sizes = page.locator('.take a[data-dated="in_force_on"] + .take-size')
    expect(sizes.first).to_be_hidden()
    expect(page.locator(".take-size").first).to_be_visible()
    page.locator("#map-state").select_option("FL")
    page.locator("#map-date").fill("2025-03-05")
    for at in range(ways.count()):
        expect(ways.nth(at)).to_have_attribute(
            "href", re.compile("in_force_on=2025-03-05.*state=FL")
        )
