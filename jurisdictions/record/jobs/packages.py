"""Asks the worker for the data package of an edition that was just published."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from jurisdictions.record.jobs.queue import ask_job

PACKAGE = "package"
"""The kind of the job."""


def ask_package(*, program: str, edition: int, by: str, at: datetime) -> int:
    """Queue the job; answers its id. A package that nobody made is made when first asked for."""
    return ask_job(
        kind=PACKAGE,
        arguments={"program": program, "edition": edition},
        by=by,
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )
