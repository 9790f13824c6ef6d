"""A worker keeps one of its threads free of long jobs: a mail waits for no report of the nation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from jurisdictions.models import Job
from jurisdictions.models.job import JobStatus
from jurisdictions.record.jobs.queue import send_job

LONG_AT_ONCE = 2
"""In one process of a worker, which has three threads. One that has fewer is held up by none."""
_room = BoundedSemaphore(LONG_AT_ONCE)


@contextmanager
def room_for(*, long: bool) -> Iterator[bool]:
    """Whether a job may begin in this process; a long one takes its room while it is worked at."""
    if not long:
        yield True
        return
    found = _room.acquire(blocking=False)
    try:
        yield found
    finally:
        if found:
            _room.release()


def send_waiting(kinds: Collection[str]) -> None:
    """Send of each of these kinds the queued job that was asked for first.

    Nobody else would before its lease runs out, if there was no room for it.
    """
    queued = Job.objects.filter(kind__in=kinds, status=JobStatus.QUEUED, cancel_asked=False)
    first: dict[str, int] = {}
    for kind, job_id in queued.order_by("pk").values_list("kind", "pk"):
        first.setdefault(kind, job_id)
    for job_id in first.values():
        send_job(job_id)
