"""Ask for a mail to somebody: a job that the worker does once this transaction is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from jurisdictions.models import Person
from jurisdictions.record.jobs.queue import ask_job

KIND = "mail"
MAILS = {
    "proposal_made": "proposal",
    "proposal_accepted": "proposal",
    "proposal_rejected": "proposal",
    "proposal_asked": "proposal",
    "remark_made": "remark",
    "tip_received": "tip",
    "reply_received": "reply",
}
"""Each mail, and the row that it tells of: `about` holds that row's id under this name."""
ASKED_BY = "mail"


def ask_mail(*, person: int, mail: str, about: Mapping[str, Any], at: datetime) -> None:
    """Queue one of MAILS to a person, in their language: `about={"proposal": 12}`.

    Who wants no mail, was suspended or has left gets none; that is looked at again on sending.
    """
    if MAILS.get(mail) not in about:
        message = f"There is no mail {mail!r} about {', '.join(about)}"
        raise ValueError(message)
    if not wanting_mail().filter(pk=person).exists():
        return
    ask_job(
        kind=KIND,
        arguments={"person": person, "mail": mail, "about": dict(about)},
        by=ASKED_BY,
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )


def wanting_mail() -> Any:
    """The people who get mail about proposals."""
    return Person.objects.filter(wants_mail=True, suspended_at=None, account__isnull=False)
