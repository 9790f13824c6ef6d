"""Signing in: by e-mail, with a second factor, a few times a minute; nobody signs up uninvited."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.core.cache import caches
from django.test import Client
from django.test.utils import override_settings

from jurisdictions.models import Person
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.people.suspending import suspend_person
from jurisdictions.web.account.privacy import NOWHERE
from tests.people import (
    PASSWORD,
    TOTP_SECRET,
    acting,
    administrator,
    illinois_contributor,
    illinois_reviewer,
    make_person,
    sign_in,
)

pytestmark = pytest.mark.usefixtures("shipped")
LOGIN = "/account/login/"


def address(person: Person) -> str:
    assert person.account is not None
    return person.account.email


def knock(client: Client, email: str, password: str = PASSWORD, to: str = LOGIN) -> str:
    """Sign in by the form; the address that it leads to, "" when it is shown again."""
    answer = client.post(to, {"login": email, "password": password})
    return answer.get("Location", "")


def code_now() -> str:
    """The code that the app shows."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(TOTP_SECRET, counters[len(counters) // 2]))


def test_who_is_not_signed_in_goes_to_sign_in_and_comes_back(client: Client) -> None:
    assert (
        client.get("/secure-communities/desk/")["Location"]
        == "/account/login/?next=/secure-communities/desk/"
    )
    assert (
        client.get("/es/secure-communities/desk/")["Location"]
        == "/es/account/login/?next=/es/secure-communities/desk/"
    )
    assert (
        knock(client, address(illinois_contributor()), to=f"{LOGIN}?next=/secure-communities/desk/")
        == "/secure-communities/desk/"
    )


def test_a_contributor_reaches_the_desk_with_a_password(client: Client) -> None:
    assert knock(client, address(illinois_contributor()).upper()) == "/secure-communities/desk/"
    assert client.get("/secure-communities/desk/").status_code == 200


def test_a_wrong_password_says_neither_which_half_was_wrong(client: Client) -> None:
    person = illinois_contributor()
    said = []
    for email in (address(person), "nobody@example.org"):
        answer = client.post(LOGIN, {"login": email, "password": "a wrong password"})
        assert answer.status_code == 200
        said.append(re.findall(r"No account has[^<]*", answer.text))
    assert said[0] == said[1] != []


@override_settings(ACCOUNT_RATE_LIMITS={"login": "2/m/ip"})
def test_too_many_forms_are_answered_by_a_page_of_ours(client: Client) -> None:
    for _ in range(2):
        knock(client, "nobody@example.org", "a wrong password")
    answer = client.post(LOGIN, {"login": "nobody@example.org", "password": "wrong"})
    assert answer.status_code == 429
    assert "Too many attempts" in answer.text


def test_attempts_are_counted_without_any_address(client: Client) -> None:
    answer = client.post(
        LOGIN,
        {"login": "nobody@example.org", "password": "wrong wrong"},
        REMOTE_ADDR="203.0.113.77",
    )
    assert answer.status_code == 200
    counted = caches["limits"]._cache  # type: ignore[attr-defined] # of the cache in memory
    assert counted
    assert not any("203.0.113.77" in str(key) for key in counted)


def test_a_second_factor_is_asked_for_after_the_password(client: Client) -> None:
    assert knock(client, address(illinois_reviewer())) == "/account/2fa/authenticate/"
    assert client.get("/secure-communities/desk/")["Location"].startswith(LOGIN)
    wrong = client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert "does not fit" in wrong.text
    right = client.post("/account/2fa/authenticate/", {"code": code_now()})
    assert right["Location"] == "/secure-communities/desk/"
    assert client.get("/secure-communities/desk/").status_code == 200


def test_a_code_works_once(client: Client) -> None:
    person = illinois_reviewer()
    code = code_now()
    knock(client, address(person))
    assert client.post("/account/2fa/authenticate/", {"code": code}).status_code == 302
    again = Client()
    knock(again, address(person))
    assert "does not fit" in again.post("/account/2fa/authenticate/", {"code": code}).text


def test_an_administrator_needs_a_second_factor_first(client: Client) -> None:
    bare = make_person("administrator", "US", second_factor=False)
    assert sign_in(client, bare).get("/secure-communities/desk/")["Location"] == "/account/2fa/"
    assert "set one up, then the desk opens" in client.get("/account/2fa/").text
    assert sign_in(client, administrator()).get("/secure-communities/desk/").status_code == 200


def test_who_is_suspended_is_told_so(client: Client) -> None:
    person = illinois_contributor()
    by: Actor = acting(administrator())
    at = person.joined_at
    suspend_person(person=person.pk, reason="a reason", by=by, at=at)
    assert knock(client, address(person)) == "/account/inactive/"
    assert "This account is suspended" in client.get("/account/inactive/").text


def test_nobody_signs_up_without_an_invitation(client: Client) -> None:
    assert "Accounts are given by invitation" in client.get("/account/signup/").text
    before = Person.objects.count()
    client.post("/account/signup/", {"email": "new@example.org", "password1": PASSWORD})
    assert Person.objects.count() == before


def test_the_sessions_are_listed_without_addresses_and_ended_elsewhere(client: Client) -> None:
    person = illinois_contributor()
    agents = ("Mozilla/5.0 (X11; Linux) Firefox/140.0", "Mozilla/5.0 (iPhone) Safari/605")
    other = Client()
    for browser, agent in zip((client, other), agents, strict=True):
        said = {"login": address(person), "password": PASSWORD}
        browser.post(LOGIN, said, headers={"user-agent": agent}, REMOTE_ADDR="203.0.113.77")
    listed = client.get("/account/sessions/").text
    assert "Firefox on Linux" in listed
    assert "Safari on iPhone" in listed
    assert "203.0.113" not in listed
    assert set(UserSession.objects.values_list("ip", flat=True)) == {NOWHERE}
    client.post("/account/sessions/")
    assert other.get("/secure-communities/desk/").status_code == 302
    assert client.get("/secure-communities/desk/").status_code == 200


@pytest.mark.parametrize(
    "page",
    [
        "/secure-communities/policy/",
        "/secure-communities/?date=2011-08-05&edition=1",
        "/secure-communities/sources.csv",
    ],
)
def test_who_is_signed_in_asks_for_a_public_page_each_time(client: Client, page: str) -> None:
    assert client.get(page)["Cache-Control"].startswith("public, max-age=")
    sign_in(client, illinois_contributor())
    answer = client.get(page)
    assert answer["Cache-Control"] == "private, no-cache"
    assert not answer.cookies
    assert client.get(page, headers={"If-None-Match": answer["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "page", ["/account/login/", "/account/password/reset/", "/secure-communities/desk/"]
)
def test_pages_of_accounts_are_never_kept(client: Client, page: str) -> None:
    sign_in(client, illinois_contributor()) if page == "/secure-communities/desk/" else None
    assert "no-cache" in client.get(page)["Cache-Control"]


def test_crawlers_are_kept_out(client: Client) -> None:
    rules = client.get("/robots.txt").text.splitlines()
    for folder in (
        "/secure-communities/desk/",
        "/account/",
        "/es/secure-communities/desk/",
        "/es/account/",
        "/invitation/",
    ):
        assert f"Disallow: {folder}" in rules


def test_the_admin_takes_the_same_door(client: Client) -> None:
    assert client.get("/admin/login/")["Location"].startswith("/account/login/")
    sign_in(client, administrator())
    assert client.get("/admin/login/").status_code == 403
