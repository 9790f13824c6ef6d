"""security.txt: whom to tell, as far as the operator said; nothing that nobody said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

ADDRESS = "/.well-known/security.txt"


def test_without_a_contact_there_is_none_and_the_answer_says_why(client: Client) -> None:
    answer = client.get(ADDRESS)
    assert answer.status_code == 404
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "OPERATOR_EMAIL" in answer.text


def test_it_names_the_operators_contact_and_when_to_ask_again(
    client: Client, settings: Any
) -> None:
    settings.OPERATOR = {"name": "", "email": "safe@example.org", "address": ""}
    settings.SITE_URL = "https://tracker.example.org"
    answer = client.get(ADDRESS)
    lines = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert answer.status_code == 200
    assert lines["Contact"] == "mailto:safe@example.org"
    assert lines["Canonical"] == "https://tracker.example.org/.well-known/security.txt"
    assert lines["Preferred-Languages"] == "en, es"
    until = datetime.strptime(lines["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=80) < until - timezone.now() <= timedelta(days=90)


def test_no_address_is_claimed_that_nobody_named(client: Client, settings: Any) -> None:
    settings.OPERATOR = {"name": "", "email": "safe@example.org", "address": ""}
    for site in ("", "http://127.0.0.1:8000"):
        settings.SITE_URL = site
        assert "Canonical" not in client.get(ADDRESS).text


def test_it_is_only_read(client: Client) -> None:
    assert client.post(ADDRESS).status_code == 405
