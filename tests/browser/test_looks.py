"""What stands beside each other on a wide screen: in line, apart, and whole."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import OpenPage

LINES = "all => all.map(one => one.getClientRects().length)"
LINES_OF_DAY = """all => all.map(one => {
  const words = document.createRange(), told = one.firstElementChild ?? one;
  words.selectNodeContents(told);
  return new Set([...words.getClientRects()].map(rect => Math.round(rect.top))).size;
})"""
EDGES = "all => all.map(one => Math.round(one.getBoundingClientRect().left))"


def test_what_an_act_was_does_not_run_under_the_way_to_its_history(open_page: OpenPage) -> None:
    page = open_page("/es/secure-communities/policy/", width=1280)
    collisions = page.locator(".fact").evaluate_all(
        """facts => facts.filter((fact) => {
          const words = document.createRange();
          words.selectNodeContents(fact.querySelector(".fact-word"));
          const [head, ways] = [words, fact.querySelector(".fact-ways a")].map(
            (one) => one.getBoundingClientRect());
          return head.right > ways.left && head.bottom > ways.top;
        }).map((fact) => fact.id)"""
    )
    assert collisions == []


def test_the_day_of_an_act_takes_one_line(open_page: OpenPage) -> None:
    page = open_page("/es/secure-communities/policy/", width=1280)
    lines = page.locator(".fact-date a").evaluate_all(LINES)
    assert set(lines) == {1}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["", "/es"])
def test_the_day_of_a_requests_last_step_takes_one_line(
    open_page: OpenPage, language: str, width: int
) -> None:
    page = open_page(f"{language}/secure-communities/requests/", width=width)
    lines = page.locator("td").get_by_text(re.compile(r"20\d\d$")).evaluate_all(LINES_OF_DAY)
    assert len(lines) > 10
    assert set(lines) == {1}


FILLS = "all => [...new Set(all.map(one => getComputedStyle(one).fill))]"


@pytest.mark.parametrize(
    ("scheme", "ink"), [("light", "rgb(0, 0, 0)"), ("dark", "rgb(255, 255, 255)")]
)
def test_what_is_written_in_a_picture_takes_the_colors_that_a_reader_chose(
    open_page: OpenPage, scheme: str, ink: str
) -> None:
    chosen = {"forced_colors": "active", "dark": scheme == "dark"}
    page = open_page("/secure-communities/charts/?state=CA", **chosen)
    assert page.locator(".chart svg text").evaluate_all(FILLS) == [ink]
    # What its colors tell apart stays apart, in the legend too.
    assert len(page.locator(".chart-wide > path[fill]").evaluate_all(FILLS)) > 3
    page = open_page("/secure-communities/places/17031/", **chosen)
    written = page.locator(".timeline .tl-axis, .timeline .tl-lane")
    assert written.evaluate_all(FILLS) == [ink]
    assert len(page.locator(".tl-bar").evaluate_all(FILLS)) > 3


def test_a_ring_of_the_legend_is_that_of_the_chart_where_few_colors_were_chosen(
    open_page: OpenPage,
) -> None:
    page = open_page("/secure-communities/charts/", forced_colors="active")
    stroke = "one => getComputedStyle(one).stroke"
    ring = page.locator(".chart-ring").first
    border = ring.evaluate("one => getComputedStyle(one).borderTopColor")
    assert border == page.locator(".chart circle[stroke]").first.evaluate(stroke)


def test_the_notes_of_a_report_stand_apart(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/requests/arlington-2010/", width=1280)
    gaps = page.locator(".note + .note").evaluate_all(
        """all => all.map(one => one.getBoundingClientRect().left
             - one.previousElementSibling.getBoundingClientRect().right)"""
    )
    assert gaps
    assert min(gaps) >= 2


def test_the_files_of_a_page_stand_in_columns_whatever_they_are_called(
    open_page: OpenPage,
) -> None:
    page = open_page("/secure-communities/jurisdictions/?state=DC")
    sizes = page.locator(".take-size").evaluate_all(EDGES)
    assert len(sizes) > 3
    assert len(set(sizes)) == 1


def test_a_picture_that_is_asked_for_again_says_meanwhile_that_it_is_being_drawn(
    open_page: OpenPage,
) -> None:
    page = open_page(
        "/secure-communities/compare/", width=390, allowed=("status of 503", "ERR_FAILED")
    )
    asked: list[Route] = []

    def answer(route: Route) -> None:
        asked.append(route)
        if len(asked) == 1:
            route.fulfill(status=503)

    page.route("**/compare.png*", answer)
    page.reload()
    while len(asked) == 1:
        page.wait_for_timeout(100)
    expect(page.locator(".compare-changed .being-drawn")).to_be_visible()
    asked[-1].abort()


def test_a_phone_asks_for_a_picture_for_paper_in_print_alone_and_again_where_it_did_not_come(
    open_page: OpenPage,
) -> None:
    page = open_page("/story/", allowed=("status of 503",), has_touch=True, is_mobile=True)
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route("**/map.png*", answer)
    pictures = page.locator("img.on-paper-alone")
    assert asked == []
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(
        """() => [...document.querySelectorAll("img.on-paper-alone")].every(
             ({ complete, naturalWidth }) => complete && naturalWidth === 480)"""
    )
    assert pictures.count() == len(asked) - 1
    # As large on the sheet as the captions of its insets need: 10 px of 480.
    page.emulate_media(media="print")
    assert pictures.first.evaluate("one => one.getBoundingClientRect().width / 48") > 9


def test_who_has_a_mouse_has_the_storys_pictures_for_paper_before_printing(
    open_page: OpenPage,
) -> None:
    page = open_page("/story/")
    page.wait_for_function(
        """() => [...document.querySelectorAll("img.on-paper-alone")].every(
             ({ complete, naturalWidth }) => complete && naturalWidth === 480)"""
    )


def test_what_the_screen_shows_is_at_hand_for_paper_before_anybody_prints(
    open_page: OpenPage,
) -> None:
    page = open_page("/secure-communities/compare/?from=2010-08-05&to=2011-08-05", width=700)
    page.wait_for_function(
        """() => [...document.querySelectorAll("img.on-paper-alone")].every(
             ({ complete, naturalWidth }) => complete && naturalWidth)"""
    )


def test_the_captions_of_a_compared_map_can_be_read_on_paper(open_page: OpenPage) -> None:
    page = open_page("/es/secure-communities/compare/?from=2010-08-05&to=2011-08-05", width=700)
    page.emulate_media(media="print")
    widths = page.locator("img.on-paper-alone").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width / 48)"
    )
    assert len(widths) == 3
    assert min(widths) > 8


def test_a_word_of_the_list_is_not_broken_on_paper(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/jurisdictions/?date=2011-08-05&state=CA", width=700)
    page.emulate_media(media="print")
    cell = page.locator("tbody td", has_text="No objection").first
    heights = cell.evaluate(
        """one => {
          const words = document.createRange();
          words.selectNodeContents(one);
          return [words.getBoundingClientRect().height,
                  parseFloat(getComputedStyle(one).lineHeight)];
        }"""
    )
    assert heights[0] < 1.5 * heights[1]


def test_a_long_bar_tells_its_word_where_a_phone_opens_the_timeline(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/places/06075-san-francisco-county-california/", width=320)
    seen = page.locator(".timeline-scroll").evaluate(
        """one => {
          const { left, right } = one.getBoundingClientRect();
          return [...one.querySelectorAll(".tl-text")].map((text) => text.getBoundingClientRect())
            .filter((box) => box.width && box.left >= left && box.right <= right).length;
        }"""
    )
    assert seen >= 3


def test_the_field_for_programs_is_neither_seen_nor_over_another(open_page: OpenPage) -> None:
    page = open_page("/follow/", width=320)
    trap = page.locator(".letter-trap").evaluate(
        "one => [one.offsetWidth, one.offsetHeight, getComputedStyle(one).overflow]"
    )
    assert trap == [1, 1, "hidden"]


def test_the_day_of_a_link_has_its_line(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/claims/", width=390)
    lines = page.locator("a .whole").evaluate_all(
        "all => all.map(one => getComputedStyle(one).textDecorationLine)"
    )
    assert set(lines) == {"underline"}


def test_a_card_begins_with_what_it_is_about(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/requests/", width=320)
    above = page.locator("tbody tr").evaluate_all(
        """rows => rows.filter(row => row.querySelector("th").getBoundingClientRect().top
             > row.querySelector("td").getBoundingClientRect().top).length"""
    )
    assert above == 0


def test_a_title_of_two_lines_stands_beside_its_number(open_page: OpenPage) -> None:
    page = open_page("/story/", width=320)
    tops = page.locator(".story-chapters li").evaluate_all(
        """all => all.map(one => one.querySelector("a").getBoundingClientRect().top
             - one.getBoundingClientRect().top)"""
    )
    assert max(tops) < 8
