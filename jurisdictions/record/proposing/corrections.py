"""Small corrections: what can change no status is put right at once by an editor of the region."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Program
from jurisdictions.record.changing.concerned import demand_everywhere, region_of
from jurisdictions.record.changing.facts import Recorded, the_plan
from jurisdictions.record.changing.moments import lock_record, open_change
from jurisdictions.record.changing.publishing import publish_change
from jurisdictions.record.changing.wishes import CORRECT, WishDraft, fault_of
from jurisdictions.record.changing.writing import write_plans
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.proposals import require
from jurisdictions.status.kinds import KINDS_OF_FACT

DOOR = "facts.correct_small"
SMALL_COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: kind.small for name, kind in KINDS_OF_FACT.items()
}
"""For each kind of fact, the columns that no rule reads: notes, names, spellings, sources."""


@transaction.atomic
def correct_small(
    *,
    program: str,
    name: str,
    cells: Mapping[str, str],
    by: Actor,
    reason: str,
    at: datetime,
    base: int | None = None,
) -> Recorded:
    """Correct small things of a fact without a proposal, and publish.

    `base` is the change after which the editor saw the fact. Raises NotAllowed; Refused for other
    columns, a cell that is wrong, or when nothing would change; Conflict ("stale").
    """
    lock_record()
    found = Program.objects.get(slug=program)
    plan = the_plan(found, WishDraft(CORRECT, "", name, cells, base), at)
    demand_everywhere(by, DOOR, plan.places or [region_of((), by)])
    require(reason=reason)
    faults = [
        fault_of(plan.wish, _("is no small thing: propose to correct it"), column, text)
        for column, text in plan.cells.items()
        if column not in SMALL_COLUMNS[plan.kind.kind]
    ]
    if faults:
        raise Refused(faults)
    if base is not None and plan.base != base:
        raise Conflict("stale", [name])
    if not plan.changes:
        raise Refused([Fault("", 0, "", "", _("Nothing would change."))])
    moment = open_change(by=by.name, reason=reason, at=at, account_id=by.account_id)
    outcome = write_plans([plan], found, moment)[0]
    published = publish_change(program=program, by=by.name, reason=reason, at=at)
    return Recorded(name, outcome, published)
