"""What stands at the moment of asking: jobs, ages, queues, signs of life, room on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from jurisdictions.backup.schedule import newest_at, overdue
from jurisdictions.operating.signs import BEAT, WORKER, living, sweep_age
from jurisdictions.read.keeping.jobs_standing import jobs_standing
from jurisdictions.read.keeping.what_waits import what_waits


class StandingCollector(Collector):
    """Asks database, disk and signs anew each time; what cannot be had is left out."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now

    def describe(self) -> Iterable[Metric]:
        """Nothing is asked when it is registered."""
        return ()

    def collect(self) -> Iterator[Metric]:
        now = self.now()
        try:
            asked = [*_jobs(now), *_waiting(now)]
        except DatabaseError:
            asked = []
        up = "Whether the database answers: 1 or 0."
        yield GaugeMetricFamily("tracker_database_up", up, value=bool(asked))
        yield from asked
        yield from _signs(now)
        yield from _backup(now)
        free = "Bytes that are left on the disk of DATA_DIR."
        left = shutil.disk_usage(settings.DATA_DIR).free
        yield GaugeMetricFamily("tracker_disk_free_bytes", free, value=left)


def _jobs(now: datetime) -> Iterator[Metric]:
    standing = jobs_standing(now)
    jobs = GaugeMetricFamily(
        "tracker_jobs",
        "Jobs by kind that wait, that run, that failed for good within a day.",
        labels=("kind", "status"),
    )
    for status in ("waiting", "running", "failed"):
        counts: Mapping[str, int] = getattr(standing, status)
        for kind, number in sorted(counts.items()):
            jobs.add_metric((kind, status), number)
    yield jobs
    waited = (now - standing.oldest).total_seconds() if standing.oldest else 0
    oldest = "Seconds that the oldest waiting job has waited."
    yield GaugeMetricFamily("tracker_job_oldest_seconds", oldest, value=max(0, waited))


def _waiting(now: datetime) -> Iterator[Metric]:
    waits = what_waits()
    queue = GaugeMetricFamily(
        "tracker_waiting", "What waits for people, by program.", labels=("what", "program")
    )
    for what in ("proposals", "tips", "replies", "uploads"):
        counts: Mapping[str, int] = getattr(waits, what)
        for program in sorted(waits.editions):
            queue.add_metric((what, program), counts.get(program, 0))
    yield queue
    numbers = "The number of the edition that stands."
    yield _of_programs("tracker_edition", numbers, waits.edition_numbers)
    ages = "Seconds since an edition was published."
    yield _of_programs("tracker_edition_age_seconds", ages, _ages(waits.editions, now))
    lists = "Seconds since a list was recorded."
    yield _of_programs("tracker_list_age_seconds", lists, _ages(waits.lists, now))


def _of_programs(name: str, says: str, told: Mapping[str, float]) -> Metric:
    family = GaugeMetricFamily(name, says, labels=("program",))
    for program, value in sorted(told.items()):
        family.add_metric((program,), value)
    return family


def _ages(moments: Mapping[str, datetime], now: datetime) -> dict[str, float]:
    return {program: (now - at).total_seconds() for program, at in moments.items()}


def _signs(now: datetime) -> Iterator[Metric]:
    at = now.timestamp()
    workers = "Workers that gave a sign of life within a minute."
    yield GaugeMetricFamily("tracker_workers", workers, value=len(living(WORKER, at)))
    beats = "Clocks (beat) that gave a sign of life within a minute: one, or something is wrong."
    yield GaugeMetricFamily("tracker_beats", beats, value=len(living(BEAT, at)))
    if (age := sweep_age(at)) is not None:
        yield GaugeMetricFamily("tracker_sweep_age_seconds", "Seconds since a sweep.", value=age)


def _backup(now: datetime) -> Iterator[Metric]:
    if settings.BACKUP_TO is None:
        return
    made = newest_at(settings.BACKUP_TO, now)
    late = "Whether a scheduled backup is missing: 1 or 0."
    yield GaugeMetricFamily("tracker_backup_overdue", late, value=overdue(made, now))
    if made:
        age = (now - made).total_seconds()
        says = "Seconds since the newest backup."
        yield GaugeMetricFamily("tracker_backup_age_seconds", says, value=age)
