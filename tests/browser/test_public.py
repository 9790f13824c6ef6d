"""What the public sends, in a real browser: a tip and a reply, from the page to the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from jurisdictions.web.tips.form import YOUNGEST_SECONDS
from tests.browser.conftest import OpenPage, Seat
from tests.browser.test_pages import violations, violations_in_both

TRAVIS = "/places/48453-travis-county-texas/"
BEXAR = "/places/48029-bexar-county-texas/"
REFUSED = ("status of 400",)


def fits(page: Page, width: int) -> bool:
    """Whether nothing makes the page scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth") <= width)


def read_for_a_while(page: Page) -> None:
    """As long as a person takes at the least."""
    page.wait_for_timeout(1000 * YOUNGEST_SECONDS + 1200)


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_a_tip_goes_from_the_page_of_a_place_to_its_public_note(
    open_own: OpenPage, seat: Seat, prefix: str
) -> None:
    text = f"The day of the activation is wrong{prefix}."
    page = open_own(f"{prefix}{TRAVIS}", width=390, javascript=False)
    page.locator("#record-heading").click()
    page.locator(".fact .fact-ways a[href*='/wrong/']").first.click()
    expect(page.locator("#letter-fact")).to_have_value(re.compile("^activation:48453"))
    page.locator("#letter-text").fill(text)
    page.locator("#letter-evidence").fill("The county's newsletter, page 2")
    read_for_a_while(page)
    page.locator(".letter-form button").click()
    expect(page).to_have_url(re.compile(f"{prefix}/secure-communities{TRAVIS}wrong/thanks/$"))
    assert page.context.cookies() == []

    editor = seat(
        "editor", "48", "Edna Marsh", f"{prefix}/secure-communities/desk/tips/", width=390
    )
    editor.locator(".lines li", has_text=text).get_by_role("link").click()
    editor.locator("#id_note").fill(f"Looked up{prefix}: the list has the same day.")
    editor.locator("button[value=answer]").click()
    expect(editor.get_by_role("status")).to_be_visible()

    page.goto(TRAVIS)
    # A browser may keep a page for a minute; who loads it anew sees the note at once.
    page.reload()
    said = page.locator("section", has=page.locator("#said-heading")).last
    expect(said).to_contain_text(f"Looked up{prefix}: the list has the same day.")
    expect(said).not_to_contain_text(text)
    assert fits(page, 390)


def test_a_reply_is_verified_and_stands_beside_the_fact(open_own: OpenPage, seat: Seat) -> None:
    page = open_own(f"/secure-communities{BEXAR}reply/?fact=activation:48029", width=390)
    page.locator("#letter-office").fill("Office of the Sheriff")
    page.locator("#letter-text").fill("The county was not asked.")
    page.locator("#letter-contact").fill("210-555-0100")
    read_for_a_while(page)
    page.get_by_role("button", name="Send to the reviewers").click()
    expect(page.get_by_role("heading", name="Thank you. The reviewers have it.")).to_be_visible()

    reviewer = seat(
        "reviewer", "48", "Rosa Villanueva", "/secure-communities/desk/tips/?of=replies"
    )
    reviewer.get_by_role("link", name="Bexar County, Texas").first.click()
    expect(reviewer.get_by_text("210-555-0100")).to_be_visible()
    reviewer.get_by_label("How you made sure, or why it is not shown").fill("Called.")
    reviewer.get_by_role("button", name="Show the reply").click()
    expect(reviewer.get_by_text("210-555-0100")).to_have_count(0)

    page.goto(BEXAR)
    page.reload()
    reply = page.locator("li.fact[id='activation:48029'] .reply")
    expect(reply).to_contain_text("The jurisdiction replies. Office of the Sheriff")
    expect(reply).to_contain_text("The county was not asked.")
    assert violations(page) == []


def test_a_form_that_comes_back_has_the_focus_on_what_is_wrong(open_page: OpenPage) -> None:
    page = open_page(f"/secure-communities{TRAVIS}wrong/", width=390, allowed=REFUSED)
    page.get_by_label("Where can it be seen? (optional)").fill("Page 4")
    read_for_a_while(page)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Where can it be seen? (optional)")).to_have_value("Page 4")
    page.get_by_role("link", name="Say what is wrong.").click()
    expect(page.get_by_label("What is wrong?")).to_be_focused()
    assert violations(page) == []


def test_nobody_reaches_the_hidden_field_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(f"/secure-communities{TRAVIS}wrong/")
    page.get_by_label("What is it about?").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("What is wrong?")).to_be_focused()
    expect(page.locator("#letter-homepage")).not_to_be_in_viewport()


@pytest.mark.parametrize("path", ["wrong/", "reply/", "wrong/thanks/", "reply/thanks/"])
def test_axe_finds_nothing_wrong_with_a_form_of_the_public(open_page: OpenPage, path: str) -> None:
    page = open_page(f"/secure-communities{TRAVIS}{path}")
    assert violations_in_both(page) == []
    page.reload()
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page, width)
    page.goto(f"/es/secure-communities{TRAVIS}{path}")
    assert fits(page, 390)


def mail_in_outbox(page: Page, address: str) -> str:
    """The text of the mail to an address, once the worker has sent it."""
    mail = page.locator(".kept-mail", has_text=address).locator("pre")
    for _again in range(60):
        page.goto("/dev/outbox/")
        if mail.count():
            return mail.first.inner_text()
        page.wait_for_timeout(500)
    pytest.fail("no mail came")


def test_a_place_is_followed_by_mail_and_left_with_one_click_on_a_phone_in_spanish(
    open_own: OpenPage,
) -> None:
    address = "ana@example.org"
    page = open_own("/es/follow/?place=48029", width=390)
    page.locator("#letter-address").fill(address)
    page.get_by_label("Una vez por semana").check()
    assert violations_in_both(page) == []
    read_for_a_while(page)
    page.get_by_role("button", name="Recibir el enlace").click()
    expect(page.locator("h1")).to_have_text("Revise su correo")
    assert violations(page) == []
    text = mail_in_outbox(page, address)

    ways = {kind: re.search(rf"http\S+/es/mail/{kind}/\S+", text) for kind in ("confirm", "leave")}
    for kind, button, then in (
        ("confirm", "Sí, quiero recibir estos correos", "Su dirección está confirmada"),
        ("leave", "No recibir más estos correos", "Ya no recibirá estos correos"),
    ):
        way = ways[kind]
        assert way
        page.goto(way[0])
        assert violations(page) == []
        page.get_by_role("button", name=button).click()
        expect(page.locator("h1")).to_have_text(then)
        assert violations(page) == []
        assert fits(page, 390)
    assert page.context.cookies() == []
