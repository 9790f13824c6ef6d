"""Hands the mail of a job to a server, once, whoever has to begin again (decision 0079)."""

from __future__ import annotations

import logging
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from jurisdictions.record.jobs.mails import hand_over_mail, take_back_mail

log = logging.getLogger(__name__)


def send_once(message: EmailMessage, *, kind: str, job: int) -> None:
    """Send the mail of a job under the one name that is made of the job's number and kind.

    What a server may have taken is not sent again. Raises what the server says when it certainly
    took nothing: the job is tried again later.
    """
    connection: Any = get_connection()
    message.connection = connection
    message.extra_headers = {**message.extra_headers, "Message-ID": message_id(kind, job)}
    # A server that does not answer was handed nothing.
    connection.open()
    try:
        if hand_over_mail(job):
            _send(message, job)
    finally:
        _hang_up(connection)


def message_id(kind: str, job: int) -> str:
    """What a mail is called in the world: the same, whoever sends it."""
    host = urlsplit(settings.MAIL_SITE_URL).hostname or "localhost"
    return f"<{kind}-{job}@{host}>"


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
