"""Jobs: ask for one, take it, keep it, end it. Every moment is handed in."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils.module_loading import import_string

from jurisdictions.models import Job
from jurisdictions.models.job import FINAL, MOST_ATTEMPTS, JobStatus
from jurisdictions.record.jobs.mails import KIND as MAIL

RUN_JOB = "jurisdictions.run_job"
ONCE = {"max_retries": 1, "interval_start": 0, "interval_step": 0, "interval_max": 0}
"""Whoever asks waits meanwhile, and the sweep will try again."""
PAUSE_SECONDS = 5.0
"""For which nobody waits again for a broker that took nothing: the sweep sends what is left."""
_broker_away = {"until": 0.0}
ASKING_ONCE = 287
"""The number of the lock under which PostgreSQL lets one at a time look whether a job is asked."""
FAR = timedelta(minutes=5)
"""No worker leases a job for so much longer than a lease: one that does had a wrong clock."""
LOST = "The worker stopped before the job was finished."
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TakenJob:
    """A job that this worker holds; `attempt` proves that it still does."""

    job_id: int
    attempt: int
    kind: str
    arguments: dict[str, Any]


@dataclass(frozen=True, slots=True)
class JobState:
    """What is to be told of a job."""

    job_id: int
    kind: str
    status: str
    progress: float
    attempts: int
    error: str


@transaction.atomic
def ask_job(
    *, kind: str, arguments: dict[str, Any], by: str, at: datetime, lease: timedelta
) -> int:
    """Queue a job and, once this transaction is kept, send it; answers its id."""
    job = Job.objects.create(
        kind=kind, arguments=arguments, asked_by=by, asked_at=at, lease_until=at + lease
    )
    _send_on_commit(job.pk)
    return job.pk


def ask_job_once(
    *,
    asked: QuerySet[Job],
    kind: str,
    arguments: dict[str, Any],
    by: str,
    at: datetime,
    lease: timedelta,
) -> int | None:
    """Queue a job unless one of those is `asked`; None then. Two who ask at once get one job."""
    if asked.exists():
        return None
    with transaction.atomic():
        _ask_alone()
        if asked.exists():
            return None
        return ask_job(kind=kind, arguments=arguments, by=by, at=at, lease=lease)


def kind_of_job(job_id: int) -> str:
    """The kind of a job; "" when there is none of that number."""
    return Job.objects.filter(pk=job_id).values_list("kind", flat=True).first() or ""


def take_job(*, job_id: int, at: datetime, lease: timedelta) -> TakenJob | None:
    """Take a queued job for this worker; None when another has it or it has ended.

    One conditional UPDATE decides, so that a message delivered twice runs once.
    """
    taken = Job.objects.filter(
        pk=job_id, status=JobStatus.QUEUED, cancel_asked=False, attempts__lt=MOST_ATTEMPTS
    ).update(
        status=JobStatus.RUNNING,
        attempts=F("attempts") + 1,
        started_at=at,
        progress=0.0,
        lease_until=at + lease,
    )
    if not taken:
        return None
    job = Job.objects.get(pk=job_id)
    return TakenJob(job.pk, job.attempts, job.kind, job.arguments)


def keep_job(*, job: TakenJob, progress: float, at: datetime, lease: timedelta) -> bool:
    """Renew the lease and note the progress (0 to 1); False when the work is to stop."""
    return bool(
        _held(job)
        .filter(cancel_asked=False)
        .update(progress=min(max(progress, 0.0), 1.0), lease_until=at + lease)
    )


def is_first_of_its_kind(job: TakenJob) -> bool:
    """Whether no other running job of the kind was taken before this one."""
    mine = Job.objects.get(pk=job.job_id)
    others = Job.objects.filter(kind=job.kind, status=JobStatus.RUNNING).exclude(pk=mine.pk)
    earlier = Q(started_at__lt=mine.started_at) | Q(started_at=mine.started_at, pk__lt=mine.pk)
    return not others.filter(earlier).exists()


def put_back_job(*, job: TakenJob, at: datetime, lease: timedelta) -> bool:
    """Queue a job again that was taken too early; that was no attempt."""
    return bool(
        _held(job).update(
            status=JobStatus.QUEUED, attempts=F("attempts") - 1, lease_until=at + lease
        )
    )


def send_job(job_id: int) -> None:
    """Tell the broker of a queued job, once more."""
    _send(job_id)


def finish_job(*, job: TakenJob, at: datetime) -> bool:
    """The job is done; False when this worker no longer holds it."""
    return bool(_held(job).update(progress=1.0, error="", **_final(JobStatus.DONE, at)))


def stop_job(*, job: TakenJob, at: datetime) -> bool:
    """The work stopped because somebody asked for it; False when it was another's by then."""
    return bool(_held(job).filter(cancel_asked=True).update(**_final(JobStatus.CANCELLED, at)))


@transaction.atomic
def fail_job(*, job: TakenJob, error: str, at: datetime, lease: timedelta) -> bool:
    """An attempt failed: queue the next one, or end the job after the third; the error is kept."""
    return _try_again(_held(job), job.job_id, error, at, lease)


@transaction.atomic
def cancel_job(*, job_id: int, at: datetime) -> bool:
    """Ask a job to stop: a queued one ends at once, a running one when it next looks."""
    open_job = Job.objects.filter(pk=job_id).exclude(status__in=FINAL)
    queued = open_job.filter(status=JobStatus.QUEUED)
    ended = queued.update(cancel_asked=True, **_final(JobStatus.CANCELLED, at))
    return bool(ended or open_job.update(cancel_asked=True))


@transaction.atomic
def sweep_jobs(*, at: datetime, lease: timedelta) -> list[int]:
    """Give every job whose lease ran out to another worker; answers their ids."""
    _shorten_far_leases(at, lease)
    overdue = list(Job.objects.filter(lease_until__lte=at).values_list("pk", "status"))
    for job_id, status in overdue:
        mine = Job.objects.filter(pk=job_id, status=status, lease_until__lte=at)
        cancelled = mine.filter(cancel_asked=True).update(**_final(JobStatus.CANCELLED, at))
        if not cancelled:
            _try_again(mine, job_id, LOST if status == JobStatus.RUNNING else "", at, lease)
    return [job_id for job_id, _ in overdue]


def job_state(job_id: int) -> JobState:
    """Where a job stands; raises Job.DoesNotExist."""
    job = Job.objects.get(pk=job_id)
    return JobState(job.pk, job.kind, job.status, job.progress, job.attempts, job.error)


def _shorten_far_leases(at: datetime, lease: timedelta) -> None:
    """Let leases of a clock that was ahead end a lease from now; who lives renews its own.

    A mail that nobody has begun to send gathers for as long as its reader wants.
    """
    far = Job.objects.filter(lease_until__gt=at + lease + FAR).exclude(kind=MAIL, attempts=0)
    if far.exists():
        log.warning("Leases end long after now: the clock was ahead. They end within %s.", lease)
        far.update(lease_until=at + lease)


def _ask_alone() -> None:
    """SQLite takes its one write lock when the transaction begins."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ASKING_ONCE])


def _held(job: TakenJob) -> Any:
    return Job.objects.filter(pk=job.job_id, status=JobStatus.RUNNING, attempts=job.attempt)


def _final(status: JobStatus, at: datetime) -> dict[str, Any]:
    return {"status": status, "finished_at": at, "lease_until": None}


def _try_again(mine: Any, job_id: int, error: str, at: datetime, lease: timedelta) -> bool:
    spent = mine.filter(attempts__gte=MOST_ATTEMPTS)
    if spent.update(error=error or LOST, **_final(JobStatus.FAILED, at)):
        return True
    changes = {"status": JobStatus.QUEUED, "lease_until": at + lease}
    again = bool(mine.update(**changes, **({"error": error} if error else {})))
    if again:
        _send_on_commit(job_id)
    return again


def _send_on_commit(job_id: int) -> None:
    transaction.on_commit(lambda: _send(job_id))


def _send(job_id: int) -> None:
    """Celery is imported here only: most commands and pages never need it."""
    from kombu.exceptions import ChannelError, OperationalError

    if monotonic() < _broker_away["until"]:
        return
    try:
        import_string(settings.CELERY_APP).send_task(RUN_JOB, [job_id], retry_policy=ONCE)
    except (OperationalError, ChannelError, OSError):
        _broker_away["until"] = monotonic() + PAUSE_SECONDS
        log.warning("The broker did not take job %s; the sweep will send it again.", job_id)
