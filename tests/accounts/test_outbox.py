"""The outbox of a tracker that is tried out, and that it is closed in public."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.test.utils import override_settings

from jurisdictions.checks import mails_go_somewhere, outbox_is_closed_in_public
from tracker.mail_settings import mail_server


def keep(folder: Path, subject: str, body: str) -> None:
    """A mail as the server under trial keeps it."""
    backend = "django.core.mail.backends.filebased.EmailBackend"
    connection = get_connection(backend, file_path=str(folder))
    EmailMessage(subject, body, to=["ines@example.org"], connection=connection).send()


@pytest.mark.django_db
def test_mails_are_shown_newest_first_with_links_to_click(client: Client, tmp_path: Path) -> None:
    with override_settings(DEV_OUTBOX=True, OUTBOX=tmp_path):
        assert "Nothing yet" in client.get("/dev/outbox/").text
        keep(tmp_path, "First", "Öffne <b>https://tracker.example.org/invitation/abc/</b>")
        keep(tmp_path, "Second", "Segundo: ¿sí?\n" + "x" * 120)
        said = client.get("/dev/outbox/").text
    assert said.index("Second") < said.index("First")
    assert 'href="https://tracker.example.org/invitation/abc/' in said
    assert "&lt;b&gt;" in said
    assert "¿sí?" in said
    assert "x" * 120 in said
    assert "ines@example.org" in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    "public", [{"DEV_OUTBOX": False}, {"HTTPS": True}, {"EMAIL_URL": "smtp://localhost"}]
)
def test_in_public_there_is_none(client: Client, public: dict[str, object]) -> None:
    with override_settings(**{"DEV_OUTBOX": True, **public}):
        assert client.get("/dev/outbox/").status_code == 404
        refused = outbox_is_closed_in_public(None)
    assert [fault.id for fault in refused] == (
        ["tracker.E001"] if public != {"DEV_OUTBOX": False} else []
    )


@override_settings(EMAIL_URL="", SITE_URL="")
def test_a_deployment_without_mail_is_warned() -> None:
    assert [fault.id for fault in mails_go_somewhere(None)] == ["tracker.W001", "tracker.W002"]


def test_a_mail_server_is_one_address() -> None:
    told = mail_server("smtp+tls://user%40example.org:p%3Aw@mail.example.org")
    assert told["EMAIL_HOST_USER"] == "user@example.org"
    assert told["EMAIL_HOST_PASSWORD"] == "p:w"
    assert (told["EMAIL_PORT"], told["EMAIL_USE_TLS"], told["EMAIL_USE_SSL"]) == (587, True, False)
    assert mail_server("smtps://h")["EMAIL_PORT"] == 465
    assert mail_server("smtp://h:2525")["EMAIL_PORT"] == 2525


@pytest.mark.parametrize(
    "wrong", ["localhost", "http://h", "smtp://", "smtp://h:x", "smtp://h/path", "smtp://h?tls=1"]
)
def test_an_address_that_is_none_is_refused_in_plain_words(wrong: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL is not understood"):
        mail_server(wrong)
