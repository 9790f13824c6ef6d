"""What a revert would change, tried out: restored, derived, and undone; nothing is left behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from jurisdictions.models import Fact, Program
from jurisdictions.record.changing.contradictions import facts_named
from jurisdictions.record.changing.moments import Outcome, open_change
from jurisdictions.record.changing.restoring import facts_touched, later_changes, restore
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.preview import PREVIEW, Effect, effect_written
from jurisdictions.record.proposing.reverts import (
    demand_to_revert,
    demand_to_revert_change,
    refuse_changed_since,
    refuse_halfway,
)
from jurisdictions.record.proposing.trial import trial
from jurisdictions.status.kinds import SHARED


def preview_revert_change(
    *, program: str, change: int, by: Actor, at: datetime, seen: int | None = None
) -> Effect:
    """What undoing a change would do, or why it cannot be done; `seen` as in `revert_change`.

    Raises NotAllowed and Conflict as reverting it would.
    """
    found = Program.objects.get(slug=program)
    facts = demand_to_revert_change(found, change, by)
    with trial():
        refuse_changed_since(facts, max(change, seen or 0))
        try:
            refuse_halfway(found, facts, change)
            return _tried(found, facts, change - 1, at)
        except Refused as refused:
            return Effect((), refused.faults, (), 0)


def changes_since(*, program: str, change: int) -> list[int]:
    """The changes after this one that touched its facts, the latest first."""
    found = Program.objects.get(slug=program)
    return later_changes(facts_touched(found, change), change)


def preview_revert_fact(
    *, program: str, name: str, to_change: int, by: Actor, at: datetime
) -> Effect:
    """What letting a fact stand as it did once a change was made would do. Raises NotAllowed."""
    found = Program.objects.get(slug=program)
    owner = None if name.partition(":")[0] in SHARED else found
    facts = list(facts_named(owner, [name]).values())
    demand_to_revert(found, facts, to_change + 1, by)
    with trial():
        return _tried(found, facts, to_change, at)


def _tried(program: Program, facts: Sequence[Fact], until: int, at: datetime) -> Effect:
    moment = open_change(by=PREVIEW, reason=PREVIEW, at=at)
    try:
        touched = restore(facts, until, moment)
    except Refused as refused:
        rejected = tuple((fact.name, Outcome.REJECTED) for fact in facts)
        return Effect(rejected, refused.faults, (), 0)
    outcomes = tuple((fact.name, outcome) for fact, outcome in touched)
    return effect_written(program, outcomes, (), at)
