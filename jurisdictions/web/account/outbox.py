"""/dev/outbox/: the mails that a tracker being tried out did not send."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jurisdictions.web.account.page import render_account

MOST = 100
"""The latest mails that are shown."""


@dataclass(frozen=True, slots=True)
class KeptMail:
    """A mail as its reader would have got it."""

    to: str
    subject: str
    sent: str
    body: str


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """The mails, the newest first; there is no such page in public."""
    if not settings.DEV_OUTBOX or settings.HTTPS or settings.EMAIL_URL:
        raise Http404
    return render_account(request, "account/outbox.html", {"mails": kept_mails(settings.OUTBOX)})


def kept_mails(folder: Path) -> list[KeptMail]:
    """The mails in a folder that Django's file backend fills, the newest first."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    return [mail for file in files[:MOST] for mail in _mails_in(file)]


def _mails_in(file: Path) -> list[KeptMail]:
    """One file holds the mails of one connection, each ended by a line of dashes."""
    parts = file.read_bytes().split(b"\n" + b"-" * 79 + b"\n")
    return [_mail(part) for part in reversed(parts) if part.strip()]


def _mail(content: bytes) -> KeptMail:
    message = message_from_bytes(content.lstrip(), policy=policy.default)
    text = message.get_body(("plain",))
    return KeptMail(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        sent=str(message["Date"]),
        body=str(text.get_content()) if text else "",
    )
