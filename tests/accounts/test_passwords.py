"""Passwords and addresses: forgotten, changed, confirmed by a link."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from django.test.utils import override_settings

from tests.accounts.test_signing_in import address, knock
from tests.people import PASSWORD, illinois_contributor, illinois_reviewer, sign_in

pytestmark = pytest.mark.usefixtures("shipped")


def test_a_forgotten_password_is_replaced_by_a_link(client: Client) -> None:
    person = illinois_contributor()
    client.post("/account/password/reset/", {"email": address(person)})
    (letter,) = mail.outbox
    assert letter.subject == "Choose another password"
    link = re.search(r"http://testserver(/account/\S+)", letter.body)
    assert link
    page = client.get(link[1], follow=True)
    action = page.request["PATH_INFO"]
    other = "quite another long password"
    done = client.post(action, {"password1": other, "password2": other})
    assert done.status_code == 302
    assert knock(client, address(person), other) == "/desk/"
    assert "does not work any more" in Client().get(link[1], follow=True).text


def test_a_stranger_s_address_gets_no_mail_and_the_page_says_the_same(client: Client) -> None:
    answer = client.post("/account/password/reset/", {"email": "x@example.org"}, follow=True)
    assert "If the address belongs to an account" in answer.text
    assert mail.outbox == []


def test_a_short_password_is_refused_when_it_is_changed(client: Client) -> None:
    sign_in(client, illinois_contributor())
    said = {"oldpassword": PASSWORD, "password1": "short one", "password2": "short one"}
    assert "12" in client.post("/account/password/change/", said).text


def test_a_new_password_ends_the_other_sessions(client: Client) -> None:
    person = illinois_contributor()
    other = sign_in(Client(), person)
    sign_in(client, person)
    new = "quite another long password"
    said = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post("/account/password/change/", said).status_code == 302
    assert client.get("/desk/").status_code == 200
    assert other.get("/desk/").status_code == 302
    assert mail.outbox[0].subject == "The password of your account was changed."


def test_a_new_address_holds_once_its_link_is_opened(client: Client) -> None:
    person = illinois_reviewer()
    before = address(person)
    sign_in(client, person)
    client.post("/account/email/", {"email": "new@example.org", "action_add": "1"})
    assert "We wrote to <strong>new@example.org" in client.get("/account/email/").text
    (letter,) = [one for one in mail.outbox if one.to == ["new@example.org"]]
    person.account.refresh_from_db()  # type: ignore[union-attr]
    assert address(person) == before
    link = re.search(r"http://testserver(/account/\S+)", letter.body)
    assert link
    assert "new@example.org" in client.get(link[1]).text
    client.post(link[1])
    person.account.refresh_from_db()  # type: ignore[union-attr]
    assert address(person) == "new@example.org"


@override_settings(EMAIL_BACKEND="tests.accounts.test_people_pages.NoServer")
def test_who_asks_while_the_mail_server_is_down_is_told_so(client: Client) -> None:
    said = {"email": address(illinois_contributor())}
    answer = client.post("/account/password/reset/", said, follow=True)
    assert "The e-mail could not be sent" in answer.text
