"""Ask for a mail to somebody: what comes within some minutes is one mail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from jurisdictions.models import Job, Pace, Person
from jurisdictions.models.job import JobStatus
from jurisdictions.record.jobs.mail_paces import pace_of, sent_at

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
    "watched_changed": "change",
    "watched_decided": "proposal",
    "watched_remark": "remark",
}
"""Each mail, and the row that it tells of: `about` holds that row's id under this name."""
ASKED_BY = "mail"
HANDED = "handed"


@transaction.atomic
def ask_mail(*, person: int, mail: str, about: Mapping[str, Any], at: datetime) -> None:
    """Tell somebody one of MAILS by mail, in their language: `about={"proposal": 12}`.

    It goes into their mail of that pace that still waits, else into a new one, which the sweep
    sends when its time has come. Who wants no mail, was suspended or has left gets none; that is
    looked at again on sending.
    """
    if MAILS.get(mail) not in about:
        message = f"There is no mail {mail!r} about {', '.join(about)}"
        raise ValueError(message)
    if not wanting_mail().filter(pk=person).exists():
        return
    news = {"mail": mail, "about": dict(about)}
    pace = pace_of(person, mail, about)
    waiting = _waiting(person, at).filter(arguments__pace=pace).first()
    if waiting is None:
        _begin(person, news, pace, at)
    elif news not in waiting.arguments["news"]:
        waiting.arguments["news"].append(news)
        waiting.save(update_fields=["arguments"])


@transaction.atomic
def gather_anew(*, person: int, at: datetime) -> None:
    """Gather what was not begun to be sent as the person has it now, each piece of news once."""
    if not wanting_mail().filter(pk=person).exists():
        return
    waiting = list(_waiting(person, at))
    Job.objects.filter(pk__in=[job.pk for job in waiting]).delete()
    for job in waiting:
        for news in job.arguments["news"]:
            ask_mail(person=person, mail=news["mail"], about=news["about"], at=at)


def sweep_mails(*, at: datetime) -> None:
    """Let mails that were begun by a clock that was ahead gather no longer than from now on."""
    ahead = Job.objects.filter(kind=KIND, status=JobStatus.QUEUED, attempts=0, asked_at__gt=at)
    for job in ahead:
        until = sent_at(job.arguments.get("pace", Pace.AT_ONCE), at)
        if job.lease_until and job.lease_until > until:
            Job.objects.filter(pk=job.pk, attempts=0, lease_until=job.lease_until).update(
                lease_until=until, asked_at=at
            )


def forget_mails(person: int) -> None:
    """Delete the mails to somebody who leaves, those that were sent and those that wait."""
    Job.objects.filter(kind=KIND, arguments__person=person).delete()


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


def _waiting(person: int, at: datetime) -> Any:
    """Their mails that nobody has begun to send, the oldest first.

    One that another transaction is adding to is passed over, so that none waits for the other.
    """
    queued = Job.objects.select_for_update(skip_locked=_skips())
    mine = queued.filter(kind=KIND, status=JobStatus.QUEUED, arguments__person=person)
    return mine.filter(attempts=0, lease_until__gt=at, cancel_asked=False).order_by("pk")


def _skips() -> bool:
    return bool(transaction.get_connection().features.has_select_for_update_skip_locked)


def _begin(person: int, news: Mapping[str, Any], pace: str, at: datetime) -> None:
    """A mail that the sweep sends once its lease is over: until then it gathers."""
    job = Job.objects.create(
        kind=KIND,
        arguments={"person": person, "news": [news], "pace": pace},
        asked_by=ASKED_BY,
        asked_at=at,
        lease_until=sent_at(pace, at),
    )
    # The mail's own name in the world is made of the job's: whoever sends it again says the same.
    job.arguments["job"] = job.pk
    job.save(update_fields=["arguments"])
