"""Mails to followers that wait: each has one Message-ID, is handed over once, and then forgotten.

Whether a mail server took a mail before the worker died nobody can know. A row is marked before a
server is told anything, and a marked one is never sent again (decision 0079).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parseaddr
from secrets import token_hex

from django.conf import settings
from django.db import transaction
from django.db.models import F

from jurisdictions.models import Follower, FollowerMail, Job
from jurisdictions.record.jobs.queue import ask_job, ask_job_once

KIND = "followers"
"""The job that tells followers and sends what waits for them."""
ASKED_BY = "mail"
MOST_FAILURES = 3
"""Mails in a row that an address refused for good: then it is deleted."""
AGAIN = (timedelta(minutes=5), timedelta(minutes=20), timedelta(hours=1))
"""When a mail is tried again that could not be taken just now; then every four hours."""
LATER = timedelta(hours=4)
GIVEN_UP = timedelta(days=2)
"""After so long a mail is given up that no server took."""
FORGOTTEN = timedelta(hours=1)
"""After so long a row is deleted whose worker died while a server was being told."""


def ask_sending(*, at: datetime) -> None:
    """Queue the job that tells followers and sends what waits."""
    lease = timedelta(seconds=settings.JOB_LEASE_SECONDS)
    ask_job(kind=KIND, arguments={}, by=ASKED_BY, at=at, lease=lease)


def ask_sending_once(*, at: datetime) -> bool:
    """The same unless such a job is under way already; whether it was asked for."""
    asked = ask_job_once(
        asked=Job.objects.filter(kind=KIND, lease_until__isnull=False),
        kind=KIND,
        arguments={},
        by=ASKED_BY,
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )
    return asked is not None


def queue_mail(
    *, follower: int, number: int, at: datetime, since: str = "", until: str = ""
) -> None:
    """Let a mail wait to be sent; of each number a follower gets one."""
    FollowerMail.objects.create(
        follower_id=follower,
        number=number,
        message_id=f"<{token_hex(16)}@{_domain()}>",
        since=since,
        until=until,
        made_at=at,
        try_at=at,
    )


def mails_due(*, at: datetime) -> list[int]:
    """The mails to be sent now, the oldest first."""
    due = FollowerMail.objects.filter(handed_at=None, try_at__lte=at)
    return list(due.order_by("pk").values_list("pk", flat=True))


def hand_over(*, mail: int, at: datetime) -> bool:
    """Mark a mail before a server is told of it; False when another worker did, or it is gone."""
    waiting = FollowerMail.objects.filter(pk=mail, handed_at=None)
    return bool(waiting.update(handed_at=at, tries=F("tries") + 1))


@transaction.atomic
def was_taken(*, mail: int) -> None:
    """A server has the mail: nothing more is kept of it."""
    follower = FollowerMail.objects.filter(pk=mail).values("follower_id")
    Follower.objects.filter(pk__in=follower, failures__gt=0).update(failures=0)
    FollowerMail.objects.filter(pk=mail).delete()


@transaction.atomic
def was_put_off(*, mail: int, at: datetime) -> None:
    """No server took the mail just now, which is certain: it is tried again, for two days."""
    found = FollowerMail.objects.filter(pk=mail).first()
    if found is None:
        return
    wait = AGAIN[found.tries - 1] if 0 < found.tries <= len(AGAIN) else LATER
    if at + wait > found.made_at + GIVEN_UP:
        found.delete()
        return
    found.handed_at, found.try_at = None, at + wait
    found.save()


@transaction.atomic
def was_refused(*, mail: int) -> None:
    """The address does not exist, says a server: after the third mail in a row it is deleted.

    One that was never confirmed is deleted at once.
    """
    found = FollowerMail.objects.select_related("follower").filter(pk=mail).first()
    if found is None:
        return
    follower = found.follower
    found.delete()
    if follower.confirmed_at is None:
        follower.delete()
        return
    Follower.objects.filter(pk=follower.pk).update(failures=F("failures") + 1)
    if follower.failures + 1 >= MOST_FAILURES:
        Follower.objects.filter(address=follower.address).delete()


def _domain() -> str:
    """The host behind the sender's address, where there is one."""
    _name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return address.rpartition("@")[2] or "localhost"
