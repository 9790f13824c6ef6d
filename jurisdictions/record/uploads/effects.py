"""What a file would change, tried out some states at a time, so that its progress is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from jurisdictions.record.changing.wishes import CONTRADICT, CORRECT, RECORD, Plan, WishDraft
from jurisdictions.record.proposing.preview import Effect, preview
from jurisdictions.status.geoids import NATION, state_of

AT_A_TIME = 1500
"""Wishes that are tried out together, save that those of one state are never parted."""


def wish_to_send(plan: Plan) -> WishDraft:
    """The wish that a plan came from, with the cells that it changes alone."""
    if plan.wish.action == CONTRADICT:
        return plan.wish
    if plan.before:
        wish = replace(plan.wish, action=CORRECT, name=plan.name, base=plan.base)
    else:
        wish = replace(plan.wish, action=RECORD, name="", base=None)
    return replace(wish, cells=plan.cells)


def effect_of(
    program: str, plans: Sequence[Plan], at: datetime, tell: Callable[[float], None]
) -> Effect:
    """The effect of all plans together. No place is touched by facts of another state."""
    found = Effect((), (), (), 0)
    groups = list(_groups(plans))
    for done, group in enumerate(groups, start=1):
        wishes = [wish_to_send(plan) for plan in group]
        part = preview(program=program, wishes=wishes, at=at)
        found = Effect(
            found.outcomes,
            (*found.faults, *part.faults),
            (*found.places, *part.places),
            found.spans_changed + part.spans_changed,
            (*found.cautions, *part.cautions),
        )
        tell(done / len(groups))
    return found


def _groups(plans: Sequence[Plan]) -> Iterator[list[Plan]]:
    """The plans of some states at a time; all at once where one of them is about the nation.

    New sources go with each group: its facts may name them.
    """
    by_state: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        states = {state_of(one) for one in plan.places}
        by_state[states.pop() if len(states) == 1 else "" if not states else NATION].append(plan)
    sources = by_state.pop("", [])
    if NATION in by_state or not by_state:
        yield list(plans)
        return
    group: list[Plan] = []
    for own in by_state.values():
        if group and len(group) + len(own) > AT_A_TIME:
            yield [*sources, *group]
            group = []
        group += own
    yield [*sources, *group]
