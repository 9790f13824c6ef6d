"""The map in a real browser: it opens on the day, plays, answers the pointer, keys and a finger."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_pages import violations

# The middle of a place's pixels, found by asking what lies under every fourth pixel.
COLOUR_AT = """([x, y]) => {
  const canvas = document.querySelector('.map-picture canvas');
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  const at = [(x - box.left) * scale, (y - box.top) * scale];
  return [...canvas.getContext('2d').getImageData(...at.map(Math.floor), 1, 1).data];
}"""


def open_map(open_page: OpenPage, query: str = "", **window: object) -> Page:
    """The map once it answers."""
    page = open_page(f"/secure-communities/{query}", **window)
    expect(page.locator("#map-page.is-live")).to_be_attached()
    expect(page.locator(".map-picture canvas").first).to_be_visible()
    return page


def asked(page: Page) -> dict[str, str]:
    """The query of the page's address."""
    found = parse_qs(urlsplit(page.url).query, keep_blank_values=True)
    return {name: values[0] for name, values in found.items()}


def wait_for_address(page: Page, **parts: str) -> None:
    """Until the address says so."""
    for _ in range(50):
        if all(asked(page).get(name) == value for name, value in parts.items()):
            return
        page.wait_for_timeout(100)
    assert asked(page) == parts


def middle_of_map(page: Page) -> tuple[float, float]:
    """A point in Kansas, on the whole map at 1280 px."""
    box = page.locator("#map").bounding_box()
    assert box
    return box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.45


def test_what_is_chosen_before_the_script_comes_counts(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    late: list[Route] = []
    page.route("**/map/map-page.*", lambda route: late.append(route))
    page.goto("/secure-communities/", wait_until="commit")
    page.locator("#map-date").fill("2012-06-05")
    page.locator("#map-state").select_option("CA")
    for _ in range(100):
        if late:
            break
        page.wait_for_timeout(100)
    assert "date=2012" not in page.url, "the script has not come yet"
    for route in late:
        route.continue_()
    wait_for_address(page, date="2012-06-05", state="CA")
    expect(page.locator("h1")).to_contain_text("June 5, 2012")
    expect(page.locator("#map-date")).to_have_value("2012-06-05")


def test_the_servers_small_picture_stands_until_the_map_is_drawn(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    late: list[Route] = []
    page.route("**/geo/*.json", lambda route: late.append(route))
    page.goto("/secure-communities/", wait_until="commit")
    still = page.locator("#map-still img")
    expect(still).to_be_visible()
    for _ in range(100):
        if late:
            break
        page.wait_for_timeout(100)
    assert still.evaluate("image => image.complete && image.naturalWidth") == 480
    for route in late:
        route.continue_()
    expect(page.locator(".map-picture").first).to_be_attached()
    expect(page.locator("#map-still")).to_have_count(0)


def test_the_map_opens_on_the_opening_day(open_page: OpenPage) -> None:
    page = open_map(open_page)
    expect(page.locator("h1")).to_contain_text("August 5, 2011")
    expect(page.locator("#map-sentence")).to_contain_text("1,510 jurisdictions of 3,234")
    wait_for_address(page, date="2011-08-05", layer="status", state="", place="")


def test_the_script_says_the_same_sentence_as_the_server(open_page: OpenPage) -> None:
    for path in (
        "/secure-communities/?date=2008-10-27",
        "/es/secure-communities/?date=2008-10-27",
        "/secure-communities/?date=2007-01-01",
    ):
        without = open_page(path, javascript=False).locator("#map-sentence").inner_text()
        page = open_page(path)
        expect(page.locator("#map-page.is-live")).to_be_attached()
        expect(page.locator("#map-sentence")).to_have_text(without)


def test_the_legend_counts_every_jurisdiction(open_page: OpenPage) -> None:
    page = open_map(open_page, "?date=2010-09-28")
    counts = page.locator("[data-count]").all_inner_texts()
    assert sum(int(count.replace(",", "")) for count in counts) == 3234


def test_arrows_move_a_day_and_page_keys_go_to_the_next_change(open_page: OpenPage) -> None:
    page = open_map(open_page)
    slider = page.locator("#map-range")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "August 6, 2011")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("PageDown")
    expect(slider).to_have_attribute("aria-valuetext", "August 2, 2011")
    page.keyboard.press("PageUp")
    expect(page.locator("#map-date")).to_have_value("2011-08-05")
    wait_for_address(page, date="2011-08-05")


def test_the_date_field_and_the_buttons_move_the_day(open_page: OpenPage) -> None:
    page = open_map(open_page)
    page.locator("#map-date").fill("2014-11-20")
    expect(page.locator("#map-sentence")).to_contain_text("the program was not in force")
    page.get_by_role("link", name="Previous change").click()
    expect(page.locator("#map-day")).not_to_have_text("November 20, 2014")
    page.get_by_role("link", name="Next change").click()
    expect(page.locator("#map-day")).to_have_text("November 20, 2014")


def test_choosing_a_federal_act_jumps_to_its_day(open_page: OpenPage) -> None:
    page = open_map(open_page)
    page.locator("[data-event='2014-11-20'] circle").first.click(force=True)
    wait_for_address(page, date="2014-11-20")
    mark = page.locator("[data-event='2008-10-27']").first
    mark.focus()
    page.keyboard.press("Enter")
    wait_for_address(page, date="2008-10-27")


def test_the_whole_map_is_recoloured_when_the_program_ends(open_page: OpenPage) -> None:
    page = open_map(open_page)
    point = middle_of_map(page)
    before = page.evaluate(COLOUR_AT, list(point))
    page.locator("#map-date").fill("2014-11-20")
    expect(page.locator("#map-day")).to_have_text("November 20, 2014")
    assert page.evaluate(COLOUR_AT, list(point)) != before


def test_pointing_at_a_place_shows_its_card_and_a_click_opens_it(open_page: OpenPage) -> None:
    page = open_map(open_page, "?date=2012-06-01")
    page.mouse.move(*middle_of_map(page))
    card = page.locator("#map-card")
    expect(card.locator("[data-card=name]")).to_contain_text("Kansas")
    expect(card.locator("[data-card=label]")).to_have_text("Active without an agreement")
    expect(card.locator("[data-card=since]")).to_contain_text("since")
    expect(card.locator("[data-card=why]")).not_to_be_empty()
    page.mouse.click(*middle_of_map(page))
    page.wait_for_url(re.compile(r"/places/20\d{3}-.*-kansas/\?.*date=2012-06-01"))


def test_a_tap_shows_the_card_and_stays_on_the_map(open_page: OpenPage) -> None:
    page = open_map(open_page, width=390, height=844, has_touch=True, is_mobile=True)
    page.locator("#map").tap()
    expect(page.locator("[data-card=open]")).to_be_visible()
    assert urlsplit(page.url).path == "/secure-communities/"
    page.get_by_role("button", name="Close").tap()
    expect(page.locator("[data-card=open]")).to_be_hidden()


def test_a_place_is_found_by_name_without_its_accent(open_page: OpenPage) -> None:
    page = open_map(open_page)
    search = page.get_by_role("combobox", name="Find a place")
    search.fill("mayaguez")
    expect(page.get_by_role("option").first).to_contain_text("Puerto Rico")
    search.press("ArrowDown")
    search.press("Enter")
    expect(page.locator("[data-card=name]")).to_contain_text("Puerto Rico")
    wait_for_address(page, state="PR", place="72097")


def test_a_late_answer_of_the_files_leaves_what_enter_has_marked(open_page: OpenPage) -> None:
    page = open_map(open_page)
    late: list[Route] = []
    page.route("**/map/names.json*", lambda route: late.append(route))
    search = page.get_by_role("combobox", name="Find a place")
    search.fill("St. Louis, MO")
    search.press("Enter")
    first = page.locator("#map-found [role=option]").first
    expect(first).to_have_attribute("aria-selected", "true")
    with page.expect_response(re.compile(r"/map/names/cities")):
        for route in late:
            route.continue_()
    page.wait_for_load_state("networkidle")
    expect(first).to_have_attribute("aria-selected", "true")


def test_a_city_leads_to_its_county_and_enter_never_guesses_between_equals(
    open_page: OpenPage,
) -> None:
    page = open_map(open_page)
    search = page.get_by_role("combobox", name="Find a place")
    search.fill("St. Louis, MO")
    search.press("Enter")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    expect(page.locator("#map-found [role=option]")).to_have_count(2)
    search.fill("oakland, calif.")
    expect(page.get_by_role("option").first).to_contain_text("Alameda County, California · Oakland")
    search.press("Enter")
    expect(page.locator("[data-card=name]")).to_contain_text("Alameda County")
    wait_for_address(page, place="06001")


def test_a_state_is_zoomed_to_and_its_places_are_listed(open_page: OpenPage) -> None:
    page = open_map(open_page)
    page.get_by_label("State", exact=True).select_option("IL")
    members = page.locator("#map-members")
    expect(members.get_by_role("heading")).to_have_text("Jurisdictions of Illinois")
    expect(members.get_by_role("listitem")).to_have_count(102)
    wait_for_address(page, state="IL")
    members.get_by_role("link", name="Cook County").focus()
    expect(page.locator("[data-card=name]")).to_have_text("Cook County, Illinois")


def test_a_status_can_be_isolated_and_let_go(open_page: OpenPage) -> None:
    page = open_map(open_page)
    button = page.get_by_role("button", name="Opted out")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    wait_for_address(page, isolate="opted-out")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("layer", ["activation", "agreement", "objection"])
def test_every_layer_has_its_own_legend(open_page: OpenPage, layer: str) -> None:
    page = open_map(open_page)
    page.get_by_label("Color by").select_option(layer)
    expect(page.locator("[data-legend]")).to_have_attribute("data-legend", layer)
    counts = page.locator("[data-count]").all_inner_texts()
    assert sum(int(count.replace(",", "")) for count in counts) == 3234
    wait_for_address(page, layer=layer)


def test_opening_an_address_shows_exactly_that(open_page: OpenPage) -> None:
    query = "?date=2010-06-08&layer=objection&state=CA&place=06075"
    page = open_map(open_page, query)
    expect(page.locator("#map-day")).to_have_text("June 8, 2010")
    expect(page.get_by_label("Color by")).to_have_value("objection")
    expect(page.get_by_label("State", exact=True)).to_have_value("CA")
    expect(page.locator("[data-card=name]")).to_have_text("San Francisco County, California")
    assert asked(page)["place"] == "06075"


def test_play_moves_the_day_and_pause_says_where_it_stands(open_page: OpenPage) -> None:
    page = open_map(open_page, "?date=2009-01-01")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.locator("#map-day")).not_to_have_text("January 1, 2009")
    page.get_by_role("button", name="Pause").click()
    expect(page.locator("#map-spoken")).to_have_text(page.locator("#map-sentence").inner_text())
    wait_for_address(page, date=page.locator("#map-date").input_value())


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", ["", "?date=2010-09-28&state=VA&place=51013"])
def test_axe_finds_nothing_wrong_with_the_map(open_page: OpenPage, path: str, dark: bool) -> None:
    page = open_map(open_page, path, dark=dark)
    page.wait_for_timeout(400)
    assert violations(page, dark=dark) == []


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize(
    "path", ["/secure-communities/", "/es/secure-communities/?state=VA&place=51013"]
)
def test_the_map_page_does_not_scroll_sideways(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width)
    expect(page.locator("#map-page.is-live")).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_a_picture_and_a_form_show_any_day(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/?date=2012-01-01&layer=activation", javascript=False)
    picture = page.locator("#map img")
    expect(picture).to_be_visible()
    assert "date=2012-01-01" in (picture.get_attribute("src") or "")
    page.locator("#map-date").fill("2013-01-22")
    with page.expect_navigation():
        page.locator("#map-form").get_by_role("button", name="Show").click()
    assert asked(page)["date"] == "2013-01-22"
    assert asked(page)["layer"] == "activation"
    expect(page.locator("#map-sentence")).to_contain_text("3,180 jurisdictions")


def test_without_script_a_phone_shows_the_map_alone_whose_words_stand_beside_it(
    open_page: OpenPage,
) -> None:
    shown = "element => element.currentSrc"
    path = "/secure-communities/?date=2012-01-01&layer=activation"
    phone = open_page(path, width=390, javascript=False)
    assert "size=bare" in phone.locator("#map noscript img, #map img").first.evaluate(shown)
    desk = open_page(path, javascript=False)
    assert "map.svg" in desk.locator("#map noscript img, #map img").first.evaluate(shown)


def test_the_files_to_take_away_follow_the_state_and_the_day(open_page: OpenPage) -> None:
    page = open_map(open_page)
    table = page.locator(".take a[data-dated]").first
    page.locator("#map-state").select_option("IL")
    page.locator("#map-date").fill("2011-05-05")
    expect(table).to_have_attribute("href", re.compile(r"date=2011-05-05&state=IL"))
    expect(page.locator(".take-size").first).to_be_hidden()
    page.locator("#map-state").select_option("")
    expect(table).not_to_have_attribute("href", re.compile("state="))
    expect(page.locator(".take-size").first).to_be_visible()


def test_the_headline_and_the_legend_follow_a_chosen_state(open_page: OpenPage) -> None:
    page = open_map(open_page, "?date=2010-09-28")
    page.locator("#map-state").select_option("TX")
    expect(page.locator("#map-sentence")).to_contain_text("Texas: ")
    expect(page.locator("#map-sentence")).to_contain_text("of 254 jurisdictions were active.")
    expect(page.locator("#map-legend-title")).to_have_text("Jurisdictions that day: Texas")
    expect(page.locator("h1")).to_contain_text("Texas")
    counts = page.locator("[data-count]").all_inner_texts()
    assert sum(int(count.replace(",", "")) for count in counts) == 254
    chosen = page.locator("#map-sentence").inner_text()
    page.locator("#map-state").select_option("")
    expect(page.locator("#map-sentence")).to_contain_text("of 3,234 were active")
    without = open_page("/secure-communities/?state=TX&date=2010-09-28", javascript=False)
    assert without.locator("#map-sentence").inner_text() == chosen


def test_a_year_that_is_half_typed_is_no_day_to_go_to(open_page: OpenPage) -> None:
    page = open_map(open_page, "?date=2011-08-05")
    for half in ("0002-08-05", "0020-08-05", "0201-08-05"):
        page.locator("#map-date").evaluate(
            "(field, day) => { field.value = day; field.dispatchEvent(new Event('change')); }", half
        )
    expect(page.locator("h1")).to_contain_text("August 5, 2011")
    page.locator("#map-date").evaluate(
        "(field) => { field.value = '2012-08-05'; field.dispatchEvent(new Event('change')); }"
    )
    expect(page.locator("h1")).to_contain_text("August 5, 2012")


def test_back_and_forward_lead_through_what_was_chosen(open_page: OpenPage) -> None:
    page = open_map(open_page)
    state, layer = page.locator("#map-state"), page.locator("#map-layer")
    state.select_option("IL")
    wait_for_address(page, state="IL")
    layer.select_option("agreement")
    wait_for_address(page, layer="agreement")
    page.go_back()
    expect(layer).to_have_value("status")
    expect(state).to_have_value("IL")
    expect(page.locator("#map-of")).to_contain_text("Illinois")
    page.go_back()
    expect(state).to_have_value("")
    page.go_forward()
    expect(state).to_have_value("IL")


def test_moving_through_time_leaves_no_steps_behind(open_page: OpenPage) -> None:
    page = open_page("/about/")
    page.goto("/secure-communities/")
    expect(page.locator("#map-page.is-live")).to_be_attached()
    page.locator("#map-range").focus()
    for _ in range(3):
        page.keyboard.press("PageDown")
        page.wait_for_timeout(500)
    page.go_back()
    expect(page).to_have_url(re.compile("/about/$"))


HEAR = """region => {
    window.heard = [];
    new MutationObserver(() => window.heard.push(region.textContent))
        .observe(region, { childList: true, characterData: true, subtree: true });
}"""
"""Keep all that a live region says, also what it says for a moment alone."""


def test_a_place_that_is_found_is_told_and_its_page_is_the_next_stop(open_page: OpenPage) -> None:
    page = open_map(open_page)
    page.locator("#map-spoken").evaluate(HEAR)
    box = page.locator("#map-find")
    box.fill("Cook")
    page.locator("#map-found [role=option]").filter(has_text="Illinois").first.click()
    spoken = page.locator("#map-spoken")
    expect(spoken).to_contain_text("Cook County, Illinois: Not active, opt-out sought, since")
    # On a slow machine the answer follows, and what was said first was heard alone.
    expect(spoken).to_contain_text("Illinois asked not to take part (May 4, 2011)")
    heard = " ".join(page.evaluate("window.heard"))
    assert heard.count("Not active, opt-out sought") == 1
    assert heard.count("Illinois asked not to take part") == 1
    # It is heard once, and not read again further down.
    expect(spoken).to_be_empty(timeout=10_000)
    expect(page.locator("[data-card=answer]")).to_contain_text("Illinois asked not to take part")
    link = page.locator("#map-chosen a")
    expect(link).to_have_text("Open the page: Cook County, Illinois")
    box.focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-card=open]")).to_be_focused()


def test_the_sentence_is_heard_once_as_the_page_comes_and_again_when_it_changes(
    open_page: OpenPage,
) -> None:
    page = open_map(open_page, "?date=2010-12-01")
    sentence, spoken = page.locator("#map-sentence").inner_text(), page.locator("#map-spoken")
    expect(spoken).to_be_empty()
    assert page.locator("main").aria_snapshot().count(sentence[:60]) == 1
    page.locator("#map-date").fill("2011-08-05")
    expect(spoken).to_have_text(page.locator("#map-sentence").inner_text())


def test_a_state_of_the_list_beside_the_map_is_shown_in_place(open_page: OpenPage) -> None:
    page = open_map(open_page, "?date=2010-12-01")
    listed = page.locator("#map-members")
    expect(listed.get_by_role("listitem")).to_have_count(56)
    listed.get_by_role("link", name="Delaware").click()
    expect(listed.get_by_role("heading")).to_have_text("Jurisdictions of Delaware")
    expect(listed.get_by_role("heading")).to_be_focused()
    wait_for_address(page, state="DE")
    listed.get_by_role("link", name="All states").click()
    expect(listed.get_by_role("listitem")).to_have_count(56)
    wait_for_address(page, state="")


def test_a_chosen_place_is_told_anew_on_another_day(open_page: OpenPage) -> None:
    page = open_map(open_page, "?place=17031&date=2011-08-05")
    spoken = page.locator("#map-spoken")
    expect(spoken).to_contain_text("Cook County, Illinois:")
    page.locator("#map-date").fill("2013-02-01")
    expect(spoken).to_contain_text("February 1, 2013. Cook County, Illinois: Active over objection")
    expect(spoken).not_to_contain_text("..")


def test_what_is_printed_is_the_picture_of_what_is_shown(open_page: OpenPage) -> None:
    page = open_map(open_page, "?date=2010-09-28&state=IL")
    printed = page.locator("#map-print")
    expect(printed).to_have_attribute("src", re.compile("date=2010-09-28.*state=IL"))
    expect(printed).to_be_hidden()
    page.emulate_media(media="print")
    expect(printed).to_be_visible()
    expect(page.locator("#map")).to_be_hidden()


def test_on_narrow_paper_the_whole_sentence_is_printed_above_the_picture(
    open_page: OpenPage,
) -> None:
    page = open_map(open_page, "?date=2011-08-05&state=CA")
    page.emulate_media(media="print")
    # Paper tells no script that it is narrower than the window.
    page.locator("#map-page").evaluate("element => element.style.setProperty('width', '500px')")
    hidden = "element => element.scrollHeight - element.clientHeight"
    assert page.locator("#map-sentence").evaluate(hidden) <= 0


@pytest.mark.parametrize("state", ["", "VA"])
def test_a_place_that_is_gone_is_in_no_total_of_the_headline(
    open_page: OpenPage, state: str
) -> None:
    address = f"?date=2013-07-01&state={state}"
    said = open_map(open_page, address).locator("#map-sentence").inner_text()
    assert ("133 of 133" if state else "of 3,233") in said
    without = open_page(f"/{address}", javascript=False)
    assert without.locator("#map-sentence").inner_text() == said


def test_the_legend_follows_the_day_in_what_was_never_documented_and_what_is_gone(
    open_page: OpenPage,
) -> None:
    page = open_map(open_page, "?date=2011-08-05&state=VA")
    never = page.locator("[data-undocumented-count]")
    expect(never).to_have_text("0")
    gone = page.locator("[data-legend] button[data-value=does-not-exist]")
    expect(gone).to_be_hidden()
    page.locator("#map-layer").select_option("agreement")
    page.locator("#map-date").fill("2013-07-01")
    expect(gone).to_be_visible()
    expect(gone).to_contain_text("No longer exists 1")
    page.locator("#map-state").select_option("TX")
    expect(never).to_have_text("254")
    expect(gone).to_be_hidden()


def test_in_forced_colors_the_slider_has_a_track(open_page: OpenPage) -> None:
    page = open_map(open_page, "?date=2009-01-01", forced_colors="active")
    slider = page.locator("#map-range")
    box = slider.bounding_box()
    assert box
    # Far from the thumb, which stands at the left.
    right = {"x": box["x"] + box["width"] / 2, "y": box["y"], "width": 40, "height": 30}
    before = page.screenshot(clip=right)
    slider.evaluate("one => { one.hidden = true; one.style.visibility = 'hidden'; }")
    assert page.screenshot(clip=right) != before


def test_on_a_phone_the_card_hides_nothing_that_the_keyboard_comes_to(open_page: OpenPage) -> None:
    page = open_map(open_page, "?state=IL&place=17031", width=390)
    card = page.locator("#map-card:not(.is-empty)")
    expect(card).to_be_visible()
    page.locator("#map-card-close").focus()
    hidden, stops = [], 0
    while stops < 100:
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => {
              const [one, card] = [document.activeElement, document.getElementById("map-card")];
              if (one === document.body) return null;
              const [at, over] = [one, card].map((two) => two.getBoundingClientRect());
              return [one.textContent.trim(), card.contains(one) || at.top + 20 < over.top];
            }"""
        )
        if told is None:
            break
        stops += 1
        if not told[1]:
            hidden.append(told[0])
    assert 20 < stops < 100
    assert hidden == []
