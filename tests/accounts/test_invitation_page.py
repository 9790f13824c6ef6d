"""The page of an invitation: who invites, to what; an account at the end of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Person
from jurisdictions.record.people.invitations import invite, withdraw_invitation
from tests.people import PASSWORD, acting, administrator, illinois_contributor, sign_in

pytestmark = pytest.mark.usefixtures("shipped")
CHOSEN = {"name": "Rosa Villanueva", "password": PASSWORD, "again": PASSWORD}


def link(role: str = "reviewer", geoid: str = "17", days: int = 0) -> str:
    ada = Person.objects.filter(name="Ada Okafor").first() or administrator()
    by, at = acting(ada), timezone.now() - timedelta(days=days)
    invited = invite(email="rosa@example.org", roles=[(role, geoid)], by=by, at=at)
    return f"/invitation/{invited.secret}/"


def test_it_says_who_invites_to_what_and_for_which_address(client: Client) -> None:
    said = client.get(link())
    assert said.status_code == 200
    for words in ("Ada Okafor", "Reviewer: Illinois", "rosa@example.org"):
        assert words in said.text
    assert "no-store" in said["Cache-Control"]


def test_in_spanish_as_well(client: Client) -> None:
    assert '<html lang="es">' in client.get(f"/es{link()}").text


def test_who_takes_it_is_signed_in_and_sets_up_what_the_role_needs(client: Client) -> None:
    assert client.post(link(), CHOSEN)["Location"] == "/secure-communities/desk/"
    assert client.get("/secure-communities/desk/")["Location"] == "/account/2fa/"
    assert client.get("/account/2fa/totp/activate/").status_code == 200


def test_a_contributor_is_at_the_desk_at_once(client: Client) -> None:
    client.post(link("contributor", "17031"), CHOSEN)
    assert client.get("/secure-communities/desk/").status_code == 200
    assert Person.objects.get(name="Rosa Villanueva").language == "en"


def test_everything_that_is_wrong_is_said_at_once(client: Client) -> None:
    wrong = {"name": "7", "password": "tiny1", "again": "other"}
    said = client.post(link(), wrong).text
    for field in ("name", "password", "again"):
        assert f'id="id_{field}_error"' in said
        assert f'href="#id_{field}"' in said
    assert "tiny1" not in said


def test_a_link_that_is_over_says_why(client: Client) -> None:
    assert client.get("/invitation/guessed/").status_code == 410
    assert "There is no such invitation" in client.get("/invitation/guessed/").text
    assert "open for two weeks" in client.get(link(days=15)).text
    taken = link()
    client.post(taken, CHOSEN)
    again = Client().post(taken, {**CHOSEN, "name": "Somebody Else"})
    assert again.status_code == 410
    assert "It was taken already" in again.text


def test_one_that_was_taken_back_says_so(client: Client) -> None:
    by, at = acting(administrator()), timezone.now()
    invited = invite(email="rosa@example.org", roles=[("editor", "17")], by=by, at=at)
    withdraw_invitation(invitation=invited.invitation_id, by=by, at=at)
    assert "It was taken back" in client.get(f"/invitation/{invited.secret}/").text


def test_who_is_signed_in_is_asked_to_sign_out_first(client: Client) -> None:
    sign_in(client, illinois_contributor())
    address = link()
    assert "You are signed in already" in client.post(address, CHOSEN).text
    assert not Person.objects.filter(name="Rosa Villanueva").exists()
