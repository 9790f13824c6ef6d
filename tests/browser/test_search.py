"""The map's search box: it answers from its own files, and of the server when they do not come."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_map import open_map
from tests.browser.test_pages import violations

FILES, SERVER = "**/map/names/**", "**/places/search.json*"
PATIENCE = 30_000
NOT_LOADED = ("Failed to load resource",)


def box_of(page: Page) -> Locator:
    return page.locator("#map-find")


def found_in(page: Page) -> Locator:
    return page.locator("#map-found [role=option]")


def go_to_map(page: Page, path: str = "/secure-communities/") -> None:
    """The first page of a server that has just begun takes its time."""
    page.goto(path, wait_until="commit", timeout=PATIENCE)
    expect(page.locator("#map-page.is-live")).to_be_attached(timeout=PATIENCE)


def use_offline(page: Page, *addresses: str) -> None:
    for address in addresses:
        page.route(address, lambda route: route.abort())


def names_asked(page: Page) -> list[str]:
    """The addresses of names and their reader that the page asks for from now on."""
    found: list[str] = []

    def hear(request: Request) -> None:
        if any(part in request.url for part in ("/map/names.json", "/map/names/", "/core/names/")):
            found.append(request.url)

    page.on("request", hear)
    return found


def test_nothing_is_loaded_before_the_box_is_used_and_then_the_files_answer_alone(
    open_page: OpenPage,
) -> None:
    page = open_page("about:blank", allowed=NOT_LOADED)
    asked = names_asked(page)
    use_offline(page, SERVER)
    go_to_map(page)
    page.wait_for_load_state("networkidle")
    assert not asked
    box_of(page).focus()
    box_of(page).press_sequentially("oakland, calif", delay=20)
    expect(found_in(page).first).to_have_text(
        "Alameda County, California · Oakland", timeout=PATIENCE
    )
    assert asked
    box_of(page).fill("Maricpoa")
    expect(found_in(page).first).to_have_text("Maricopa County, Arizona")
    heard = page.locator("#map-search [data-heard]")
    box_of(page).fill("Orange")
    expect(found_in(page).first).to_contain_text("Orange")
    expect(heard).to_have_text(f"{found_in(page).count()} places found")
    box_of(page).fill("60608")
    expect(found_in(page)).to_have_text(["Cook County, Illinois · 60608"])
    expect(heard).to_have_text("1 place found")
    box_of(page).press("Enter")
    expect(page.locator("[data-card=name]")).to_have_text("Cook County, Illinois")


def test_what_was_typed_before_the_script_came_is_answered(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/map/map-page*.js", hold)
    with page.expect_request(lambda request: "/map/map-page" in request.url, timeout=PATIENCE):
        page.goto("/secure-communities/", wait_until="commit", timeout=PATIENCE)
    box_of(page).press_sequentially("condado de Cook, Illin")
    expect(found_in(page)).to_have_count(0)
    assert held
    held[0].continue_()
    expect(found_in(page).first).to_have_text("Cook County, Illinois", timeout=PATIENCE)


def test_what_is_reached_for_counts_though_its_script_is_still_on_its_way(
    open_page: OpenPage,
) -> None:
    """The search and the player come when they are used: no key and no click is lost meanwhile."""
    page = open_page("about:blank")
    held: list[Route] = []
    for script in ("search-box", "player"):
        page.route(f"**/map/{script}*.js", lambda route: held.append(route))
    go_to_map(page, "/secure-communities/?date=2012-06-05")
    assert not held
    with page.expect_request("**/map/search-box*.js"):
        box_of(page).focus()
    box_of(page).press_sequentially("Cook County, Illinois")
    box_of(page).press("Enter")
    with page.expect_request("**/map/player*.js"):
        page.get_by_role("button", name="Play").click()
    for route in held:
        route.continue_()
    expect(page.locator("[data-card=name]")).to_have_text("Cook County, Illinois", timeout=PATIENCE)
    expect(page.locator("#map-day")).not_to_have_text("June 5, 2012")


@pytest.mark.parametrize("missing", [FILES, "**/map/names.json", "**/map/names/cities-*"])
def test_the_server_answers_where_the_files_do_not_come(open_page: OpenPage, missing: str) -> None:
    page = open_page("about:blank", allowed=NOT_LOADED)
    use_offline(page, missing)
    go_to_map(page, "/es/secure-communities/")
    box_of(page).fill("condado de Kings, Nueva York")
    expect(found_in(page).first).to_have_text(
        "Condado de Kings (Brooklyn), Nueva York", timeout=PATIENCE
    )


def test_where_nothing_answers_a_sentence_says_so_and_enter_leads_to_the_list(
    open_page: OpenPage,
) -> None:
    page = open_page("about:blank", allowed=NOT_LOADED, width=320, height=640)
    use_offline(page, "**/map/names.json", SERVER)
    go_to_map(page)
    box_of(page).fill("Cook")
    said = page.locator("#map-search [role=status]")
    expect(said).to_have_text(
        "The names of places could not be loaded. Press Enter to search the list.",
        timeout=PATIENCE,
    )
    expect(said).to_be_visible()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.unroute("**/map/names.json")
    box_of(page).fill("Cook Coun")
    expect(found_in(page).first).to_contain_text("Cook County", timeout=PATIENCE)
    expect(said).to_be_empty()
    use_offline(page, FILES, "**/map/names.json")
    box_of(page).fill("zzzzzz")
    expect(said).not_to_be_empty(timeout=PATIENCE)
    box_of(page).press("Enter")
    page.wait_for_url("**/jurisdictions/?*text=zzzzzz*")


def test_identifiers_are_read_by_the_server(open_page: OpenPage) -> None:
    page = open_map(open_page)
    box_of(page).fill("ocd-division/country:us/state:ca/county:orange")
    expect(found_in(page).first).to_have_text("Orange County, California", timeout=PATIENCE)
