"""Steps that move down for one that was found late: they move together, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from django.utils.translation import gettext as _

from jurisdictions.record.changing.contradictions import standing_contradictions
from jurisdictions.record.changing.order import thread_of
from jurisdictions.record.changing.wishes import CORRECT, RECORD, Plan, WishDraft
from jurisdictions.record.faults import Fault, Refused


class Aimed(Protocol):
    """A wish, however it is kept: what is to be done, and to which fact."""

    @property
    def action(self) -> str: ...
    @property
    def name(self) -> str: ...


SAYS = ("step", "on", "by", "summary")
"""What tells one step from another, whatever its number."""


def refuse_broken_moves(
    kept: Sequence[WishDraft], plans: Sequence[Plan], stale: Collection[str]
) -> None:
    """Raise Refused when a move would lose a step, tell one twice, or leave a dispute behind.

    `kept` are the wishes as they were proposed, `plans` what is to be carried out, `stale` the
    facts that changed since.
    """
    planned = {plan.name for plan in plans}
    for thread, names in moving_steps(kept).items():
        left = names & planned
        if left and (left != names or left & set(stale)):
            said = _("moves with the other steps, and not all are as proposed: ask for it anew")
            raise Refused([Fault("", 0, "", thread, said)])
    if disputed := _disputed(plans):
        said = _("moves to make room, but another source says otherwise of it: that stays behind")
        raise Refused([Fault("", 0, "", name, said) for name in disputed])


def moving_steps(wishes: Iterable[Aimed]) -> Mapping[str, set[str]]:
    """Threads of which steps on record are corrected and others recorded: the names of both."""
    actions: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for wish in wishes:
        if wish.action in {CORRECT, RECORD} and (thread := thread_of(wish.name)):
            actions[thread].add(wish.action)
            names[thread].add(wish.name)
    return {thread: names[thread] for thread, done in actions.items() if done == {CORRECT, RECORD}}


def _disputed(plans: Sequence[Plan]) -> list[str]:
    """Steps that another number takes over, and of which a source says otherwise."""
    said: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for plan in plans:
        if thread := thread_of(plan.name):
            before = plan.before.cells if plan.before else {}
            said[thread].add(_says({**before, **plan.cells}))
    moved = {
        plan.before.version.fact_id: plan.name
        for plan in plans
        if plan.before
        and plan.wish.action == CORRECT
        and (thread := thread_of(plan.name))
        and _says(plan.before.cells) in said[thread]
        and _says(plan.before.cells) != _says({**plan.before.cells, **plan.cells})
    }
    found = {fact for fact, _source, _field in standing_contradictions(list(moved))}
    return [moved[fact] for fact in sorted(found)]


def _says(cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(cells.get(name, "") for name in SAYS)
