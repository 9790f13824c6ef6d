"""Second factors: set up, kept secret, kept by those whose role needs one."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.test import Client
from django.test.utils import override_settings

from jurisdictions.models import Person
from tests.accounts.letters import letters
from tests.people import (
    TOTP_SECRET,
    give_second_factor,
    illinois_contributor,
    illinois_reviewer,
    make_person,
    sign_in,
)

pytestmark = pytest.mark.usefixtures("shipped")


def code_for(secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


def a_key(person: Person, name: str = "Blue key") -> Authenticator:
    """A security key that somebody has; what is in it is of no matter here."""
    data = {"name": name, "credential": {"clientExtensionResults": {"credProps": {"rk": True}}}}
    return Authenticator.objects.create(user=person.account, type="webauthn", data=data)


def factors(person: Person) -> set[str]:
    return set(Authenticator.objects.filter(user=person.account).values_list("type", flat=True))


def test_an_app_is_set_up_with_a_picture_or_a_key_and_ten_codes_come_with_it(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    person = make_person("reviewer", "17", second_factor=False)
    sign_in(client, person)
    page = client.get("/account/2fa/totp/activate/").text
    assert '<img class="qr" src="data:image/svg+xml;base64,' in page
    key = re.search(r'class="totp-key"[^>]*>([A-Z2-7]+)<', page)
    assert key
    wrong = client.post("/account/2fa/totp/activate/", {"code": "000000"})
    assert "does not fit" in wrong.text
    key = re.search(r'class="totp-key"[^>]*>([A-Z2-7]+)<', wrong.text)
    assert key
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/account/2fa/totp/activate/", {"code": code_for(key[1])})
    assert done["Location"] == "/account/2fa/recovery-codes/"
    assert len(re.findall(r"<li><code>\d+</code>", client.get(done["Location"]).text)) == 10
    assert factors(person) == {"totp", "recovery_codes"}
    assert client.get("/secure-communities/desk/").status_code == 200
    assert letters()[0].subject == "An authenticator app was switched on for your account."


def test_the_password_is_asked_for_once_more_before_factors_are_changed(client: Client) -> None:
    sign_in(client, illinois_contributor(), recently=False)
    for page in ("totp/activate/", "webauthn/add/"):
        answer = client.get(f"/account/2fa/{page}")
        assert answer["Location"].startswith("/account/reauthenticate/")


def test_the_last_factor_of_a_reviewer_stays(client: Client) -> None:
    person = illinois_reviewer()
    sign_in(client, person)
    said = client.get("/account/2fa/totp/deactivate/").text
    assert "This is your only second factor" in said
    client.post("/account/2fa/totp/deactivate/")
    assert factors(person) == {"totp"}
    key = a_key(person)
    client.post("/account/2fa/totp/deactivate/")
    assert factors(person) == {"webauthn"}
    refused = client.post(f"/account/2fa/webauthn/keys/{key.pk}/remove/", follow=True)
    assert "This is your only second factor" in refused.text
    assert factors(person) == {"webauthn"}
    other = a_key(person, "Red key")
    client.post(f"/account/2fa/webauthn/keys/{key.pk}/remove/")
    assert list(Authenticator.objects.filter(user=person.account)) == [other]


def test_recovery_codes_alone_are_no_second_factor_to_keep(client: Client) -> None:
    person = illinois_reviewer()
    sign_in(client, person)
    client.post("/account/2fa/recovery-codes/generate/")
    assert factors(person) == {"totp", "recovery_codes"}
    client.post("/account/2fa/totp/deactivate/")
    assert "totp" in factors(person)


def test_who_needs_none_may_take_the_last_one_away(client: Client) -> None:
    person = illinois_contributor()
    give_second_factor(person)
    sign_in(client, person)
    client.post("/account/2fa/totp/deactivate/")
    assert factors(person) == set()


def test_nobody_removes_the_key_of_another(client: Client) -> None:
    key = a_key(illinois_contributor())
    sign_in(client, illinois_reviewer())
    assert client.post(f"/account/2fa/webauthn/keys/{key.pk}/remove/").status_code == 404
    anonymous = Client().post(f"/account/2fa/webauthn/keys/{key.pk}/remove/")
    assert anonymous["Location"].startswith("/account/login/")


def test_keys_are_listed_and_renamed(client: Client) -> None:
    person = illinois_contributor()
    key = a_key(person)
    sign_in(client, person)
    assert "Blue key" in client.get("/account/2fa/webauthn/").text
    client.post(f"/account/2fa/webauthn/keys/{key.pk}/edit/", {"name": "Old key"})
    assert "Old key" in client.get("/account/2fa/webauthn/").text
    assert "Old key" in client.get(f"/account/2fa/webauthn/keys/{key.pk}/remove/").text


def test_a_recovery_code_lets_in_once(client: Client) -> None:
    person = illinois_reviewer()
    sign_in(client, person)
    client.post("/account/2fa/recovery-codes/generate/")
    page = client.get("/account/2fa/recovery-codes/").text
    code = re.findall(r"<li><code>(\d+)</code>", page)[0]
    assert code in client.get("/account/2fa/recovery-codes/download/").text
    for expected in (302, 200):
        browser = Client()
        said = {"login": person.account.email, "password": "an atlas kept by many hands"}  # type: ignore[union-attr]
        browser.post("/account/login/", said)
        assert browser.post("/account/2fa/authenticate/", {"code": code}).status_code == expected


def test_secrets_are_stored_so_that_only_the_key_of_the_site_opens_them() -> None:
    person = illinois_reviewer()
    stored = Authenticator.objects.get(user=person.account).data["secret"]
    assert TOTP_SECRET not in stored
    assert get_adapter().decrypt(stored) == TOTP_SECRET
    with override_settings(SECRET_KEY="another"):
        guesses = {get_adapter().decrypt(stored) for _ in range(2)}
    assert len(guesses) == 2
    assert not guesses & {TOTP_SECRET, ""}
    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert get_adapter().decrypt(stored) == TOTP_SECRET


@pytest.mark.parametrize(
    "page", ["webauthn/add/", "webauthn/", "totp/activate/", "", "recovery-codes/generate/"]
)
def test_no_page_of_second_factors_holds_an_inline_script(client: Client, page: str) -> None:
    person = illinois_contributor()
    if page.startswith("recovery"):
        give_second_factor(person)
    sign_in(client, person)
    said = client.get(f"/account/2fa/{page}").text
    assert "<style" not in said
    assert not re.search(r'\s(style|on[a-z]+)="', said)
    for script in re.findall(r"<script([^>]*)>", said):
        assert " src=" in script or 'type="application/json"' in script
