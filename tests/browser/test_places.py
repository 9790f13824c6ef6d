"""One page a place, in a real browser: its sections, its timelines, nothing that axe finds."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.conftest import OpenPage
from tests.browser.test_pages import thin, violations
from tests.databases import BOTH_PROGRAMS, working_on

SAN_FRANCISCO = "/places/06075-san-francisco-county-california/"
SCREEN, SCREENS = 640, 6
"""The height of a small phone's screen, and how many of them a place with a long story takes."""
FLAGLER = "/places/12035-flagler-county-florida/"
COOK = "/places/17031-cook-county-illinois/"
PLACES = (
    FLAGLER,
    f"/es{FLAGLER}",
    f"{COOK}?program=secure-communities&date=2011-08-05",
    "/places/12-florida/",
    "/agencies/fl-flagler-county-sheriff-office/",
    "/es/agencies/fl-flagler-county-sheriff-office/",
    "/287g/charts/?place=12035",
)


@pytest.fixture(scope="module", autouse=True)
def with_both(server: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Both programs stand behind the server, for all tests of this module."""
    with django_db_blocker.unblock(), working_on(BOTH_PROGRAMS):
        # The first answer of a process reads the record; a page waits ten seconds at most.
        with urlopen(f"{server}{FLAGLER}", timeout=60) as answer:  # noqa: S310 - our own server
            assert answer.status == HTTPStatus.OK
        yield


@pytest.mark.parametrize("path", PLACES)
def test_axe_finds_nothing_wrong_with_a_page_of_both_programs(
    open_page: OpenPage, path: str
) -> None:
    page = open_page(path)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    thin(page)
    assert violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="dark")
    assert violations(page, dark=True) == []


def test_the_head_of_a_place_leads_to_the_section_of_each_program(open_page: OpenPage) -> None:
    page = open_page(FLAGLER)
    ways = page.get_by_role("navigation", name="Programs on this page")
    ways.get_by_role("link", name="Secure Communities").click()
    heading = page.get_by_role("heading", level=2, name="Secure Communities")
    expect(heading).to_be_in_viewport()


def test_a_mark_opens_what_is_folded_over_its_entry(open_page: OpenPage) -> None:
    page = open_page(FLAGLER)
    section = page.locator("[id='287g']")
    section.locator(".tl-mark[aria-label*='Congress']").focus()
    page.keyboard.press("Enter")
    entry = section.locator(".fact").filter(has_text="Congress adds section 287(g)")
    expect(entry).to_be_in_viewport()


def test_a_day_chosen_in_a_section_keeps_it_in_front(open_page: OpenPage) -> None:
    page = open_page(FLAGLER)
    section = page.locator("[id='secure-communities']")
    section.get_by_text("all that is on record under Secure Communities").click()
    section.get_by_text("Another day").click()
    section.get_by_label("Day", exact=True).fill("2010-01-01")
    section.get_by_role("button", name="Show").click()
    page.wait_for_url("**program=secure-communities**")
    first = page.get_by_role("heading", level=2).first
    expect(first).to_contain_text("January 1, 2010")
    expect(first).to_contain_text("Secure Communities")


@pytest.mark.parametrize("language", ["", "/es"])
@pytest.mark.parametrize("place", [SAN_FRANCISCO, COOK, FLAGLER])
def test_every_programs_answer_stands_on_the_first_screen_of_a_small_phone(
    open_page: OpenPage, language: str, place: str
) -> None:
    page = open_page(f"{language}{place}", width=360, height=SCREEN)
    answers = page.locator(".in-short")
    assert answers.count() == 2, "each program answers once"
    for nth in range(2):
        box = answers.nth(nth).bounding_box()
        assert box
        assert box["y"] + box["height"] <= SCREEN
    # What a program answers leads to all that it has.
    with page.expect_navigation():
        page.locator(".also a").click()
    assert page.locator(".program:target").count() == 1


@pytest.mark.parametrize("language", ["", "/es"])
@pytest.mark.parametrize("program", ["287g", "secure-communities"])
def test_a_place_with_a_long_story_takes_six_screens_of_a_small_phone(
    open_page: OpenPage, language: str, program: str
) -> None:
    page = open_page(f"{language}{SAN_FRANCISCO}?program={program}")
    page.set_viewport_size({"width": 360, "height": SCREEN})
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height <= SCREENS * SCREEN
    answer = page.locator(".in-short").first.bounding_box()
    assert answer
    assert answer["y"] + answer["height"] <= SCREEN


def test_all_that_is_folded_is_open_on_paper(open_page: OpenPage) -> None:
    page = open_page(SAN_FRANCISCO)
    page.emulate_media(media="print")
    entry = page.locator("[id='opt_out:san-francisco-2010-05:1']")
    expect(entry).to_be_visible()
    assert entry.bounding_box()


def test_the_table_of_a_chart_is_open_on_paper_and_folded_on_a_screen(open_page: OpenPage) -> None:
    page = open_page("/287g/charts/?place=12035")
    cell = page.get_by_role("row", name="May 18, 2026").first
    expect(cell).to_be_hidden()
    page.emulate_media(media="print")
    expect(cell).to_be_visible()
    expect(page.locator(".chart-narrow").first).to_be_hidden()
