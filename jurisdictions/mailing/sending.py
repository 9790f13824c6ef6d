"""Hands each mail that is due to the mail server, once."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection

from jurisdictions.mailing.writing import written
from jurisdictions.record.following.mails import (
    hand_over,
    mails_due,
    was_put_off,
    was_refused,
    was_taken,
)
from jurisdictions.record.following.outgoing import outgoing
from jurisdictions.render.mails.letters import Mail

NO_SUCH_ADDRESS = frozenset({550, 551, 553})
"""What a server says of an address that it has not, unless its words give another reason."""
_REASON = re.compile(r"\s*5\.(\d+)\.\d+")
OF_THE_ADDRESS = frozenset({"1", "2"})
"""Reasons (RFC 3463) that are the address's own; 5.7 says that this server may not send."""
log = logging.getLogger(__name__)


def send_due(tell: Callable[[float], None], *, at: datetime) -> None:
    """Send every mail that is due, on one connection while it lasts.

    What a server may have taken is not sent again; what it certainly did not is tried later. No
    address comes into a log or the error of a job.
    """
    due = mails_due(at=at)
    connection: Any = get_connection()
    try:
        for done, mail in enumerate(due):
            tell(done / len(due))
            message = _message(mail, connection, at)
            if message and not _reached(connection):
                log.warning("The mail server does not answer: %s mails wait", len(due) - done)
                return
            if message and hand_over(mail=mail, at=at):
                _send(mail, message, connection, at)
    finally:
        _hang_up(connection)


def _message(mail: int, connection: Any, at: datetime) -> EmailMultiAlternatives | None:
    """The mail, ready; None where there is none to send."""
    found = outgoing(mail)
    if found is None:
        return None
    try:
        said = written(found)
    except Exception:
        # One that cannot be written holds up no other.
        log.exception("Mail %s could not be written", mail)
        if hand_over(mail=mail, at=at):
            was_put_off(mail=mail, at=at)
        return None
    if said is None:
        was_taken(mail=mail)
        return None
    return _addressed(said, found.address, connection)


def _addressed(said: Mail, to: str, connection: Any) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        said.subject, said.body, to=[to], headers=dict(said.headers), connection=connection
    )
    if said.html:
        message.attach_alternative(said.html, "text/html")
    return message


def _reached(connection: Any) -> bool:
    """Whether there is a server to talk to: before it is told anything."""
    try:
        connection.open()
    except (SMTPException, OSError):
        return False
    return True


def _send(mail: int, message: EmailMultiAlternatives, connection: Any, at: datetime) -> None:
    try:
        connection.send_messages([message])
    except SMTPRecipientsRefused as refused:
        code, words = next(iter(refused.recipients.values()))
        log.warning("Mail %s: the address was refused with %s", mail, code)
        if is_no_address(code, words):
            was_refused(mail=mail)
        else:
            was_put_off(mail=mail, at=at)
    except SMTPResponseException as refused:
        log.warning("Mail %s was refused with %s", mail, refused.smtp_code)
        was_put_off(mail=mail, at=at)
    except Exception as broken:
        # It may have been taken: nobody gets it twice. What was said names the address.
        log.warning("Mail %s: the connection broke (%s)", mail, type(broken).__name__)
        _hang_up(connection)
    else:
        was_taken(mail=mail)


def is_no_address(code: int, words: bytes | str) -> bool:
    """Whether a refusal is for good and about the address, not about who sends or the moment."""
    text = words.decode("ascii", "replace") if isinstance(words, bytes) else words
    if reason := _REASON.match(text):
        return reason[1] in OF_THE_ADDRESS and code >= 500
    return code in NO_SUCH_ADDRESS


def _hang_up(connection: Any) -> None:
    try:
        connection.close()
    except (SMTPException, OSError):
        connection.connection = None
