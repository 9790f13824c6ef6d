"""Ask for a mail to somebody: what comes within some minutes is one mail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from jurisdictions.models import Job, Person
from jurisdictions.models.job import JobStatus

KIND = "mail"
MAILS = {
    "proposal_made": "proposal",
    "proposal_accepted": "proposal",
    "proposal_rejected": "proposal",
    "proposal_asked": "proposal",
    "remark_made": "remark",
    "remark_named": "remark",
    "tip_received": "tip",
    "reply_received": "reply",
}
"""Each mail, and the row that it tells of: `about` holds that row's id under this name."""
ASKED_BY = "mail"
HANDED = "handed"


@transaction.atomic
def ask_mail(*, person: int, mail: str, about: Mapping[str, Any], at: datetime) -> None:
    """Tell somebody one of MAILS by mail, in their language: `about={"proposal": 12}`.

    It goes into their mail that still waits, else into a new one, which the sweep sends when its
    time has come. Who wants no mail, was suspended or has left gets none; that is looked at again
    on sending.
    """
    if MAILS.get(mail) not in about:
        message = f"There is no mail {mail!r} about {', '.join(about)}"
        raise ValueError(message)
    if not wanting_mail().filter(pk=person).exists():
        return
    news = {"mail": mail, "about": dict(about)}
    waiting = _waiting(person, at)
    if waiting is None:
        _begin(person, news, at)
    elif news not in waiting.arguments["news"]:
        waiting.arguments["news"].append(news)
        waiting.save(update_fields=["arguments"])


def wanting_mail() -> Any:
    """The people who get mail about proposals."""
    return Person.objects.filter(wants_mail=True, suspended_at=None, account__isnull=False)


@transaction.atomic
def hand_over_mail(job: int) -> bool:
    """Note that a mail is being handed to a server; False when it was before.

    Whoever stops between this and the server's answer leaves it unsent or sent, never sent twice.
    """
    found = Job.objects.select_for_update().get(pk=job)
    if found.arguments.get(HANDED):
        return False
    found.arguments[HANDED] = True
    found.save(update_fields=["arguments"])
    return True


@transaction.atomic
def take_back_mail(job: int) -> None:
    """The server certainly did not take it: it may be handed over again."""
    found = Job.objects.select_for_update().get(pk=job)
    found.arguments.pop(HANDED, None)
    found.save(update_fields=["arguments"])


def _waiting(person: int, at: datetime) -> Job | None:
    """Their mail that nobody has begun to send.

    One that another transaction is adding to is passed over, so that none waits for the other.
    """
    queued = Job.objects.select_for_update(skip_locked=_skips())
    mine = queued.filter(kind=KIND, status=JobStatus.QUEUED, arguments__person=person)
    return mine.filter(attempts=0, lease_until__gt=at, cancel_asked=False).order_by("pk").first()


def _skips() -> bool:
    return bool(transaction.get_connection().features.has_select_for_update_skip_locked)


def _begin(person: int, news: Mapping[str, Any], at: datetime) -> None:
    """A mail that the sweep sends once its lease is over: until then it gathers."""
    job = Job.objects.create(
        kind=KIND,
        arguments={"person": person, "news": [news]},
        asked_by=ASKED_BY,
        asked_at=at,
        lease_until=at + timedelta(seconds=settings.MAILS_GATHER_SECONDS),
    )
    # The mail's own name in the world is made of the job's: whoever sends it again says the same.
    job.arguments["job"] = job.pk
    job.save(update_fields=["arguments"])
