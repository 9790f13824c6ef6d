"""Kinds of which one job is made at a time take turns: small before large, and nobody waits long.

A job that can go on where it stood gives way after its turn while others wait. What waited for
long goes first, so that a stream of small ones holds no large one up for ever.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from jurisdictions.models import Job
from jurisdictions.models.job import JobStatus
from jurisdictions.record.jobs.queue import TakenJob, put_back_job, send_job

TURN = timedelta(seconds=60)
"""How long a job is worked at while others wait."""
LONG = timedelta(minutes=5)
"""Who waited so long since the asking, or the last turn, goes first."""

Rank = tuple[Any, ...]


def may_begin(*, kind: str, job_id: int, at: datetime) -> bool:
    """Whether it is the turn of a queued job; if it is another's, that one is sent."""
    if Job.objects.filter(kind=kind, status=JobStatus.RUNNING).exists():
        return False
    first = next_in_turn(kind, at)
    if first in (None, job_id):
        return True
    send_next_in_turn(kind=kind, at=at)
    return False


def busy_for_the_same(*, kind: str, job_id: int, asker: str) -> bool:
    """Whether another job of the kind runs for the same asker, by that argument of the two."""
    mine = Job.objects.filter(pk=job_id).values_list("arguments", flat=True).first() or {}
    running = Job.objects.filter(kind=kind, status=JobStatus.RUNNING).exclude(pk=job_id)
    return any(told.get(asker) == mine.get(asker) for told in _arguments(running))


def send_next_of_the_same(*, job: TakenJob, asker: str) -> None:
    """Send the job of the kind that the same asker has waited for longest."""
    queued = Job.objects.filter(kind=job.kind, status=JobStatus.QUEUED, cancel_asked=False)
    for one in queued.order_by("pk"):
        if one.arguments.get(asker) == job.arguments.get(asker):
            send_job(one.pk)
            return


def next_in_turn(kind: str, at: datetime) -> int | None:
    """The queued job of a kind whose turn it is; None when none waits."""
    queued = Job.objects.filter(kind=kind, status=JobStatus.QUEUED, cancel_asked=False)
    first = min(queued, key=lambda job: rank(job, at), default=None)
    return first.pk if first else None


def send_next_in_turn(*, kind: str, at: datetime) -> None:
    """Send the job whose turn it is, without waiting for the sweep."""
    if (first := next_in_turn(kind, at)) is not None:
        send_job(first)


def others_wait(job: TakenJob) -> bool:
    """Whether others of the kind wait for their turn."""
    queued = Job.objects.filter(kind=job.kind, status=JobStatus.QUEUED, cancel_asked=False)
    return queued.exclude(pk=job.job_id).exists()


@transaction.atomic
def end_turn(*, job: TakenJob, at: datetime, lease: timedelta) -> bool:
    """Queue a job again that had its turn; False when another worker holds it by now."""
    if not put_back_job(job=job, at=at, lease=lease):
        return False
    found = Job.objects.get(pk=job.job_id)
    found.arguments["turns"] = _number(found, "turns") + 1
    found.save(update_fields=["arguments"])
    return True


def rank(job: Job, at: datetime | None = None) -> Rank:
    """What queued jobs are ordered by: the least goes first. Without `at`, none waited long."""
    since = job.started_at or job.asked_at
    if at is not None and at - since >= LONG:
        return (0, since, job.pk)
    return (1, _number(job, "turns"), _number(job, "size"), job.pk)


def _arguments(jobs: QuerySet[Job]) -> list[dict[str, Any]]:
    return list(jobs.values_list("arguments", flat=True))


def _number(job: Job, name: str) -> int:
    return int(job.arguments.get(name, 0))
