"""Hands one mail about the record to a server, once, whoever has to begin again."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from jurisdictions.read.keeping.mails import letters_for
from jurisdictions.record.jobs.mails import hand_over_mail, take_back_mail
from jurisdictions.render.mails.letters import letters_mail

log = logging.getLogger(__name__)


def send_letters(*, person: int, news: Sequence[Mapping[str, Any]], job: int) -> None:
    """Send what a mail has gathered, if it is still wanted.

    What a server may have taken is not sent again. Raises what the server says when it certainly
    took nothing: the job is tried again later.
    """
    letters = letters_for(person=person, news=news)
    if not letters:
        return
    mail = letters_mail(letters, settings.MAIL_SITE_URL)
    connection: Any = get_connection()
    headers = {**mail.headers, "Message-ID": message_id(job)}
    message = EmailMessage(
        mail.subject, mail.body, to=[letters[0].to], headers=headers, connection=connection
    )
    # A server that does not answer was handed nothing.
    connection.open()
    try:
        if hand_over_mail(job):
            _send(message, job)
    finally:
        _hang_up(connection)


def message_id(job: int) -> str:
    """What a mail is called in the world: the same, whoever sends it."""
    host = urlsplit(settings.MAIL_SITE_URL).hostname or "localhost"
    return f"<desk-{job}@{host}>"


def _send(message: EmailMessage, job: int) -> None:
    try:
        message.send()
    except (SMTPRecipientsRefused, SMTPResponseException):
        take_back_mail(job)
        raise
    except Exception as broken:
        # It may have been taken: nobody gets it twice. What was said names the address.
        log.warning("Mail of job %s: the connection broke (%s)", job, type(broken).__name__)


def _hang_up(connection: Any) -> None:
    try:
        connection.close()
    except (SMTPException, OSError):
        connection.connection = None
