"""The first administrator comes in by the command line."""

from __future__ import annotations

import re
import socket
from io import StringIO
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.test.utils import override_settings

from jurisdictions.management.address import Address
from jurisdictions.management.running import noted
from jurisdictions.models import Act, Invitation
from tests.people import illinois_reviewer, make_person

pytestmark = pytest.mark.usefixtures("shipped")


def invited(*arguments: str) -> str:
    """What the command prints."""
    said = StringIO()
    call_command("invite", *arguments, stdout=said)
    return said.getvalue()


def test_it_prints_a_link_that_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8123")
    said = invited("ada@example.org", "--role", "administrator")
    link = re.search(r"http://127\.0\.0\.1:8123(/invitation/\S+/)", said)
    assert link
    page = client.get(link[1]).text
    assert "Administrator: the whole United States" in page
    assert mail.outbox == []


def test_the_link_leads_to_where_the_server_runs(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, override_settings(DATA_DIR=tmp_path):
        port = server.getsockname()[1]
        with noted(tmp_path, Address("127.0.0.1", port)):
            said = invited("ada@example.org", "--role", "administrator")
        assert f"http://127.0.0.1:{port}/invitation/" in said
        said = invited("bo@example.org", "--role", "administrator")
        assert "http://127.0.0.1:8000/invitation/" in said


@pytest.mark.parametrize("left", ["", "{", "[]", '{"host": "127.0.0.1", "port": 1}', '{"port": 9}'])
def test_a_server_that_was_killed_leads_nobody_astray(tmp_path: Path, left: str) -> None:
    (tmp_path / "address.json").write_text(left, encoding="utf-8")
    with override_settings(DATA_DIR=tmp_path):
        said = invited("ada@example.org", "--role", "administrator")
    assert "http://127.0.0.1:8000/invitation/" in said


def test_on_a_public_site_the_link_is_on_its_address_and_mailed() -> None:
    with override_settings(SITE_URL="https://t.example.org", EMAIL_URL="smtp://localhost"):
        said = invited("ada@example.org", "--role=editor", "--region=IL", "--language=es")
    (letter,) = mail.outbox
    link = re.search(r"https://t\.example\.org/es/invitation/\S+/", said)
    assert link
    assert link[0] in letter.body
    assert Invitation.objects.get().roles == [["editor", "17"]]


def test_the_name_of_who_invites_can_be_given() -> None:
    invited("ada@example.org", "--role=administrator", "--name=The founders")
    assert Invitation.objects.get().invited_by == "The founders"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nobody", "--role=editor"), "no e-mail address"),
        (("a@example.org", "--role=editor", "--region=Washington County"), "Washington County,"),
        (("a@example.org", "--role=editor", "--region=Nowhereville"), "no such place"),
        (("has@example.org", "--role=editor"), "has an account"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(arguments: tuple[str, ...], said: str) -> None:
    make_person(email="has@example.org")
    with pytest.raises(CommandError, match=said):
        invited(*arguments)
    assert not Invitation.objects.exists()


def test_lost_second_factors_are_removed_from_the_command_line_as_well() -> None:
    person = illinois_reviewer()
    assert person.account is not None
    call_command("remove_second_factors", person.account.email.upper(), stdout=StringIO())
    assert not Authenticator.objects.filter(user=person.account).exists()
    assert Act.objects.get().kind == "factors-removed"
    with pytest.raises(CommandError):
        call_command("remove_second_factors", "nobody@example.org")
