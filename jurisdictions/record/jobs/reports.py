"""Bulk reports: made once for all who ask, and stopped only by one who alone wants them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from jurisdictions.models import Job, Program
from jurisdictions.models.job import FINAL, JobStatus
from jurisdictions.record.jobs.queue import ask_job, cancel_job
from jurisdictions.record.jobs.turns import rank

KIND = "reports"
VISITOR = "a visitor"


@dataclass(frozen=True, slots=True)
class ReportsOrder:
    """Every place report of an edition and a day: of a state, or of the nation when `state` is "".

    `key` tells it from every other order, in any database; `site_url` is the scheme and host that
    the reports print.
    """

    key: str
    program: str
    edition: int
    state: str
    on: str
    language: str
    site_url: str

    @property
    def day(self) -> date:
        """The day of the reports."""
        return date.fromisoformat(self.on)


@dataclass(frozen=True, slots=True)
class ReportsJob:
    """A bulk job as its page tells it."""

    job_id: int
    order: ReportsOrder
    status: str
    progress: float
    asked_at: datetime
    started_at: datetime | None
    askers: int
    stopping: bool
    ahead: int

    @property
    def is_open(self) -> bool:
        """Whether it waits or runs."""
        return self.status not in FINAL

    @property
    def is_done(self) -> bool:
        """Whether its file was made."""
        return self.status == JobStatus.DONE


@dataclass(frozen=True, slots=True)
class ReportsLimits:
    """How many bulk jobs may wait or run at once: of one network, and of all together.

    Of the nation and of states they are counted apart, so that neither keeps the other out.
    """

    own: int
    nations: int
    states: int


class TooManyOpen(Exception):
    """As many bulk jobs as are allowed wait or run already; `own`: they are the asker's."""

    def __init__(self, *, own: bool) -> None:
        self.own = own
        super().__init__("own" if own else "all")


@transaction.atomic
def ask_reports(
    *,
    order: ReportsOrder,
    size: int,
    network: str,
    kept: bool,
    limits: ReportsLimits,
    at: datetime,
    lease: timedelta,
) -> tuple[int, bool]:
    """The job that makes the order, and whether this asker began it.

    A job that is open, or done while its file is `kept`, serves everybody who asks for the same.
    `size` is the number of its reports. Of the asker's network nothing is kept but a keyed hash,
    while the job is open. Raises TooManyOpen.
    """
    # Two who ask at the same moment must come one after the other.
    list(Program.objects.select_for_update().filter(slug=order.program))
    same = _jobs().filter(arguments__key=order.key, cancel_asked=False)
    usable = same.exclude(status__in=(JobStatus.FAILED, JobStatus.CANCELLED))
    found = (usable if kept else usable.exclude(status=JobStatus.DONE)).first()
    if found is not None:
        found.arguments["askers"] = _askers(found) + 1
        found.save(update_fields=["arguments"])
        return found.pk, False
    # Not under a passing salt, of which every process without Redis has its own.
    asker = salted_hmac(__name__, network).hexdigest()
    _refuse_too_many(order, asker, limits)
    arguments = {**asdict(order), "askers": 1, "size": size, "asker": asker}
    return ask_job(kind=KIND, arguments=arguments, by=VISITOR, at=at, lease=lease), True


def _refuse_too_many(order: ReportsOrder, asker: str, limits: ReportsLimits) -> None:
    waiting = [job.arguments for job in _jobs().exclude(status__in=FINAL)]
    alike = [told for told in waiting if bool(told["state"]) == bool(order.state)]
    own = [told for told in waiting if told.get("asker") == asker]
    # One of the nation is enough for one network: a state's finds room beside it.
    if len(own) >= limits.own or (not order.state and any(not told["state"] for told in own)):
        raise TooManyOpen(own=True)
    if len(alike) >= (limits.states if order.state else limits.nations):
        raise TooManyOpen(own=False)


def cancel_reports(*, job_id: int, at: datetime) -> bool:
    """Ask a bulk job to stop; False when others wait for it too, or when it has ended."""
    found = _jobs().filter(pk=job_id).first()
    if found is None or _askers(found) > 1:
        return False
    asked = cancel_job(job_id=job_id, at=at)
    forget_asker(job_id)
    return asked


def forget_asker(job_id: int) -> None:
    """Keep nothing of who asked, once a job is over."""
    for found in _jobs().filter(pk=job_id, status__in=FINAL):
        found.arguments.pop("asker", None)
        found.save(update_fields=["arguments"])


def reports_job(job_id: int) -> ReportsJob | None:
    """One bulk job; None when there is none of that number."""
    found = _jobs().filter(pk=job_id).first()
    return _told(found) if found else None


def recent_reports(limit: int) -> tuple[ReportsJob, ...]:
    """The bulk jobs that wait, run or are done, the newest first, each order once."""
    usable = _jobs().exclude(status__in=(JobStatus.FAILED, JobStatus.CANCELLED))
    newest: dict[str, ReportsJob] = {}
    for job in usable[: 4 * limit]:
        newest.setdefault(job.arguments["key"], _told(job))
    return tuple(newest.values())[:limit]


def open_keys() -> frozenset[str]:
    """The keys of the orders that are still wanted."""
    wanted = _jobs().exclude(status__in=FINAL).filter(cancel_asked=False)
    return frozenset(job.arguments["key"] for job in wanted)


def order_of(arguments: dict[str, Any]) -> ReportsOrder:
    """The order that a job's arguments hold."""
    return ReportsOrder(**{name: arguments[name] for name in ReportsOrder.__slots__})


def _jobs() -> QuerySet[Job]:
    return Job.objects.filter(kind=KIND)


def _askers(job: Job) -> int:
    return int(job.arguments.get("askers", 1))


def _told(job: Job) -> ReportsJob:
    return ReportsJob(
        job_id=job.pk,
        order=order_of(job.arguments),
        status=job.status,
        progress=job.progress,
        asked_at=job.asked_at,
        started_at=job.started_at,
        askers=_askers(job),
        stopping=job.cancel_asked,
        ahead=_ahead_of(job) if job.status == JobStatus.QUEUED else 0,
    )


def _ahead_of(job: Job) -> int:
    """How many are made before it, as it looks now."""
    others = _jobs().exclude(status__in=FINAL).exclude(pk=job.pk)
    return sum(one.status == JobStatus.RUNNING or rank(one) < rank(job) for one in others)
