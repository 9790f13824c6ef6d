"""The desk in a real browser: a request proposed, discussed, accepted, seen and reverted."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Seat
from tests.browser.test_pages import thin, violations

DALLAS = "/places/48113-dallas-county-texas/"
FORM = "/secure-communities/desk/suggest/48113/opt_out/"
CORRECT = "/secure-communities/desk/facts/activation:48113/correct/"


def look(page: Page) -> None:
    """The button that shows what would change."""
    page.locator(".acts button[value=preview]").click()
    expect(page.get_by_role("heading", name="Before you send it")).to_be_visible()


def cited(page: Page) -> None:
    """The source that is cited so far tells the new value too."""
    page.locator('[name="s-0-key"]').first.check()


def write_a_request(page: Page, year: int) -> None:
    """Three steps of a request and a new source, as somebody would type them."""
    page.locator("#fact-0").get_by_label("Opt-out requested").check()
    page.locator("#id_f-0-on").fill(f"7/13/{year}")
    page.locator("#id_f-0-by").fill("Commissioners Court")
    page.get_by_role("button", name="Add another step").click()
    page.locator("#fact-1").get_by_label("Request refused").check()
    page.locator("#id_f-1-on").fill(f"Sept. {year}")
    page.get_by_role("button", name="Add another step").click()
    page.locator("#fact-2").get_by_label("Request lapsed").check()
    page.locator("#id_f-2-on").fill(f"March {year + 1}")
    page.get_by_label("A source that is not on record yet").check()
    page.get_by_label("Title").fill(f"Commissioners ask to leave, {year}")
    page.get_by_label("Publisher").fill("Dallas Morning News")
    page.get_by_label("When it was published").fill(f"July 14, {year}")
    page.get_by_label("Web address").fill(f"dallasnews.com/{year}")
    page.get_by_label("Why should the record change?").fill("The request is missing.")


def test_a_request_that_nobody_had_on_record_from_proposal_to_revert(
    seat: Seat, open_own: OpenPage
) -> None:
    author = seat("contributor", "48", "Tess Contreras", DALLAS)
    author.get_by_role("link", name="Suggest a change").click()
    author.get_by_role("link", name="Opt-out request").click()
    write_a_request(author, 2010)
    look(author)
    expect(author.get_by_role("region", name="What would change: Dallas County")).to_contain_text(
        "from July 13, 2010 until September 2010"
    )
    expect(author.get_by_role("group", name=re.compile("^Timeline of Dallas"))).to_be_visible()
    author.get_by_role("button", name="Send to the reviewers").click()
    expect(author.get_by_role("status")).to_contain_text("Sent.")
    proposal = author.url

    reviewer = seat("reviewer", "48", "Rosa Villanueva", "/secure-communities/desk/")
    reviewer.get_by_role("link", name=re.compile("Opt-out request, 3 steps")).first.click()
    reviewer.get_by_label("Note to the author").fill("Which page of the paper?")
    reviewer.get_by_role("button", name="Ask for more").click()
    expect(reviewer.get_by_role("status")).to_contain_text("Asked.")

    author.goto(proposal)
    author.get_by_label("Say something").fill("Page 4 of the city edition.")
    author.get_by_role("button", name="Say it").click()
    author.get_by_role("link", name="Amend it").click()
    author.locator("#fact-0 details.more > summary").click()
    author.locator("#id_f-0-locator").fill("p. 4")
    look(author)
    author.get_by_role("button", name="Send it anew").click()

    # Somebody else has another source, which gives another day, before anybody has decided.
    other = seat("contributor", "48", "Omar Reyes", proposal)
    first = other.locator("article.wish", has_text="July 13, 2010").first
    first.get_by_role("link", name="Another source says otherwise").click()
    other.get_by_role("link", name="The date", exact=True).click()
    expect(other.get_by_text("This fact is only proposed so far.")).to_be_visible()
    other.get_by_label("What the other source says").fill("July 15, 2010")
    other.get_by_label("Search the sources on record").fill("ice list")
    other.locator("[data-offered]").get_by_label(re.compile("Activated Jurisdictions")).check()
    other.get_by_label("Why should the record change?").fill("Two days are in use.")
    look(other)
    with other.expect_navigation():
        other.get_by_role("button", name="Send to the reviewers").click()
    contradiction = other.url

    reviewer.goto(contradiction)
    reviewer.get_by_role("button", name="Accept and publish").click()
    expect(reviewer.get_by_role("alert")).to_contain_text("is only proposed so far: proposal")
    reviewer.goto(proposal)
    expect(reviewer.get_by_text("Page 4 of the city edition.")).to_be_visible()
    expect(reviewer.get_by_role("region", name="Also proposed about this place")).to_contain_text(
        "Another source says otherwise"
    )
    reviewer.get_by_role("button", name="Accept and publish").click()
    expect(reviewer.get_by_role("status")).to_contain_text("published as edition")
    reviewer.goto(contradiction)
    reviewer.get_by_role("button", name="Accept and publish").click()
    expect(reviewer.get_by_role("status")).to_contain_text("published as edition")

    public = open_own("/secure-communities/?date=2010-10-01&state=TX&place=48113")
    expect(public.locator("[data-card=label]")).to_have_text("Active over objection")
    public.goto(f"{DALLAS}?date=2010-10-01")
    expect(public.locator(".standing-status")).to_have_text("Active over objection")
    expect(public.get_by_role("link", name="July 13, 2010: Opt-out requested")).to_be_visible()
    expect(public.locator(".contradiction").first).to_contain_text("gives July 15, 2010")

    # Both are shown, and a reviewer says why one stands.
    public.locator("#record-heading").click()
    day = public.locator(".fact-date", has_text="July 13, 2010")
    with public.expect_navigation():
        public.locator("li.fact", has=day).get_by_role("link", name="History").click()
    fact = re.search(r"/secure-communities/history/(.+)/", public.url)
    assert fact
    reviewer.goto(f"/secure-communities/desk/facts/{fact[1]}/adjudicate/")
    reviewer.get_by_label("Note in English").fill("The paper was there.")
    reviewer.get_by_role("button", name="Publish the note").click()
    again = open_own(f"{DALLAS}?date=2010-10-02")
    expect(again.locator(".contradiction").first).to_contain_text("The paper was there.")

    # Reverting lets nothing vanish: the request leaves the record, its history stays.
    reviewer.goto(proposal)
    reviewer.get_by_role("link", name="Revert this change").click()
    expect(reviewer.get_by_role("alert")).to_contain_text("Two days are in use.")
    reviewer.get_by_role("link", name="Look at reverting them all").click()
    reviewer.get_by_label("Why is it reverted?").fill("The paper took it back.")
    reviewer.get_by_role("button", name="Revert it now").click()
    expect(reviewer.get_by_role("status")).to_contain_text("Reverted")
    last = open_own(f"{DALLAS}?date=2010-10-03")
    expect(last.locator(".standing-status")).to_have_text("Active, agreement not documented")
    last.goto(f"/secure-communities/history/{fact[1]}/")
    expect(last.get_by_text("No longer on record.")).to_be_visible()


def test_the_whole_way_without_any_script_on_a_phone_in_spanish(seat: Seat) -> None:
    options = {"javascript": False, "width": 390, "locale": "es-US"}
    travis = "/es/places/48453-travis-county-texas/"
    page = seat("contributor", "48", "Elena Ruiz", travis, **options)
    page.locator('a[href$="/secure-communities/desk/suggest/48453/"]').first.click()
    page.get_by_role("link", name="Solicitud para no participar").click()
    page.locator("#fact-0").get_by_label("Pidió no participar").check()
    page.locator("#id_f-0-on").fill("13/7/2011")
    page.locator("#id_f-0-by_es").fill("Corte de Comisionados")
    page.locator("#id_s-0-find").fill("harris sheriff")
    page.locator("button[value=find-source-0]").click()
    expect(page.locator("#id_f-0-on")).to_have_value("13/7/2011")
    page.locator("[data-offered] input[value=ice_harris]").check()
    page.locator(".acts button[value=preview]").click()
    expect(page.locator(".summary")).to_be_focused()
    page.locator(".summary a").first.click()
    expect(page.locator("#id_reason")).to_be_focused()
    page.locator("#id_reason").fill("Falta la solicitud.")
    page.locator(".acts button[value=preview]").click()
    expect(page.locator(".effect").first).to_contain_text("13 de julio de 2011")
    page.locator(".send button[value=send]").click()
    expect(page).to_have_url(re.compile(r"/es/secure-communities/desk/proposals/\d+/(#.*)?$"))
    assert page.evaluate("document.documentElement.lang") == "es"


def test_a_form_is_filled_in_by_keyboard_alone(seat: Seat) -> None:
    page = seat("contributor", "48", "Tess Contreras", CORRECT)
    page.locator("#id_f-0-activated_on").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("November 21, 2008")
    page.locator('[name="s-0-key"]').first.focus()
    page.keyboard.press("Space")
    page.locator("#id_reason").focus()
    page.keyboard.type("A log.")
    page.keyboard.press("Tab")
    expect(page.locator(".acts button[value=preview]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Before you send it")).to_be_visible()
    # Enter in a field looks at the effect too; it never sends, and never adds a step.
    page.get_by_role("button", name="Change something").press("Enter")
    page.locator("#id_f-0-activated_on").press("Enter")
    expect(page.get_by_role("heading", name="Before you send it")).to_be_visible()


def test_a_date_is_echoed_while_it_is_typed(seat: Seat) -> None:
    page = seat("contributor", "48", "Tess Contreras", FORM)
    echo = page.locator('[data-understood="id_f-0-on"]')
    page.locator("#id_f-0-on").press_sequentially("7/13/2010")
    expect(echo).to_have_text("Understood: July 13, 2010")
    page.locator("#id_f-0-on").fill("early 2010")
    expect(echo).to_contain_text("“early 2010” is a part of a year")
    page.locator("#id_f-0-on").fill("")
    expect(echo).to_be_hidden()


def test_sources_are_found_while_one_types_and_the_chosen_one_stays(seat: Seat) -> None:
    page = seat("contributor", "48", "Tess Contreras", FORM)
    offered = page.locator("[data-offered]")
    near = offered.locator("label").count()
    find = page.get_by_label("Search the sources on record")
    find.press_sequentially("deportation nation illinois")
    expect(page.locator("[data-found]")).to_have_text("One source found.")
    offered.get_by_label(re.compile("Illinois Governor Terminates")).check()
    find.fill("zzzz")
    expect(page.locator("[data-found]")).to_contain_text("No source on record")
    expect(offered.locator("input:checked")).to_have_value("dn_il")
    find.press("Enter")
    expect(page).to_have_url(re.compile(f"{FORM}$"))
    find.fill("")
    expect(offered.locator("label")).to_have_count(near + 1)
    expect(page.get_by_label("Web address")).to_be_hidden()
    page.get_by_label("A source that is not on record yet").check()
    expect(page.get_by_label("Web address")).to_be_visible()


def test_what_was_not_sent_is_offered_again_and_forgotten_once_it_is(seat: Seat) -> None:
    page = seat("contributor", "48", "Dora Quist", FORM)
    expect(page.locator("#draft")).to_be_hidden()
    write_a_request(page, 2012)
    page.wait_for_timeout(700)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/secure-communities/desk/")
    page.goto(f"/es{FORM}")
    expect(page.locator("#draft")).to_be_visible()
    page.goto(FORM)
    expect(page.locator("#draft")).to_contain_text("was not sent")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("#id_f-2-on")).to_have_value("March 2013")
    expect(page.get_by_label("Publisher")).to_have_value("Dallas Morning News")
    expect(page.locator("#draft")).to_be_hidden()
    look(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Send to the reviewers").click()
    page.goto(FORM)
    expect(page.locator("#draft")).to_be_hidden()


def test_a_draft_that_is_not_wanted_is_discarded(seat: Seat) -> None:
    page = seat("contributor", "48", "Dora Quist", FORM)
    page.locator("#id_f-0-by").fill("Somebody")
    page.wait_for_timeout(700)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(FORM)
    page.get_by_role("button", name="Discard it").click()
    expect(page.locator("#draft")).to_be_hidden()
    page.goto(FORM)
    expect(page.locator("#draft")).to_be_hidden()


def test_leaving_with_unsent_words_warns_and_sending_them_does_not(seat: Seat) -> None:
    page = seat("contributor", "48", "Dora Quist", FORM)
    asked: list[str] = []

    def answer(dialog: object) -> None:
        asked.append(dialog.type)  # type: ignore[attr-defined]
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", answer)
    page.locator("#id_f-0-by").press_sequentially("Somebody")
    page.get_by_role("link", name="Cancel").click()
    expect(page.locator("#id_f-0-by")).to_have_value("Somebody")
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Add another step").click()
    expect(page.locator("#fact-1-heading")).to_be_focused()
    assert asked == ["beforeunload"]


def propose_another_day(page: Page, day: str) -> str:
    page.goto("/secure-communities/desk/facts/activation:48439/correct/")
    page.locator("#id_f-0-activated_on").fill(day)
    cited(page)
    page.get_by_label("Why should the record change?").fill("A log.")
    look(page)
    page.get_by_role("button", name="Send to the reviewers").click()
    expect(page).to_have_url(re.compile(r"/secure-communities/desk/proposals/\d+/$"))
    return page.url


PATHS = (
    "/secure-communities/desk/",
    "/secure-communities/desk/proposals/",
    "/secure-communities/desk/watched/",
    "/secure-communities/desk/suggest/48113/",
    "/secure-communities/desk/suggest/48/agreement/",
    "/secure-communities/desk/suggest/48113/local_measure/",
    "/secure-communities/desk/suggest/48113/reported_figure/",
    FORM,
    CORRECT,
    "/secure-communities/desk/facts/activation:48113/retract/",
    "/secure-communities/desk/facts/activation:48113/contradict/",
    "/secure-communities/desk/facts/activation:48113/contradict/?field=activated_on",
    "/secure-communities/desk/lacks/48/?what=no-measure",
    "/secure-communities/desk/sources/",
    "/secure-communities/desk/sources/ice_activated_list/",
    "/secure-communities/history/activation:48113/",
    f"/secure-communities{DALLAS}history/",
    DALLAS,
)


def opened(page: Page, path: str) -> None:
    """The page with everything unfolded."""
    page.goto(path)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")


def test_axe_finds_nothing_wrong_with_any_page_of_the_desk(seat: Seat) -> None:
    author = seat("contributor", "48", "Omar Reyes", "/secure-communities/desk/")
    proposal = propose_another_day(author, "2008-11-18")
    propose_another_day(author, "2008-11-19")
    page = seat("reviewer", "48", "Rosa Villanueva", "/secure-communities/desk/")
    for path in (*PATHS, proposal, f"{proposal}edit/"):
        opened(page, path)
        thin(page)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert violations(page, dark=scheme == "dark") == [], path
    # What forms answer: faults, the look at the effect.
    page.goto(FORM)
    with page.expect_navigation():
        page.locator(".acts button[value=preview]").click()
    assert violations(page) == []
    page.goto(CORRECT)
    page.locator("#id_f-0-activated_on").fill("2009-01")
    cited(page)
    page.locator("#id_reason").fill("X")
    look(page)
    assert violations(page) == []


@pytest.mark.parametrize("language", ["", "/es"], ids=["english", "spanish"])
def test_no_page_of_the_desk_scrolls_sideways(seat: Seat, language: str) -> None:
    page = seat("reviewer", "48", "Rosa Villanueva", "/secure-communities/desk/")
    for path in PATHS:
        opened(page, f"{language}{path}")
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_every_target_of_a_form_is_large_enough_to_hit(seat: Seat) -> None:
    page = seat("contributor", "48", "Tess Contreras", FORM, width=390)
    sizes = page.locator(
        "form.write :is(button:not([aria-hidden]), .pick, input:not(.pick > input, [type=hidden]),"
        " select, textarea, summary)"
    ).evaluate_all(
        "all => all.filter(one => one.checkVisibility())"
        ".map(one => Math.round(one.getBoundingClientRect().height))"
    )
    assert len(sizes) > 20
    assert min(sizes) >= 43
