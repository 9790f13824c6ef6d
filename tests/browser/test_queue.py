"""The queue in a real browser: twenty proposals by keys, many at once, who is on one."""

from __future__ import annotations

import re

from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import Seat
from tests.browser.test_pages import thin, violations

QUEUE = "/secure-communities/desk/proposals/"
MINNESOTA, IOWA = "27", "19"
MOST = 25


class Loads:
    """Counts the pages that a browser loads."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0
        page.on("framenavigated", self._seen)

    def _seen(self, frame: Frame) -> None:
        self.count += frame == self.page.main_frame


def reject(page: Page, reason: str) -> None:
    page.keyboard.press("r")
    expect(page.locator("#id_note")).to_be_focused()
    page.keyboard.type(reason)
    expect(page.locator("#id_note")).to_have_value(reason)
    page.get_by_role("button", name="Reject").click()


def accept(page: Page) -> None:
    page.keyboard.press("a")
    expect(page.get_by_role("button", name="Accept and publish")).to_be_focused()
    page.keyboard.press("Enter")


def test_twenty_proposals_are_decided_in_far_fewer_than_twenty_five_loads(seat: Seat) -> None:
    seat("contributor", MINNESOTA, "Mina Lund", "/about/", proposes=[1] * 20)
    page = seat("reviewer", MINNESOTA, "Rolf Berg", "/about/")
    loads = Loads(page)
    page.goto(QUEUE)
    expect(page.locator("ol.queue > li")).to_have_count(20)
    page.keyboard.press("j")
    page.keyboard.press("o")
    for number in range(20):
        expect(page.get_by_text(f"1 of {20 - number} in this list")).to_be_visible()
        # Letters that are typed into the note are no keys.
        accept(page) if number in {0, 19} else reject(page, "a j k c: no such page")
    expect(page.get_by_role("status")).to_contain_text("That was the last of this list")
    expect(page.get_by_text("Nothing waits for you.")).to_be_visible()
    assert loads.count <= MOST - 3, loads.count


def test_keys_tick_claim_and_are_turned_off_and_axe_finds_nothing_wrong(seat: Seat) -> None:
    seat("contributor", IOWA, "Ida Wells", "/about/", proposes=[1, 1, 2])
    page = seat("reviewer", IOWA, "Ruth Oleson", QUEUE)
    lines = page.locator("ol.queue > li")
    for _ in range(2):
        page.keyboard.press("j")
    expect(lines.nth(1).locator(".what a")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("x")
    expect(lines.nth(0).locator("input")).to_be_checked()
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.get_by_role("status")).to_contain_text("You are on it")
    expect(lines.nth(1)).to_contain_text("Leave it to others")

    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    thin(page)
    assert violations(page) == []
    keys.get_by_role("button", name="Keys are on").click()
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    expect(page.locator("ol.queue input:checked")).to_have_count(0)
    page.reload()
    page.keyboard.press("?")
    expect(keys).to_be_hidden()
    page.get_by_role("button", name="Keys ?").click()
    keys.get_by_role("button", name="Keys are on").click()
    keys.get_by_role("button", name="Close").click()

    page.locator(".more-filters > summary").click()
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page, dark=scheme == "dark") == []

    # The pages of rows and of the month, in Spanish on a phone.
    page.set_viewport_size({"width": 390, "height": 800})
    two = lines.nth(2).locator(".what a").get_attribute("href") or ""
    for path in (QUEUE, two.replace("?", "rows/?"), f"{QUEUE}month/"):
        page.goto(f"/es{path}")
        assert page.evaluate("document.documentElement.lang") == "es", path
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert violations(page, dark=True) == [], path
    expect(page.get_by_role("heading", name="Quién hizo qué")).to_be_visible()
    page.goto(QUEUE)

    # Somebody else leaves it alone, unless they take it over.
    other = seat("reviewer", IOWA, "Nils Aker", QUEUE)
    expect(other.locator("ol.queue > li").nth(1)).to_contain_text("Ruth Oleson is on it")
    with other.expect_navigation():
        other.locator("ol.queue > li").nth(1).locator(".what a").click()
    assert violations(other) == []
    other.get_by_role("button", name="Take it over").click()
    expect(other.get_by_text("Taken over from Ruth Oleson.")).to_be_visible()

    page.reload()
    page.get_by_label("Tick all on this page").check()
    expect(page.locator("ol.queue input:checked")).to_have_count(2)
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("heading", name="Why are they rejected?")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("A reason for all").fill("No such page.")
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("status")).to_contain_text(re.compile("2 proposals were rejected"))
    assert violations(page, dark=True) == []
