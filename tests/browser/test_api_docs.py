"""The API's documentation in a browser, under the site's content security policy."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

PLACE = "#operations-v1-place"


def opened(open_page, **options):
    page = open_page("/api/docs/", **options)
    page.wait_for_selector(PLACE)
    return page


def test_an_answer_can_be_tried_out_on_the_page(open_page):
    page = opened(open_page)
    page.click(f"{PLACE} .opblock-summary-control")
    page.click(f"{PLACE} .try-out__btn")
    page.fill(f"{PLACE} input[placeholder=geoid]", "06075")
    page.click(f"{PLACE} .execute")
    shown = page.locator(
        f"{PLACE} .live-responses-table .highlight-code pre, .live-responses-table pre.microlight"
    ).first
    assert json.loads(shown.inner_text())["place"]["geoid"] == "06075"


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_has_no_barrier_that_axe_finds(open_page, dark):
    page = opened(open_page, dark=dark)
    page.click(f"{PLACE} .opblock-summary-control")
    page.wait_for_selector(f"{PLACE} .responses-table")
    found = Axe().run(page, options={"preload": False}).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_the_page_fits_a_narrow_screen(open_page):
    page = opened(open_page, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_page_says_what_there_is_without_javascript(open_page):
    page = open_page("/api/docs/", javascript=False)
    assert page.locator("a[href^='/api/v1/status/']").is_visible()
    assert page.locator("a[href^='/api/v1/schema/']").is_visible()
