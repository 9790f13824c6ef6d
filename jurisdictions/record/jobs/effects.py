"""Asks the worker to work out what open proposals would change."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from jurisdictions.models import Job
from jurisdictions.models.job import JobStatus
from jurisdictions.record.jobs.queue import ask_job_once

EFFECTS = "effects"
"""The kind of the job."""


def ask_effects(*, at: datetime) -> int | None:
    """Queue the job for all that wait; None when it is queued already: it sees what came since."""
    return ask_job_once(
        asked=Job.objects.filter(kind=EFFECTS, status=JobStatus.QUEUED),
        kind=EFFECTS,
        arguments={},
        by="tracker",
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )
