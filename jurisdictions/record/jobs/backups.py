"""Asks the worker for the backup of a turn, once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from jurisdictions.models import Job
from jurisdictions.record.jobs.queue import ask_job

BACKUP = "backup"
"""The kind of the job."""


def ask_backup(*, turn: int, at: datetime) -> int | None:
    """Queue the job of a turn; None when it was asked for.

    One that failed is not asked for again in its turn: /healthz tells that it is missing.
    """
    if Job.objects.filter(kind=BACKUP, arguments__turn=turn).exists():
        return None
    lease = timedelta(seconds=settings.JOB_LEASE_SECONDS)
    return ask_job(kind=BACKUP, arguments={"turn": turn}, by="tracker", at=at, lease=lease)
