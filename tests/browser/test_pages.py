"""The pages in a real browser: accessible, narrow enough, usable by keyboard and without script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from playwright.sync_api import Page, expect

from jurisdictions.web.site.errors import failed
from jurisdictions.web.site.kept.away import away_answer
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
    "/secure-communities/flags/",
    "/secure-communities/flags/figure-fell/",
    "/secure-communities/changes/?from=2010-05-01&to=2010-05-29",
    "/secure-communities/charts/",
    "/secure-communities/compare/?from=2010-08-05&to=2011-08-05&state=IL",
    "/secure-communities/known-later/?date=2010-01-01",
    "/secure-communities/sources/",
    "/secure-communities/sources/nilc/",
    "/secure-communities/methodology/",
    "/secure-communities/glossary/",
    "/about/",
    "/story/",
    "/feeds/?text=cook",
    "/embed/secure-communities/map/?state=IL",
    "/embed/secure-communities/place/06075/",
    "/embed/secure-communities/timeline/06075/",
    "/follow/?place=17031",
    "/embed/secure-communities/chart/status/",
    "/embed/?what=map&program=secure-communities",
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


def unfold(page: Page) -> None:
    """Everything that may be unfolded."""
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")


THIN = """
most => {
  const said = ({name, value}) =>
    ["class", "role", "type", "scope", "lang", "hidden"].includes(name) ? `${name}=${value}` : name;
  const told = one => [...one.childNodes].some(({nodeType, data}) => nodeType === 3 && data.trim());
  const shape = one =>
    `${one.tagName}${told(one)}[${[...one.attributes].map(said).sort()}](${[...one.children].map(shape)})`;
  for (const list of document.querySelectorAll("tbody, ul, ol")) {
    const met = new Map();
    for (const row of [...list.children]) {
      const form = shape(row);
      met.set(form, (met.get(form) ?? 0) + 1);
      if (met.get(form) > most) row.remove();
    }
  }
}
"""
ROWS_OF_A_SHAPE = 4


def thin(page: Page) -> None:
    """Leave the first four of the rows of a list or table that are built in the same way.

    The same elements with the same attributes, classes and roles, with or without text, have the
    same contrast and the same faults, and axe takes ten seconds for the hundreds of them on a
    state's page. That no id stands twice is looked at before, in every row.
    """
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    page.evaluate(THIN, ROWS_OF_A_SHAPE)


def violations_in_both(page: Page) -> list[str]:
    """What axe finds in the light, then in the dark, with everything unfolded; thins the page.

    The same page in the other scheme: to open it again costs as much as to look at it.
    """
    unfold(page)
    thin(page)
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    return [*found, *violations(page, dark=True)]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_desk_and_axe_finds_nothing_wrong_in_either_scheme(
    open_page: OpenPage, path: str
) -> None:
    page = open_page(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert violations_in_both(page) == []


def test_a_fault_of_one_row_is_found_among_hundreds_of_others(open_page: OpenPage) -> None:
    page = open_page("/places/17-illinois/")
    unfold(page)
    row = page.locator("main tbody tr").nth(60)
    row.evaluate("row => { row.querySelector('a').className = 'faint'; }")
    row.evaluate("row => row.insertAdjacentHTML('beforeend', '<td><input></td>')")
    before = page.locator("main tbody tr").count()
    thin(page)
    assert page.locator("main tbody tr").count() < before / 3
    assert page.locator("main tbody tr a.faint").count() == 1
    assert [found for found in violations(page) if found.startswith("label")]


@pytest.mark.parametrize(
    "path", ["/", "/secure-communities/compare/?from=2010-08-05&to=2011-08-05"]
)
def test_a_map_is_seen_once_on_the_screen_and_once_on_paper(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    both = page.locator("picture.on-screen, img.on-paper-alone")
    # Whether a picture is drawn yet does not matter here, only whether it has a place.
    said = "all => all.filter(one => one.checkVisibility()).map(one => one.tagName)"
    seen = both.evaluate_all(said)
    page.emulate_media(media="print")
    printed = both.evaluate_all(said)
    assert set(seen) == {"PICTURE"}
    assert set(printed) == {"IMG"}
    assert len(seen) == len(printed) == both.count() / 2


def test_paper_has_no_ways_to_press_no_mark_of_a_link_and_sums_once(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/changes/?from=2009-01-01&to=2012-12-31")
    ways = page.locator(".colophon a:not(.cited a), a[href*='/compare/'], .turn a")
    assert ways.filter(visible=True).count()
    page.emulate_media(media="print")
    assert ways.filter(visible=True).all_inner_texts() == []
    expect(page.get_by_text("Page 1 of", exact=False)).to_be_visible()
    # A foot of a table is set again at the foot of every sheet.
    shown = "one => getComputedStyle(one).display"
    assert page.locator("tfoot").evaluate(shown) == "table-row-group"


def test_what_a_link_led_to_is_not_marked_on_paper(open_page: OpenPage) -> None:
    page = open_page("/secure-communities/places/06075-san-francisco-county-california/")
    page.evaluate("location.hash = document.querySelector('.fact[id]').id")
    marked = page.locator(":target")
    marks = "one => [getComputedStyle(one).boxShadow, getComputedStyle(one).backgroundColor]"
    assert marked.evaluate(marks) != ["none", "rgba(0, 0, 0, 0)"]
    page.emulate_media(media="print")
    assert marked.evaluate(marks) == ["none", "rgba(0, 0, 0, 0)"]


@pytest.mark.parametrize("language", ["", "/es"], ids=["english", "spanish"])
@pytest.mark.parametrize("path", ["/nowhere/", "/secure-communities/policy/?date=2011-13-01"])
def test_axe_finds_nothing_wrong_with_a_page_that_refuses(
    open_page: OpenPage, path: str, language: str
) -> None:
    page = open_page(f"{language}{path}", allowed=("status of 404", "status of 400"))
    assert violations_in_both(page) == []


@pytest.mark.parametrize("language", ["", "/es"], ids=["english", "spanish"])
@pytest.mark.parametrize("answer", [failed, away_answer])
def test_axe_finds_nothing_wrong_with_the_page_of_an_error(
    open_page: OpenPage, answer: Callable[[HttpRequest], HttpResponse], language: str
) -> None:
    path = f"{language}/secure-communities/policy/"
    told = answer(RequestFactory().get(path))
    page = open_page("/about/", allowed=(f"status of {told.status_code}",))
    page.route(
        f"**{path}",
        lambda route: route.fulfill(
            status=told.status_code, content_type="text/html", body=told.content.decode()
        ),
    )
    page.goto(path)
    assert page.evaluate("document.documentElement.lang") == (language[1:] or "en")
    assert violations_in_both(page) == []


IN_SPANISH = (
    "/es/",
    "/es/story/",
    "/es/secure-communities/compare/?from=2010-08-05&to=2011-08-05&state=IL",
    "/es/secure-communities/jurisdictions/?state=IL&status=active-over-objection",
    "/es/secure-communities/changes/?from=2010-05-01&to=2010-05-29",
    f"/es{SAN_FRANCISCO}",
)
"""Of each kind: forms, folds, tables that are cards on a phone, pictures for paper alone."""


@pytest.mark.parametrize("path", IN_SPANISH)
def test_axe_finds_nothing_wrong_in_spanish_nor_on_a_phone_nor_on_paper(
    open_page: OpenPage, path: str
) -> None:
    page = open_page(path)
    assert violations_in_both(page) == []
    # What a phone and paper show of it is laid out otherwise, and partly other.
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 800})
    assert violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(media="print")
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/", "/secure-communities/policy/", "/story/"])
def test_the_ways_in_the_foot_are_large_enough_to_hit(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=390)
    heights = page.locator(".colophon .screen-ways a").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height / one.getClientRects().length)"
    )
    assert len(heights) >= 8
    assert min(heights) >= 24


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", ["/es/secure-communities/policy/", "/secure-communities/policy/"])
def test_no_line_of_the_foot_begins_with_what_parts_its_ways(
    open_page: OpenPage, path: str, width: int
) -> None:
    page = open_page(path, width=width)
    before = page.locator(".colophon .screen-ways").evaluate(
        """ways => [...ways.childNodes].filter(one => one.nodeValue?.includes("·")).map((one) => {
          const point = document.createRange();
          point.setStart(one, one.nodeValue.indexOf("·"));
          point.setEnd(one, one.nodeValue.indexOf("·") + 1);
          const [at, whole] = [point, ways.closest("p")].map((one) => one.getBoundingClientRect());
          return at.left - whole.left;
        })"""
    )
    assert len(before) > 5
    assert min(before) > 20


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


def test_on_a_phone_the_dimensions_fit_and_nothing_of_them_is_out_of_sight(
    open_page: OpenPage,
) -> None:
    page = open_page("/es/places/17031/", width=390)
    page.locator("summary", has_text="Cómo se llega a esta situación").click()
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
    expect(page.locator("li:target .fact-date")).to_have_text("May 18, 2010")
    assert page.evaluate("decodeURIComponent(location.hash)") == "#opt_out:san-francisco-2010-05:1"


def test_every_mark_of_the_timeline_is_large_enough_to_hit(open_page: OpenPage) -> None:
    page = open_page(SAN_FRANCISCO)
    boxes = page.locator(".tl-target").evaluate_all(
        "marks => marks.map(mark => mark.getBoundingClientRect().width)"
    )
    assert len(boxes) > 10
    assert min(boxes) >= 24


def test_the_day_moves_without_any_script(open_page: OpenPage) -> None:
    page = open_page(HARRIS, javascript=False)
    page.locator("summary", has_text="Another day").first.click()
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
    with page.expect_navigation():
        page.get_by_role("link", name="Español").click()
    assert page.evaluate("document.documentElement.lang") == "es"
    expect(page.locator(".standing-day")).to_have_text("15 de septiembre de 2010")


OVER_A_SWATCH = """() => [...document.querySelectorAll(".embed-legend li")].map((item) => {
    const [swatch, number] = ["swatch", "number"].map((name) => item.querySelector(`.${name}`));
    const words = document.createRange();
    words.setStartAfter(swatch);
    words.setEndBefore(number);
    const boxes = [...words.getClientRects()].filter(({ width }) => width > 1);
    return [
        Math.min(...boxes.map(({ left }) => left)) - swatch.getBoundingClientRect().right,
        number.getBoundingClientRect().left - Math.max(...boxes.map(({ right }) => right)),
    ];
})"""
"""How far each label of a legend is from its swatch, and its number from it."""


def test_in_a_wide_frame_no_label_lies_over_its_swatch_or_its_number(open_page: OpenPage) -> None:
    page = open_page("/es/embed/secure-communities/map/?date=2011-08-05", width=800, height=420)
    apart = page.evaluate(OVER_A_SWATCH)
    assert len(apart) > 3
    assert min(before for before, _after in apart) >= 0
    assert min(after for _before, after in apart) >= 0
