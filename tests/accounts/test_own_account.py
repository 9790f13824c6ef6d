"""My account: what people change of themselves; leaving, explained before it is done."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from jurisdictions.models import Person
from tests.people import administrator, illinois_contributor, make_person, sign_in

pytestmark = pytest.mark.usefixtures("shipped")


def test_the_page_says_what_one_is_and_where(client: Client) -> None:
    said = sign_in(client, illinois_contributor()).get("/account/").text
    assert "Contributor: Illinois" in said
    assert "proposes changes, with a source and a reason" in said


def test_name_language_and_mail_are_changed(client: Client) -> None:
    person = illinois_contributor()
    sign_in(client, person)
    said = {"name": "I. Contreras", "language": "es"}
    assert client.post("/account/", said)["Location"] == "/account/"
    changed = Person.objects.get(pk=person.pk)
    assert (changed.name, changed.language, changed.wants_mail) == ("I. Contreras", "es", False)


def test_a_name_that_is_taken_is_refused_beside_its_field(client: Client) -> None:
    make_person(name="Somebody Known")
    sign_in(client, illinois_contributor())
    said = client.post("/account/", {"name": "somebody known", "language": "en"}).text
    assert 'id="id_name_error"' in said
    assert 'aria-describedby="id_name_helptext id_name_error"' in said
    assert 'href="#id_name"' in said


def test_an_account_without_a_person_sees_only_what_protects_it(client: Client) -> None:
    client.force_login(User.objects.create_user("staff", "staff@example.org", "x"))
    said = client.get("/account/")
    assert said.status_code == 200
    assert "no place at the desk" in said.text
    assert client.get("/secure-communities/desk/").status_code == 403


def test_leaving_asks_for_the_password_and_a_tick(client: Client) -> None:
    person = illinois_contributor()
    sign_in(client, person, recently=False)
    assert client.get("/account/leave/")["Location"].startswith("/account/reauthenticate/")
    sign_in(client, person)
    assert "What stays" in client.get("/account/leave/").text
    assert "Tick the box" in client.post("/account/leave/").text
    assert Person.objects.get(pk=person.pk).left_at is None


def test_who_leaves_is_told_the_pseudonym_and_is_signed_out(client: Client) -> None:
    person = illinois_contributor()
    sign_in(client, person)
    said = client.post("/account/leave/", {"sure": "1"}).text
    left = Person.objects.get(pk=person.pk)
    assert f"<strong>{left.name}</strong>" in said
    assert left.account is None
    assert client.get("/secure-communities/desk/").status_code == 302


def test_the_last_administrator_is_told_why_they_cannot_leave(client: Client) -> None:
    sign_in(client, administrator())
    said = client.post("/account/leave/", {"sure": "1"}).text
    assert "You are the last administrator" in said
    assert client.get("/secure-communities/desk/").status_code == 200


def test_the_language_link_leads_to_the_same_page(client: Client) -> None:
    said = sign_in(client, illinois_contributor()).get("/account/leave/").text
    assert 'href="/es/account/leave/"' in said
