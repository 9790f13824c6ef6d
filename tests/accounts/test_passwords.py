"""Passwords and addresses: forgotten, changed, confirmed by a link."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jurisdictions.models import Job
from jurisdictions.record.jobs.account_mails import KIND
from jurisdictions.web.account.devices import COOKIE
from tests.accounts.letters import letters
from tests.accounts.test_signing_in import address, knock
from tests.people import PASSWORD, illinois_contributor, illinois_reviewer, make_person, sign_in

pytestmark = pytest.mark.usefixtures("shipped")


def test_a_forgotten_password_is_replaced_by_a_link(client: Client) -> None:
    person = illinois_contributor()
    client.post("/account/password/reset/", {"email": address(person)})
    (letter,) = letters()
    assert letter.subject == "Choose another password"
    link = re.search(r"http://127\.0\.0\.1:8000(/account/\S+)", letter.body)
    assert link
    page = client.get(link[1], follow=True)
    action = page.request["PATH_INFO"]
    other = "quite another long password"
    done = client.post(action, {"password1": other, "password2": other})
    assert done.status_code == 302
    assert knock(client, address(person), other) == "/secure-communities/desk/"
    assert "does not work any more" in Client().get(link[1], follow=True).text


def test_a_stranger_s_address_gets_no_mail_and_the_page_says_the_same(client: Client) -> None:
    answer = client.post("/account/password/reset/", {"email": "x@example.org"}, follow=True)
    assert "If the address belongs to an account" in answer.text
    assert letters() == []


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
    assert client.get("/secure-communities/desk/").status_code == 200
    assert other.get("/secure-communities/desk/").status_code == 302
    assert letters()[0].subject == "The password of your account was changed."


def test_a_new_address_holds_once_its_link_is_opened(client: Client) -> None:
    person = illinois_reviewer()
    before = address(person)
    sign_in(client, person)
    client.post("/account/email/", {"email": "new@example.org", "action_add": "1"})
    assert "We wrote to <strong>new@example.org" in client.get("/account/email/").text
    (letter,) = [one for one in letters() if one.to == ["new@example.org"]]
    person.account.refresh_from_db()  # type: ignore[union-attr]
    assert address(person) == before
    link = re.search(r"http://testserver(/account/\S+)", letter.body)
    assert link
    assert "new@example.org" in client.get(link[1]).text
    client.post(link[1])
    person.account.refresh_from_db()  # type: ignore[union-attr]
    assert address(person) == "new@example.org"


def test_asking_sends_nothing_and_waits_for_no_mail_server(client: Client) -> None:
    client.post("/account/password/reset/", {"email": address(illinois_contributor())})
    assert mail.outbox == []
    assert len(letters()) == 1


def test_an_address_of_nobody_is_the_same_work_and_leaves_no_trace(
    client: Client,
) -> None:
    email = address(illinois_contributor())
    done = []
    for asked in (email, "nobody@example.org"):
        with CaptureQueriesContext(connection) as queries:
            answer = client.post("/account/password/reset/", {"email": asked})
        told = Job.objects.latest("pk").arguments
        assert asked not in str(told)
        kinds = [query["sql"].split(" ", 1)[0] for query in queries]
        done.append((answer.status_code, answer["Location"], len(str(told)), kinds))
    assert done[0] == done[1]


def test_the_address_is_forgotten_once_its_mail_is_sent(client: Client) -> None:
    client.post("/account/password/reset/", {"email": address(illinois_contributor())})
    letters()
    assert list(Job.objects.filter(kind=KIND).values_list("arguments", flat=True)) == [{}]


def test_an_address_gets_five_links_an_hour_and_the_page_says_the_same(client: Client) -> None:
    email = address(illinois_contributor())
    for number in range(7):
        answer = client.post(
            "/account/password/reset/", {"email": email}, REMOTE_ADDR=f"192.0.2.{number}"
        )
        assert answer["Location"] == "/account/password/reset/done/"
    assert len(letters()) == 5


def test_who_was_suspended_meanwhile_gets_no_link(client: Client) -> None:
    person = illinois_contributor()
    client.post("/account/password/reset/", {"email": address(person)})
    User.objects.filter(person=person).update(is_active=False)
    assert letters() == []


def test_the_link_is_in_the_language_of_its_reader(client: Client) -> None:
    person = make_person("contributor", "17", language="es")
    client.post("/account/password/reset/", {"email": address(person)})
    (letter,) = letters()
    assert "/es/account/password/reset/key/" in letter.body


def test_an_address_that_another_account_has_is_treated_like_any_other(client: Client) -> None:
    other = address(make_person("contributor", "48"))
    sign_in(client, illinois_contributor())
    said = []
    for email in (other, "new@example.org"):
        answer = client.post("/account/email/", {"email": email, "action_add": "1"}, follow=True)
        said.append((answer.status_code, answer.text.count("We sent a link")))
        client.post("/account/email/", {"email": email, "action_remove": "1"})
    assert said[0] == said[1]
    told = {letter.to[0]: letter.subject for letter in letters()}
    assert told[other] == told["new@example.org"]


def test_a_browser_that_opened_a_mailed_link_is_known(client: Client) -> None:
    email = address(illinois_contributor())
    client.post("/account/password/reset/", {"email": email})
    link = re.search(r"http://127\.0\.0\.1:8000(/account/\S+)", letters()[0].body)
    assert link
    page = client.get(link[1], follow=True)
    other = "quite another long password"
    client.post(page.request["PATH_INFO"], {"password1": other, "password2": other})
    assert COOKIE in client.cookies
    for _ in range(8):
        Client().post("/account/login/", {"login": email, "password": "wrong"})
    assert knock(client, email, other) == "/secure-communities/desk/", (
        "though the network is slowed down"
    )
