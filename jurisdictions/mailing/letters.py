"""Sends one mail about the record to somebody who keeps it, if it is still wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage

from jurisdictions.mailing.once import send_once
from jurisdictions.read.keeping.mails import letters_for
from jurisdictions.render.mails.letters import letters_mail


def send_letters(*, person: int, news: Sequence[Mapping[str, Any]], job: int) -> None:
    """Send what a mail has gathered, if it is still wanted. Raises as `send_once`."""
    letters = letters_for(person=person, news=news)
    if not letters:
        return
    mail = letters_mail(letters, settings.MAIL_SITE_URL)
    message = EmailMessage(mail.subject, mail.body, to=[letters[0].to], headers=dict(mail.headers))
    send_once(message, kind="desk", job=job)
