"""What a reader of a history is offered to do: nothing for the public, else what they may do."""

from __future__ import annotations

from collections.abc import Iterable

from jurisdictions.read.keeping.history_rows import FactHistory
from jurisdictions.record.changing.concerned import region_of_fact
from jurisdictions.record.people.permissions import REVIEWER, Actor
from jurisdictions.record.proposing.reverts import may_revert_change, may_revert_fact

Offered = dict[str, object]


def fact_rights(reader: Actor | None, program: str, found: FactHistory) -> Offered:
    """What history/fact.html offers: the fact's region, and what may be reverted."""
    if reader is None:
        return {"region": "", "revertible": frozenset[int](), "reverts": False}
    first = found.versions[0].change.change_id if found.versions else 0
    last = found.versions[-1].change.change_id if found.versions else 0
    return {
        "region": region_of_fact(found.name, found.geoid),
        "revertible": revertible(reader, program, [first]),
        "reverts": may_revert_fact(program=program, name=found.name, to_change=last, by=reader),
    }


def revertible(reader: Actor | None, program: str, changes: Iterable[int]) -> frozenset[int]:
    """Those of the changes that the reader may undo."""
    if reader is None or not reader.regions(REVIEWER):
        return frozenset()
    return frozenset(
        change for change in changes if may_revert_change(program=program, change=change, by=reader)
    )
