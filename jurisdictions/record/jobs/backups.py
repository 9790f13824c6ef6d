"""Asks the worker for the backup of a turn, once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from jurisdictions.models import Job
from jurisdictions.record.jobs.queue import ask_job_once

BACKUP = "backup"
"""The kind of the job."""
APART = timedelta(hours=1)
"""Clocks of several machines are no further apart."""


def ask_backup(*, turn: int, at: datetime) -> int | None:
    """Queue the job of a turn; None when it was asked for, other than by a clock that was ahead.

    One that failed is not asked for again in its turn: /healthz tells that it is missing.
    """
    return ask_job_once(
        asked=Job.objects.filter(kind=BACKUP, arguments__turn=turn, asked_at__lte=at + APART),
        kind=BACKUP,
        arguments={"turn": turn},
        by="tracker",
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )
