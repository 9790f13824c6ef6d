"""The pages in a real browser: accessible, narrow enough, usable by keyboard and without script."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

HARRIS = "/places/48201-harris-county-texas/"
SAN_FRANCISCO = "/places/06075-san-francisco-county-california/?date=2010-09-15"
PAGES = (
    "/secure-communities/jurisdictions/",
    "/secure-communities/jurisdictions/?state=IL&status=active-over-objection",
    SAN_FRANCISCO,
    "/places/17-illinois/",
    "/secure-communities/policy/",
    "/",
    "/secure-communities/claims/",
    "/secure-communities/claims/us-active-jurisdictions-2011-08-05-dn-0811/",
    "/secure-communities/changes/?from=2010-05-01&to=2010-05-29",
    "/secure-communities/compare/?from=2010-08-05&to=2011-08-05&state=IL",
    "/secure-communities/sources/",
    "/secure-communities/sources/nilc/",
    "/secure-communities/methodology/",
    "/secure-communities/glossary/",
    "/about/",
    "/secure-communities/data/",
    "/secure-communities/data/secure-communities-edition-1/",
)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"label-content-name-mismatch": {"enabled": True}},
    # Of what passes nothing is told: to write a selector for each takes longer than to look.
    "resultTypes": ["violations"],
    # Only an experimental rule asks for style sheets anew; the pages' policy forbids axe its way.
    "preload": False,
}
ABOUT_COLORS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
    "preload": False,
}
"""In the dark nothing but colors differs (tests/render/test_dark.py): no other rule finds more."""


def violations(page: Page, *, dark: bool = False) -> list[str]:
    """What axe finds, one line each; `dark`: in a page that it has seen in the light."""
    found = Axe().run(page, options=ABOUT_COLORS if dark else RULES).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_wrong_with_the_page(open_page: OpenPage, path: str, dark: bool) -> None:
    page = open_page(path, dark=dark)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert violations(page, dark=dark) == []


@pytest.mark.parametrize("path", ["/nowhere/", "/secure-communities/policy/?date=2011-13-01"])
def test_axe_finds_nothing_wrong_with_a_page_that_refuses(open_page: OpenPage, path: str) -> None:
    page = open_page(path, allowed=("status of 404", "status of 400"))
    assert violations(page) == []


@pytest.mark.parametrize("language", ["", "/es"])
def test_programs_and_pages_take_a_line_each_on_a_phone(open_page: OpenPage, language: str) -> None:
    page = open_page(f"{language}/secure-communities/policy/", width=360)
    for name in ("programs", "pages"):
        entries = page.locator(f".masthead .{name} li")
        tops = entries.evaluate_all("all => all.map(one => Math.round(one.offsetTop))")
        assert len(tops) <= 5
        assert len(set(tops)) == 1
    assert page.locator(".masthead .pages [aria-current=page]").count() == 1


NARROW = (
    *PAGES,
    "/secure-communities/",
    "/secure-communities/requests/",
    "/secure-communities/briefing/",
    "/secure-communities/reports/",
    "/account/login/",
    "/secure-communities/history/activation:17089/",
)


@pytest.mark.parametrize("path", NARROW)
def test_no_page_scrolls_sideways_on_any_phone(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=320, is_mobile=True, has_touch=True)
    for prefix in ("", "/es"):
        page.goto(prefix + path)
        for width in (300, 320, 345, 360, 390):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("Math.max(document.documentElement.scrollWidth, innerWidth)")
            assert wide <= width, f"{prefix}{path} at {width}"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_a_desk(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_on_a_phone_the_dimensions_fit_and_nothing_of_them_is_out_of_sight(
    open_page: OpenPage,
) -> None:
    page = open_page("/es/places/17031/", width=390)
    table = page.locator(".scroll:has(.dimensions)")
    for width in (320, 360, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert table.evaluate("element => element.scrollWidth - element.clientWidth") <= 0, width


@pytest.mark.parametrize("javascript", [True, False], ids=["with-script", "without"])
def test_on_a_phone_the_timeline_opens_at_the_chosen_day(
    open_page: OpenPage, javascript: bool
) -> None:
    page = open_page(SAN_FRANCISCO, width=360, javascript=javascript)
    scroller = page.locator(".timeline-scroll").bounding_box()
    day = page.locator(".tl-today").bounding_box()
    assert scroller
    assert day
    assert scroller["x"] < day["x"] < scroller["x"] + scroller["width"]


def test_the_first_key_press_offers_to_skip_to_the_content(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/policy/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_mark_of_the_timeline_leads_to_its_entry_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(SAN_FRANCISCO)
    mark = page.get_by_role("link", name="May 18, 2010: Opt-out requested")
    mark.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("decodeURIComponent(location.hash)") == "#opt_out:san-francisco-2010-05:1"
    expect(page.locator("li:target .fact-date")).to_have_text("May 18, 2010")


def test_every_mark_of_the_timeline_is_large_enough_to_hit(open_page: OpenPage) -> None:
    page = open_page(SAN_FRANCISCO)
    boxes = page.locator(".tl-target").evaluate_all(
        "marks => marks.map(mark => mark.getBoundingClientRect().width)"
    )
    assert len(boxes) > 10
    assert min(boxes) >= 24


def test_the_day_moves_without_any_script(open_page: OpenPage) -> None:
    page = open_page(HARRIS, javascript=False)
    page.get_by_label("Day", exact=True).fill("2008-10-27")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".standing-status")).to_have_text("Active, agreement not documented")


def test_the_list_is_filtered_without_any_script(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/jurisdictions/", javascript=False)
    page.get_by_label("Name").fill("los alamos")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("rowheader")).to_have_text("Los Alamos County")
    assert "text=los+alamos" in page.url


def test_the_language_switch_shows_the_same_place_on_the_same_day(open_page: OpenPage) -> None:
    page = open_page(SAN_FRANCISCO)
    page.get_by_role("link", name="Español").click()
    assert page.evaluate("document.documentElement.lang") == "es"
    expect(page.locator(".standing-day")).to_have_text("15 de septiembre de 2010")
