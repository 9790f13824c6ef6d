"""Reverts of many facts: asked for at the desk, tried out and carried out by the worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import override

from jurisdictions.models import Change, Job, Program
from jurisdictions.models.job import FINAL, JobStatus
from jurisdictions.record.faults import Refused
from jurisdictions.record.jobs.queue import ask_job
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import Actor, NotAllowed
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.preview import Effect
from jurisdictions.record.proposing.proposals import require
from jurisdictions.record.proposing.revert_preview import preview_revert_change
from jurisdictions.record.proposing.reverts import (
    demand_to_revert_change,
    refuse_changed_since,
    refuse_halfway,
    revert_change,
)

KIND = "revert"
AT_ONCE = 500
"""The most facts that are reverted while somebody waits for the page."""
SHOWN = 20
TRIED = 0.5
"""How far the work is once it is known what would change."""
Tell = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class RevertOrder:
    """What is to be reverted: `seen` is the latest change that the person saw."""

    program: str
    change: int
    seen: int | None
    reason: str
    account: int
    language: str


@dataclass(frozen=True, slots=True)
class RevertJob:
    """Where a revert stands. When it is done, `result` has its change, edition and numbers, or
    `refused`: why nothing was done.
    """

    job_id: int
    order: RevertOrder
    status: str
    progress: float
    result: dict[str, Any]

    @property
    def is_open(self) -> bool:
        """Whether it waits or runs."""
        return self.status not in FINAL

    @property
    def has_failed(self) -> bool:
        """Whether the worker gave up on it; nothing was changed then."""
        return self.status in {JobStatus.FAILED, JobStatus.CANCELLED}


def look_at_revert(*, program: str, change: int, by: Actor, seen: int | None = None) -> int:
    """How many facts undoing a change would touch.

    Raises NotAllowed; Conflict and Refused as reverting would, as far as that is cheap to tell.
    """
    found = Program.objects.get(slug=program)
    facts = demand_to_revert_change(found, change, by)
    if len(facts) > AT_ONCE:
        refuse_changed_since(facts, max(change, seen or 0))
        refuse_halfway(found, facts, change)
    return len(facts)


def ask_revert(*, order: RevertOrder, by: Actor, at: datetime) -> int:
    """Queue a revert; answers the job's id. Raises NotAllowed, Change.DoesNotExist, Refused."""
    found = Program.objects.get(slug=order.program)
    before = Change.objects.get(pk=order.change)
    demand_to_revert_change(found, before.pk, by)
    require(reason=order.reason)
    lease = timedelta(seconds=settings.JOB_LEASE_SECONDS)
    with transaction.atomic():
        asked = ask_job(kind=KIND, arguments=asdict(order), by=by.name, at=at, lease=lease)
        # The work notes in its own transaction, on this row, that it was done.
        Job.objects.filter(pk=asked).update(arguments={**asdict(order), "job": asked})
    return asked


def revert_job(job_id: int, account_id: int | None) -> RevertJob | None:
    """A revert that this account asked for."""
    job = Job.objects.filter(pk=job_id, kind=KIND).first()
    if job is None or job.arguments["account"] != account_id:
        return None
    order = _order(job.arguments)
    return RevertJob(job.pk, order, job.status, job.progress, dict(job.result))


def carry_out_revert(arguments: dict[str, Any], at: datetime, tell: Tell) -> None:
    """Try it out, then do it, and note what came of it; once it was done it is not done again."""
    job, order = int(arguments["job"]), _order(arguments)
    if Job.objects.get(pk=job).result:
        return
    with override(order.language):
        try:
            _carry_out(job, order, at, tell)
        except Conflict as conflict:
            _note(job, {"refused": [str(conflict)]})
        except Refused as refused:
            _note(job, {"refused": [fault.sentence for fault in refused.faults[:SHOWN]]})
        except NotAllowed:
            _note(job, {"not_allowed": True})


def _carry_out(job: int, order: RevertOrder, at: datetime, tell: Tell) -> None:
    by = actor_of(order.account)
    if by is None:
        raise NotAllowed("facts.revert", "")
    about: dict[str, Any] = {
        "program": order.program,
        "change": order.change,
        "seen": order.seen,
        "by": by,
        "at": at,
    }
    tell(0.0)
    effect = preview_revert_change(**about)
    if effect.faults:
        raise Refused(list(effect.faults))
    tell(TRIED)
    with transaction.atomic():
        done = revert_change(
            **about,
            reason=order.reason,
            progress=lambda done, total: tell(TRIED + (1 - TRIED) * done / max(total, 1)),
        )
        told = {"change": done.change_id, "edition": done.edition, "facts": len(done.facts)}
        _note(job, {**told, **_numbers(effect)})


def _numbers(effect: Effect) -> dict[str, int]:
    others = sum(1 for place in effect.places if place.other_status)
    return {"places": len(effect.places), "statuses": others}


def _note(job: int, result: dict[str, Any]) -> None:
    Job.objects.filter(pk=job).update(result=result)


def _order(arguments: dict[str, Any]) -> RevertOrder:
    return RevertOrder(**{name: arguments[name] for name in RevertOrder.__slots__})
