"""Asks the worker to make the main pages ahead, once for all that stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

from jurisdictions.models import Job
from jurisdictions.record.jobs.queue import ask_job_once
from jurisdictions.shelf.code import code_stamp

AHEAD = "ahead"
"""The kind of the job."""


def ask_ahead(*, word: str, on: date, at: datetime) -> int | None:
    """Queue the job for what stands (`word`) as pages tell it `on` a day; None when it was asked.

    A job that failed is not asked for again before something changes, or the day.
    """
    told = (word, on.isoformat(), code_stamp(Path(settings.BASE_DIR)), settings.MAIL_SITE_URL)
    stamp = blake2b(repr(told).encode(), digest_size=12).hexdigest()
    return ask_job_once(
        asked=Job.objects.filter(kind=AHEAD, arguments__stamp=stamp),
        kind=AHEAD,
        arguments={"stamp": stamp},
        by="tracker",
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )
