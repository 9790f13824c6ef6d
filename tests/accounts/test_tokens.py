"""The page of one's tokens: made in a role of one's own, shown once, revoked."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from jurisdictions.models import Token
from jurisdictions.models.role import hash_of
from tests.people import make_person, sign_in

PAGE = "/account/tokens/"
ASKED = {
    "name": "The bot",
    "role": "contributor",
    "region": "Kane County, Illinois",
    "days": "90",
    "form": "the-form",
}


@pytest.fixture
def ida(shipped):
    return make_person("contributor", "17", name="Ida")


@pytest.fixture
def client(ida):
    return sign_in(Client(), ida)


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_token_is_shown_once_and_kept_as_a_hash(client):
    told = text(client.post(PAGE, ASKED))
    (secret,) = re.findall(r"trk_[\w-]{20,}", told)
    # A button copies it; without a script it is selected by one click.
    assert f'id="new-token" translate="no">{secret}</code>' in told
    assert 'data-copy="new-token"' in told
    token = Token.objects.get()
    assert token.secret_hash == hash_of(secret)
    assert (token.role, token.geoid, token.hint) == ("contributor", "17089", secret[-4:])
    later = text(client.get(PAGE))
    assert secret not in later
    assert f"…{secret[-4:]}" in later
    assert "Never used." in later
    # The browser asks again what it just sent: no second token comes of it.
    again = text(client.post(PAGE, ASKED))
    assert "trk_" not in again
    assert "made a token already" in again
    assert Token.objects.count() == 1


def test_a_token_reaches_no_further_than_its_person(client):
    for wrong in ({"region": "Texas"}, {"region": "US"}, {"role": "reviewer"}, {"days": "9999"}):
        assert "form-faults" in text(client.post(PAGE, {**ASKED, **wrong}))
    assert "form-faults" in text(client.post(PAGE, {**ASKED, "name": " "}))
    assert not Token.objects.exists()


def test_a_token_is_revoked_by_its_person_alone(client):
    client.post(PAGE, ASKED)
    token = Token.objects.get()
    other = sign_in(Client(), make_person("contributor", "17"))
    assert other.post(f"{PAGE}{token.pk}/revoke/").status_code == 404
    assert client.get(f"{PAGE}{token.pk}/revoke/").status_code == 405
    assert client.post(f"{PAGE}{token.pk}/revoke/").status_code == 302
    token.refresh_from_db()
    assert token.revoked_at
    assert "revoked" in text(client.get(PAGE))


def test_the_page_asks_for_the_password_again(ida):
    stale = sign_in(Client(), ida, recently=False)
    assert stale.get(PAGE)["Location"].startswith("/account/reauthenticate/")


def test_who_needs_a_second_factor_sets_one_up_first(shipped):
    rita = sign_in(Client(), make_person("reviewer", "17", second_factor=False))
    assert rita.get(PAGE)["Location"] == "/account/2fa/"


def test_who_holds_no_role_makes_none(shipped):
    nobody = sign_in(Client(), make_person(""))
    told = text(nobody.get(PAGE))
    assert "You hold no role that proposes." in told
    nobody.post(PAGE, ASKED)
    assert not Token.objects.exists()
