"""Looks that are due are asked of the worker, one host at a time."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from jurisdictions.models import Job, Watch
from jurisdictions.models.job import FINAL
from jurisdictions.record.jobs.queue import ask_job_once

KIND = "look"
"""The kind of the job."""
HOST = "host"
"""The argument that tells whom the look asks: nobody is asked twice at a time."""
AT_ONCE = 20
"""Looks that one sweep asks for."""


def sweep_watches(*, at: datetime) -> int:
    """Ask for the looks that are due, where the operator lets sources be watched."""
    if not settings.WATCHING:
        return 0
    due = Watch.objects.filter(next_look_at__lte=at).order_by("next_look_at", "pk")
    asked = 0
    for watch in due[:AT_ONCE]:
        with transaction.atomic():
            later = at + timedelta(hours=watch.hours)
            mine = Watch.objects.filter(pk=watch.pk, next_look_at=watch.next_look_at)
            if mine.update(next_look_at=later):
                ask_look(watch, by="watching", at=at)
                asked += 1
    return asked


def ask_look(watch: Watch, *, by: str, at: datetime) -> None:
    """Queue a look, unless one is under way."""
    under_way = Job.objects.filter(kind=KIND, arguments__watch=watch.pk).exclude(status__in=FINAL)
    ask_job_once(
        asked=under_way,
        kind=KIND,
        arguments={"watch": watch.pk, HOST: urlsplit(watch.address).hostname or ""},
        by=by,
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )
