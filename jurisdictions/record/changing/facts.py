"""Record, correct and retract one fact: the same cells as in the files, then publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jurisdictions.models import Program
from jurisdictions.publish.editions import Published
from jurisdictions.record.changing.moments import Outcome, lock_record, open_change
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.publishing import publish_change
from jurisdictions.record.changing.wishes import CORRECT, RECORD, RETRACT, Plan, WishDraft
from jurisdictions.record.changing.writing import write_plans
from jurisdictions.record.faults import Refused


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a fact, and the edition that now holds it."""

    name: str
    outcome: Outcome
    published: Published


def record_fact(
    *,
    program: str,
    kind: str,
    cells: Mapping[str, str],
    by: str,
    reason: str,
    at: datetime,
    account_id: int | None = None,
) -> Recorded:
    """Record a fact that is not on record yet; `cells` are named as the columns of its file.

    `source` is one of the cells. Raises Refused when a cell is wrong or the fact is on record.
    """
    wish = WishDraft(RECORD, kind, cells=cells)
    return _write(program, wish, by=by, reason=reason, at=at, account_id=account_id)


def correct_fact(
    *,
    program: str,
    name: str,
    cells: Mapping[str, str],
    by: str,
    reason: str,
    at: datetime,
    account_id: int | None = None,
) -> Recorded:
    """Change some cells of a fact on record; the version before is superseded, not lost.

    Raises Refused when the fact is not on record, a cell is wrong, or its key would change.
    """
    wish = WishDraft(CORRECT, "", name, cells)
    return _write(program, wish, by=by, reason=reason, at=at, account_id=account_id)


def retract_fact(
    *,
    program: str,
    name: str,
    by: str,
    reason: str,
    at: datetime,
    account_id: int | None = None,
) -> Published:
    """Take a fact off the record: its last version ends, with the change that says why.

    Raises Refused when the fact is not on record, or others still need it.
    """
    wish = WishDraft(RETRACT, "", name)
    return _write(program, wish, by=by, reason=reason, at=at, account_id=account_id).published


@transaction.atomic
def _write(
    program: str, wish: WishDraft, *, by: str, reason: str, at: datetime, account_id: int | None
) -> Recorded:
    lock_record()
    found = Program.objects.get(slug=program)
    plan = the_plan(found, wish, at)
    moment = open_change(by=by, reason=reason, at=at, account_id=account_id)
    outcome = write_plans([plan], found, moment)[0]
    published = publish_change(program=program, by=by, reason=reason, at=at)
    return Recorded(plan.name, outcome, published)


def the_plan(program: Program, wish: WishDraft, at: datetime) -> Plan:
    """The plan of a single wish; raises Refused."""
    plans = plan_wishes(program, [wish], at)
    if plans.faults:
        raise Refused(list(plans.faults))
    return plans.made[0]
