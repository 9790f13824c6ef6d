"""How the worker's jobs stand: how many of each kind wait, run or failed, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min

from jurisdictions.models import Job
from jurisdictions.models.job import JobStatus

LATELY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class JobsStanding:
    """By kind: jobs that wait, that run, that failed for good within a day.

    `oldest` is when the job was asked for that waits longest; None when none waits.
    """

    waiting: Mapping[str, int]
    running: Mapping[str, int]
    failed: Mapping[str, int]
    oldest: datetime | None


def jobs_standing(at: datetime) -> JobsStanding:
    """Three small queries."""
    opened = Job.objects.exclude(lease_until=None).order_by()
    counts = opened.values_list("status", "kind").annotate(number=Count("pk"))
    told = {(status, kind): number for status, kind, number in counts}
    failed = Job.objects.filter(status=JobStatus.FAILED, finished_at__gt=at - LATELY).order_by()
    oldest = opened.filter(status=JobStatus.QUEUED).aggregate(oldest=Min("asked_at"))["oldest"]
    return JobsStanding(
        {kind: number for (status, kind), number in told.items() if status == JobStatus.QUEUED},
        {kind: number for (status, kind), number in told.items() if status == JobStatus.RUNNING},
        dict(failed.values_list("kind").annotate(number=Count("pk"))),
        oldest,
    )
