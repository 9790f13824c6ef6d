"""Reverting: the versions before stand again, as a new change; what was reverted is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Change, Fact, Program
from jurisdictions.models.standing import Standing, standing_facts
from jurisdictions.publish.editions import Progress
from jurisdictions.record.changing.concerned import (
    a_place_beyond,
    demand_everywhere,
    places_citing,
    places_then,
    region_of,
)
from jurisdictions.record.changing.contradictions import facts_named
from jurisdictions.record.changing.moments import lock_record, open_change
from jurisdictions.record.changing.publishing import publish_change
from jurisdictions.record.changing.restoring import (
    changed_after,
    facts_touched,
    later_changes,
    latest_changes,
    restore,
)
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import REVIEWER, Actor, NotAllowed, may
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.proposals import require
from jurisdictions.status.geoids import NATION

DOOR = "facts.revert"
MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Reverted:
    """The change that reverted, the edition that holds it, and the facts that it touched."""

    change_id: int
    edition: int
    facts: tuple[str, ...]


def revert_change(
    *,
    program: str,
    change: int,
    reason: str,
    by: Actor,
    at: datetime,
    seen: int | None = None,
    progress: Progress = lambda done, total: None,
) -> Reverted:
    """Undo a change: every fact that it touched stands as before it, with all that cited it.

    What the change recorded first is retracted. `seen` is the latest change of the record that the
    person saw: what was done to the same facts until then is undone with it. Raises NotAllowed;
    Change.DoesNotExist; Refused when it changed nothing, or when others need what it recorded;
    Conflict ("stale") when any of its facts was changed since, or after what the person saw.
    """
    found = Program.objects.get(slug=program)
    before = Change.objects.get(pk=change)
    # Who may not is told before anybody has to wait; what was decided on is asked again below.
    demand_to_revert_change(found, before.pk, by)
    with transaction.atomic():
        lock_record()
        facts = demand_to_revert_change(found, before.pk, by)
        refuse_changed_since(facts, max(before.pk, seen or 0))
        refuse_halfway(found, facts, before.pk)
        told = {"change": before.pk, "reason": reason}
        why = _("Reverts change %(change)d: %(reason)s") % told
        require(reason=reason)
        return _restore(found, facts, before.pk - 1, why, by, at, progress)


def revert_fact(
    *,
    program: str,
    name: str,
    to_change: int | None,
    reason: str,
    by: Actor,
    at: datetime,
    base: int | None = None,
) -> Reverted:
    """Let a fact stand as it did once a change was made; None undoes the latest change of it.

    A fact that was not on record then is retracted. `base` is the latest change of it that the
    person saw: Conflict ("stale") when there is a later one. Raises NotAllowed, Refused.
    """
    found = Program.objects.get(slug=program)
    kind = KINDS.get(name.partition(":")[0])
    owner = None if kind and kind.shared else found
    fact = facts_named(owner, [name]).get(name)
    if kind is None or fact is None:
        raise Refused([Fault("", 0, "", name, _("was never on record"))])
    _until(found, fact, to_change, by)
    with transaction.atomic():
        lock_record()
        latest, until = _until(found, fact, to_change, by)
        require(reason=reason)
        if base is not None and latest > base:
            raise Conflict("stale", [name])
        why = _("Reverts %(fact)s: %(reason)s") % {"fact": name, "reason": reason}
        return _restore(found, [fact], until, why, by, at)


def _until(program: Program, fact: Fact, to_change: int | None, by: Actor) -> tuple[int, int]:
    """The latest change of the fact, and the one after which it is to stand, if that is allowed."""
    latest = latest_changes([fact])[fact.pk]
    until = latest - 1 if to_change is None else to_change
    demand_to_revert(program, [fact], until + 1, by)
    return latest, until


def refuse_changed_since(facts: Sequence[Fact], change: int) -> None:
    """Raise Conflict ("stale") when any of the facts was changed after the change."""
    if later := changed_after(facts, change):
        raise Conflict("stale", later)


def refuse_halfway(program: Program, facts: Sequence[Fact], change: int) -> None:
    """Raise Refused when later changes of these facts also changed others, which would stay so.

    Steps that moved down together are such facts: to take back one alone would lose another.
    """
    own = {fact.pk for fact in facts}
    touched = facts_touched(program, *later_changes(facts, change))
    others = {fact.name for fact in touched if fact.pk not in own}
    now = standing_facts(program.pk, others)
    then = standing_facts(program.pk, others, change)
    stay = [name for name in sorted(others) if _cells(now.get(name)) != _cells(then.get(name))]
    if stay:
        said = _("was changed with it later: revert that change first")
        raise Refused([Fault("", 0, "", name, said) for name in stay[:MOST_NAMED]])


def _cells(standing: Standing | None) -> Mapping[str, str]:
    return standing.cells if standing else {}


def _restore(
    program: Program,
    facts: Sequence[Fact],
    until: int,
    why: str,
    by: Actor,
    at: datetime,
    progress: Progress = lambda done, total: None,
) -> Reverted:
    moment = open_change(by=by.name, reason=why, at=at, account_id=by.account_id)
    touched = restore(facts, until, moment)
    if not touched:
        raise Refused([Fault("", 0, "", "", _("Nothing would change."))])
    published = publish_change(
        program=program.slug, by=by.name, reason=why, at=at, progress=progress
    )
    names = tuple(fact.name for fact, _outcome in touched)
    return Reverted(moment.change.pk, published.number, names)


def may_revert_change(*, program: str, change: int, by: Actor) -> bool:
    """Whether the person may undo a change, if it can be undone at all."""
    if may(by, DOOR, NATION):
        return True
    try:
        demand_to_revert_change(Program.objects.get(slug=program), change, by)
    except NotAllowed:
        return False
    return True


def may_revert_fact(*, program: str, name: str, to_change: int, by: Actor) -> bool:
    """Whether the person may let a fact stand as it did once a change was made."""
    found = Program.objects.get(slug=program)
    kind = KINDS.get(name.partition(":")[0])
    facts = facts_named(None if kind and kind.shared else found, [name])
    try:
        demand_to_revert(found, list(facts.values()), to_change + 1, by)
    except NotAllowed:
        return False
    return bool(facts)


def demand_to_revert_change(program: Program, change: int, by: Actor) -> list[Fact]:
    """The facts that a change touched, for who may undo it. Raises NotAllowed.

    Who reviews nowhere is told so before anything is looked up, and who reviews elsewhere before
    the change's thousands of facts are.
    """
    regions = by.regions(REVIEWER)
    if not regions:
        raise NotAllowed(DOOR, NATION)
    if beyond := a_place_beyond(change, regions):
        raise NotAllowed(DOOR, beyond)
    facts = facts_touched(program, change)
    demand_to_revert(program, facts, change, by)
    return facts


def demand_to_revert(program: Program, facts: Sequence[Fact], change: int, by: Actor) -> None:
    """Wherever the facts are, and were before the change, the person must review."""
    if may(by, DOOR, NATION):
        return
    if not by.regions(REVIEWER):
        raise NotAllowed(DOOR, NATION)
    places = places_then(facts, (None, change - 1, change))
    demand_everywhere(by, DOOR, places)
    names = [fact.name for fact in facts if fact.kind == "source"]
    standing = [
        *standing_facts(program.pk, names).values(),
        *standing_facts(program.pk, names, change - 1).values(),
        *standing_facts(program.pk, names, change).values(),
    ]
    cited = places_citing(one.name.partition(":")[2] for one in standing) if standing else {}
    places |= {place for found in cited.values() for place in found}
    demand_everywhere(by, DOOR, places or [region_of((), by)])
