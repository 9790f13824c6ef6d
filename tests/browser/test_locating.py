"""The county one is in, worked out in the browser: nothing of where one is goes over the wire."""

from __future__ import annotations

import pytest
from playwright.sync_api import Geolocation, Page, expect

from tests.browser.conftest import OpenPage

# Its geoid, 48201, is a ZIP code of Detroit as well.
HOUSTON: Geolocation = {"latitude": 29.76, "longitude": -95.37, "accuracy": 30}
ON_A_LINE: Geolocation = {"latitude": 32.983, "longitude": -96.89, "accuracy": 30}
PARIS: Geolocation = {"latitude": 48.86, "longitude": 2.35, "accuracy": 30}
ROUGH: Geolocation = {"latitude": 29.76, "longitude": -95.37, "accuracy": 90_000}
ALLOWED = ["geolocation"]


def press(page: Page) -> None:
    page.get_by_role("button", name="Use my location").click()


def test_a_place_well_inside_a_county_leads_to_its_page_and_is_sent_nowhere(
    open_page: OpenPage,
) -> None:
    page = open_page("/", geolocation=HOUSTON, permissions=ALLOWED)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    press(page)
    page.wait_for_url("**/places/48201-harris-county-texas/**")
    assert any("/static/geo/" in one for one in asked)
    assert not [one for one in asked if "29.7" in one or "95.3" in one]


def test_near_a_county_line_the_reader_chooses(open_page: OpenPage) -> None:
    page = open_page("/", geolocation=ON_A_LINE, permissions=ALLOWED, width=320)
    press(page)
    expect(page.get_by_text("You are near a county line. Which is yours?")).to_be_visible()
    links = page.locator("#home-locate li a")
    assert {"Dallas County, Texas", "Denton County, Texas"} <= set(links.all_text_contents())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    links.get_by_text("Denton").click()
    page.wait_for_url("**/places/48121-denton-county-texas/**")


@pytest.mark.parametrize(
    ("position", "said"),
    [
        (PARIS, "You seem to be outside of the United States."),
        (ROUGH, "Your location is known too roughly to tell the county."),
    ],
)
def test_what_tells_no_county_is_said(
    open_page: OpenPage, position: Geolocation, said: str
) -> None:
    page = open_page("/", geolocation=position, permissions=ALLOWED)
    press(page)
    expect(page.get_by_text(said)).to_be_visible()


def test_a_refusal_is_said_and_the_field_is_still_there(open_page: OpenPage) -> None:
    page = open_page("/")
    press(page)
    expect(page.get_by_text("Your browser did not give your location")).to_be_visible()
    expect(page.locator("#home-find")).to_be_visible()


def test_without_scripts_there_is_no_such_button(open_page: OpenPage) -> None:
    page = open_page("/", javascript=False)
    expect(page.locator("#home-locate")).to_be_hidden()
