"""Our typeface comes after the text, and moves no line when it comes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import OpenPage

HEIGHT = "document.documentElement.scrollHeight"
INDENT = """() => document.querySelector(".standing-status").getBoundingClientRect().left
  - document.querySelector(".standing").getBoundingClientRect().left"""
STEPS = 100
"""Tenths of a second that a request may take to be made."""
PATIENCE = 60_000
"""Milliseconds: a place's page is made anew for the first who asks."""


def test_the_text_keeps_its_lines_when_the_typeface_comes(open_page: OpenPage) -> None:
    page = open_page("about:blank", width=390)
    late: list[Route] = []
    page.route("**/*.woff2", lambda route: late.append(route))
    page.goto("/places/06075/", wait_until="domcontentloaded", timeout=PATIENCE)
    until(page, lambda: bool(late))
    before = page.evaluate(HEIGHT)
    assert not has_come(page)
    for route in late:
        route.continue_()
    until(page, lambda: has_come(page))
    assert abs(page.evaluate(HEIGHT) - before) <= before * 0.01


@pytest.mark.parametrize("width", [320, 412, 480, 600])
def test_a_standing_begins_a_line_on_a_phone_in_any_typeface(
    open_page: OpenPage, width: int
) -> None:
    # Beside the day it would fit in one typeface and not in the other, and all below would move.
    page = open_page("/places/06075/", width=width)
    assert page.evaluate(INDENT) == pytest.approx(0, abs=1)


def until(page: Page, done: Callable[[], bool]) -> None:
    """Wait until it is done."""
    for _ in range(STEPS):
        if done():
            return
        page.wait_for_timeout(100)
    raise AssertionError


def has_come(page: Page) -> bool:
    """Whether the typeface is there, and not only what stands in its place."""
    faces = page.evaluate("[...document.fonts].map(({ family, status }) => family + ' ' + status)")
    return any(re.match(r'"?Tracker Serif"? loaded', face) for face in faces)
