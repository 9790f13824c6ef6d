"""The story in a real browser: one map that moves with the chapters, and none where it cannot."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

CARRIED = """() => performance.getEntriesByType("resource").map(({ name }) => name)"""
COLORS = """() => {
  const canvas = document.querySelector("#story-canvas canvas");
  const image = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(image.data.buffer)).size;
}"""


@pytest.fixture(autouse=True)
def told(server: str) -> None:
    """The story counts a whole record for its first reader; no test is about that."""
    httpx.get(f"{server}/story/", timeout=60)


def painted(page: Page) -> int:
    """How many different colors the map has."""
    return int(page.evaluate(COLORS))


def test_the_map_beside_the_chapters_moves_to_the_day_of_each(open_page: OpenPage) -> None:
    page = open_page("/story/")
    expect(page.locator(".is-staged")).to_be_attached(timeout=30_000)
    caption = page.locator("#story-caption")
    expect(caption).to_have_text("Secure Communities on October 27, 2008")
    before = painted(page)
    # By keyboard: from chapter to chapter, and back.
    page.locator("#fingerprints").get_by_role("link", name="Next chapter").press("Enter")
    expect(caption).to_have_text("Secure Communities on August 16, 2010")
    the_letter = page.get_by_role("link", name="The letter that ended the agreements", exact=True)
    the_letter.press("Enter")
    expect(caption).to_have_text("Secure Communities on August 5, 2011")
    canvas = page.get_by_role("img", name="1,510 jurisdictions of 3,234 were active")
    expect(canvas).to_be_visible()
    current = page.locator(".story-chapters [aria-current]")
    expect(current).to_have_text("The letter that ended the agreements")
    page.wait_for_function(f"before => ({COLORS})() > before", arg=before)
    page.locator("#letter").get_by_role("link", name="Previous chapter").press("Enter")
    expect(caption).to_have_text("Secure Communities on September 28, 2010")
    # While the map stands beside it no chapter shows a picture: what is carried is for paper.
    pictures = page.locator(".story-figure img")
    assert pictures.evaluate_all("all => all.filter((one) => one.checkVisibility())") == []
    for_paper = page.locator("img.on-paper-alone").evaluate_all("all => all.map((one) => one.src)")
    assert {name for name in page.evaluate(CARRIED) if "map.png" in name} <= set(for_paper)


def test_a_phone_has_a_picture_above_each_chapter_and_no_map(open_page: OpenPage) -> None:
    page = open_page("/es/story/", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    figure = page.locator(".story-figure").first
    picture = figure.locator("img:not(.on-paper-alone)")
    expect(picture).to_be_visible()
    heading = page.locator(".story-chapter h2").first
    above, below = figure.bounding_box(), heading.bounding_box()
    assert above
    assert below
    assert above["y"] < below["y"]
    assert page.locator("#story-canvas canvas").count() == 0
    # On paper the picture and the sources of each chapter stand whatever the screen had.
    page.emulate_media(media="print")
    expect(page.locator(".story-sources li").first).to_be_visible()
    expect(picture.or_(figure.locator(".on-paper-alone")).filter(visible=True)).to_have_count(1)


def test_the_story_fills_its_sheets(open_page: OpenPage) -> None:
    page = open_page("/story/", width=1280)
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "0.4in")
    sheets = len(re.findall(rb"/Type /Page\b", page.pdf(format="Letter", margin=margins)))
    # With a sheet for each chapter two of which go on onto another there were eleven.
    assert 7 <= sheets <= 9
