"""From an invitation to the desk in a real browser, in both languages: keys, codes, no mouse."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import count
from time import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.test_pages import violations
from tests.management.test_runlocal import Served

PASSWORD = "an atlas kept by many hands"
PERIOD = 30
_numbers = count(1)


def invited(served: Served, role: str, *more: str) -> tuple[str, str]:
    """An address and the path of its invitation, as the command prints it."""
    email = f"person-{next(_numbers)}@example.org"
    said = subprocess.run(
        [sys.executable, "manage.py", "invite", email, "--role", role, *more],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATA_DIR": str(served.folder),
            "DATABASE_URL": "",
            "PORT": served.address.rpartition(":")[2],
        },
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    link = said.strip().rpartition("\n")[2]
    return email, link.removeprefix(served.address)


def code(secret: str, later: int = 0) -> str:
    """What an authenticator app shows, `later` turns from now."""
    return format_hotp_value(hotp_value(secret, int(time()) // PERIOD + later))


def button(page: Page, text: str) -> None:
    page.get_by_role("button", name=gettext(text), exact=True).click()


def join(page: Page, name: str) -> None:
    """Fill in the page of an invitation."""
    page.get_by_label(gettext("Name in the history")).fill(name)
    page.get_by_label(gettext("Password"), exact=True).fill(PASSWORD)
    page.get_by_label(gettext("The same again")).fill(PASSWORD)
    button(page, "Make my account")


def set_up_app(page: Page) -> str:
    """Switch the authenticator app on; answers its key."""
    page.get_by_role("link", name=gettext("Set up an app")).click()
    expect(page.locator("img.qr")).to_be_visible()
    assert page.locator("img.qr").evaluate("image => image.naturalWidth") > 0
    secret = page.locator(".totp-key").inner_text()
    page.get_by_label(gettext("Code of six digits")).fill(code(secret))
    button(page, "Switch it on")
    expect(page.locator(".codes li")).to_have_count(10)
    return secret


def until_mailed(page: Page, link: str) -> None:
    """Look into the outbox until the worker has sent a mail with a link."""
    for _look in range(60):
        page.goto("/dev/outbox/")
        if page.locator(f'a[href="{link}"]').count():
            break
        page.wait_for_timeout(500)
    expect(page.locator(f'a[href="{link}"]').first).to_be_visible()


def sign_in(page: Page, email: str, prefix: str = "") -> None:
    page.goto(f"{prefix}/account/login/")
    page.get_by_label(gettext("E-mail address")).fill(email)
    page.get_by_label(gettext("Password"), exact=True).fill(PASSWORD)
    with page.expect_navigation():
        button(page, "Sign in")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_reviewer_joins_sets_up_an_app_and_comes_back_with_its_code(
    open_own: OpenPage, own_server: Served, language: str
) -> None:
    name = f"Rosa {language}"
    email, link = invited(own_server, "reviewer", "--region=17", f"--language={language}")
    prefix = "/es" if language == "es" else ""
    assert link.startswith(f"{prefix}/invitation/")
    with translation.override(language):
        page = open_own(link)
        assert violations(page) == []
        join(page, name)
        expect(page).to_have_url(re.compile("/account/2fa/$"))
        assert violations(page) == []
        secret = set_up_app(page)
        assert violations(page) == []
        page.goto(f"{prefix}/secure-communities/desk/")
        expect(page.get_by_role("link", name=name)).to_be_visible()
        with page.expect_navigation():
            page.get_by_role("button", name=gettext("Sign out")).first.click()
        page.goto(f"{prefix}/secure-communities/desk/")
        expect(page).to_have_url(re.compile(f"{prefix}/account/login/"))
        sign_in(page, email, prefix)
        assert violations(page) == []
        page.get_by_label(gettext("Code"), exact=True).fill(code(secret, later=1))
        button(page, "Sign in")
        expect(page).to_have_url(re.compile(f"{prefix}/secure-communities/desk/$"))
        assert page.evaluate("document.documentElement.lang") == language


def test_a_passkey_is_added_and_signs_in_without_the_password(
    open_own: OpenPage, own_server: Served
) -> None:
    email, link = invited(own_server, "contributor", "--region=17")
    # Browsers make passkeys for names, not for numbers.
    named = own_server.address.replace("127.0.0.1", "localhost")
    page = open_own(link, allowed=("request to another host",))
    page.goto(f"{named}{link}")
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    join(page, "Pia Passkey")
    page.goto(f"{named}/account/2fa/webauthn/add/")
    page.get_by_label("Name of the key").fill("My laptop")
    page.get_by_label("Sign in with it alone").check()
    assert violations(page) == []
    button(page, "Add the key")
    expect(page.locator(".codes li")).to_have_count(10)
    page.goto(f"{named}/account/2fa/webauthn/")
    expect(page.get_by_text("Signs you in without a password")).to_be_visible()
    assert violations(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").first.click()
    page.goto(f"{named}/account/login/")
    button(page, "Sign in with a passkey")
    expect(page).to_have_url(re.compile("/secure-communities/desk/$"))
    page.get_by_role("button", name="Sign out").first.click()
    sign_in(page, email, named)
    button(page, "Use a passkey or security key")
    expect(page).to_have_url(re.compile("/secure-communities/desk/$"))


def test_where_the_address_is_a_number_the_page_says_why_there_are_no_passkeys(
    open_own: OpenPage,
) -> None:
    page = open_own("/account/login/")
    button(page, "Sign in with a passkey")
    expect(page.get_by_role("alert")).to_contain_text("an address with a name")
    assert violations(page) == []


def test_without_a_script_the_login_offers_the_password_only(open_own: OpenPage) -> None:
    page = open_own("/account/login/", javascript=False)
    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()


def test_an_administrator_invites_gives_a_role_and_suspends_without_any_script(
    open_own: OpenPage, own_server: Served
) -> None:
    _email, link = invited(own_server, "administrator", "--name=The founders")
    page = open_own(link, javascript=False)
    expect(page.get_by_text("The founders")).to_be_visible()
    join(page, "Ada Okafor")
    set_up_app(page)
    page.goto("/secure-communities/desk/people/invite/")
    email = f"person-{next(_numbers)}@example.org"
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Editor:").check()
    page.get_by_label("Region").fill("washington county")
    button(page, "Send the invitation")
    expect(page.get_by_role("alert")).to_contain_text("places could be meant")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("Region").fill("Washington County, Oregon")
    button(page, "Send the invitation")
    shown = page.locator(".link-once code").inner_text()
    until_mailed(page, shown)
    other = open_own("/secure-communities/", javascript=False)
    other.goto(shown)
    expect(other.get_by_text("Editor: Washington County, Oregon")).to_be_visible()
    join(other, "Edwin Marsh")
    expect(other).to_have_url(re.compile("/secure-communities/desk/$"))
    page.goto("/secure-communities/desk/people/")
    page.get_by_role("link", name="Edwin Marsh").click()
    page.get_by_text("Suspend", exact=True).first.click()
    page.locator("#reason-suspend").fill("A laptop was stolen")
    page.locator("button[value=suspend]").click()
    expect(page.locator("h1")).to_contain_text("Suspended")
    other.goto("/secure-communities/desk/")
    expect(other).to_have_url(re.compile("/account/login/"))


OWN = (
    "/account/",
    "/account/mails/",
    "/account/sessions/",
    "/account/email/",
    "/account/leave/",
    "/account/2fa/",
)
KEPT = (
    "/secure-communities/desk/people/",
    "/secure-communities/desk/people/invite/",
    "/secure-communities/desk/programs/secure-communities/",
)


def test_every_page_of_an_administrator_is_accessible_and_narrow_enough(
    open_own: OpenPage, own_server: Served
) -> None:
    _email, link = invited(own_server, "administrator")
    page = open_own(link)
    join(page, "Noor Whitfield")
    set_up_app(page)
    page.goto("/secure-communities/desk/people/")
    person = str(page.locator(".name").first.get_attribute("href"))
    for path in (*OWN, *KEPT, person):
        page.goto(path)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert violations(page, dark=scheme == "dark") == [], path
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.set_viewport_size({"width": 1280, "height": 800})


def test_ones_own_data_come_as_a_file_once_the_password_was_given_again(
    open_own: OpenPage, own_server: Served
) -> None:
    email, link = invited(own_server, "contributor", "--region=17")
    page = open_own(link)
    join(page, "Dora Abel")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").first.click()
    sign_in(page, email)
    page.goto("/account/")
    page.get_by_role("link", name="All that is kept of you").click()
    expect(page).to_have_url(re.compile("/account/reauthenticate/"))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    with page.expect_download() as taken:
        button(page, "Confirm")
    assert taken.value.suggested_filename == "my-data.json"
    assert email in taken.value.path().read_text(encoding="utf-8")


def test_who_leaves_is_asked_once_more_and_told_what_became_of_the_name(
    open_own: OpenPage, own_server: Served
) -> None:
    _email, link = invited(own_server, "contributor", "--region=Cook County, Illinois")
    page = open_own(link)
    join(page, "Lena Abel")
    page.goto("/account/leave/")
    page.get_by_label("I am sure").check()
    button(page, "Delete my account")
    expect(page.locator("main strong")).to_have_text(re.compile(r"Former contributor [0-9A-F]{4}"))
    page.goto("/secure-communities/desk/")
    expect(page).to_have_url(re.compile("/account/login/"))
