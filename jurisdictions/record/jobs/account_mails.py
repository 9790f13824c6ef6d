"""Mails about accounts, by the queue: whoever asks waits for no mail server and learns nothing.

What a job is asked with is sealed, for links in it open accounts, and is wiped once it is over.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from jurisdictions.models import Job
from jurisdictions.record.jobs.queue import ask_job
from jurisdictions.record.sealing import seal, unseal

KIND = "account_mail"
ASKED_BY = "mail"
_SEALED = "mails about accounts"
_WIDTH = 4000
"""Characters that every order is filled up to: its length says nothing of what it holds."""


@dataclass(frozen=True, slots=True)
class AccountMail:
    """A mail that is ready, or the link to another password for `account`, made on sending.

    With `to` blank nothing is sent: it stands for an address that belongs to nobody.
    """

    to: str = ""
    subject: str = ""
    body: str = ""
    account: int = 0
    language: str = ""


@transaction.atomic
def ask_account_mail(mail: AccountMail, *, at: datetime) -> None:
    """Queue a mail; the same work, whether anything is to be sent or not."""
    told = json.dumps(asdict(mail)).ljust(_WIDTH)
    sealed = seal(_SEALED, told)
    number = ask_job(
        kind=KIND,
        arguments={"sealed": sealed},
        by=ASKED_BY,
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )
    # The mail's own name in the world is made of the job's: whoever sends it again says the same.
    Job.objects.filter(pk=number).update(arguments={"sealed": sealed, "job": number})


def account_mail_of(arguments: dict[str, Any]) -> AccountMail:
    """The mail that a job was asked for; nobody's once it was wiped. Raises InvalidToken."""
    sealed = arguments.get("sealed")
    return AccountMail(**json.loads(unseal(_SEALED, sealed))) if sealed else AccountMail()


def wipe_account_mail(job_id: int) -> None:
    """Forget whom a mail was for, once it is sent or given up."""
    Job.objects.filter(pk=job_id, kind=KIND, lease_until=None).update(arguments={})
