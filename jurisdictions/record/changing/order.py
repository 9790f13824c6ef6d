"""The steps of a request or an agreement are numbered in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, cast

from django.db.models import Q
from django.utils.translation import gettext as _

from jurisdictions.models import Program
from jurisdictions.models.standing import in_parts
from jurisdictions.record.changing.steps import IN_STEPS, Thread
from jurisdictions.record.changing.wishes import RETRACT, Plan, Read, fault_of
from jurisdictions.record.faults import Fault
from jurisdictions.status.dates import PartialDate

PLACES = range(7)
"""How many digits there may be behind the point."""


class Stand(NamedTuple):
    """Where a step stands in its thread, and its day."""

    seq: Decimal
    on: PartialDate | None


Stands = Mapping[str, Stand]
"""The steps of a thread by their public names."""


def surely_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether every day that the first may mean lies before every day that the second may mean."""
    return bool(one and other and one.last_day < other.first_day)


def between(low: Decimal, after: Decimal | None) -> Decimal:
    """The shortest number behind one and before another, if any: 3 behind 2, 2.5 before 3.

    Raises ValueError when there is none of six digits behind the point.
    """
    if after is None:
        return low.to_integral_value("ROUND_FLOOR") + 1
    for digits in PLACES:
        unit = Decimal(1).scaleb(-digits)
        middle = ((low + after) / 2).quantize(unit, "ROUND_HALF_DOWN")
        if low < middle < after:
            return middle
    message = f"there is no room between {low} and {after}"
    raise ValueError(message)


def misplaced(name: str, thread: Stands) -> tuple[str, str] | None:
    """The column and the reason for which a step cannot stand where it does among the others.

    The rule lets no step take effect before the step above it (status-rules, "The facts"): one
    that surely came before it would move the days of others without a word.
    """
    seq, on = thread[name]
    for other, there in thread.items():
        if other == name:
            continue
        if there.seq == seq:
            said = _("is the number of %(step)s: write one between it and the next")
            return "seq", said % {"step": other}
        early = surely_before(on, there.on) and there.seq < seq
        if early or (surely_before(there.on, on) and there.seq > seq):
            said = _("does not fit between its neighbors: step %(seq)s is dated %(on)s")
            return "on", said % {"seq": there.seq, "on": there.on}
    return None


def without_disorder(program: Program, read: Sequence[Read]) -> list[Read]:
    """Steps that surely did not come where their number puts them are refused.

    Only those that the plans record, date anew or number anew: what stood so stays so.
    """
    steps = [one for one in read if isinstance(one, Plan) and one.kind.in_steps]
    placed = {id(one) for one in steps if _is_placed(one)}
    if not placed:
        return list(read)
    threads = _threads(program, steps)
    return [
        _in_order(one, threads[_thread(one)])
        if isinstance(one, Plan) and id(one) in placed
        else one
        for one in read
    ]


def _is_placed(plan: Plan) -> bool:
    """Whether the plan says where the step stands, or when it was, and did not before."""
    if plan.draft is None:
        return False
    return plan.before is None or not plan.cells.keys().isdisjoint(("on", "seq"))


def _in_order(plan: Plan, thread: Stands) -> Read:
    wrong = misplaced(plan.name, thread)
    if wrong is None:
        return plan
    column, said = wrong
    return (fault_of(plan.wish, said, column, str(getattr(thread[plan.name], column))),)


def _threads(program: Program, steps: Iterable[Plan]) -> Mapping[Thread, Stands]:
    """The threads of the plans as they will stand. A query for every 500 threads of a kind."""
    plans = list(steps)
    threads = standing_threads({_thread(plan) for plan in plans}, program)
    for plan in plans:
        thread = threads[_thread(plan)]
        if plan.wish.action == RETRACT:
            thread.pop(plan.name, None)
        elif plan.draft:
            thread[plan.name] = Stand(plan.draft.values["seq"], plan.draft.values.get("on"))
    return threads


def standing_threads(threads: Iterable[Thread], program: Program) -> dict[Thread, dict[str, Stand]]:
    """The steps of threads as they stand on record."""
    found: dict[Thread, dict[str, Stand]] = defaultdict(dict)
    wanted = set(threads)
    for kind in IN_STEPS:
        said = kind.kind.value
        for part in in_parts(sorted(thread for one, thread in wanted if one == said)):
            current = cast(Any, kind.model).objects.current()
            for step in current.filter(fact__program=program, thread__in=part):
                name = f"{said}:{step.thread}:{step.step_id}"
                found[said, step.thread][name] = Stand(step.seq, step.on)
    return found


def out_of_order(change: int) -> Iterator[Fault]:
    """A fault for each step that the change put where it surely did not come."""
    for kind in IN_STEPS:
        placed = list(_placed_by(change, cast(Any, kind.model)))
        for program in {step.fact.program for step in placed}:
            mine = [step for step in placed if step.fact.program == program]
            threads = standing_threads({(kind.kind.value, one.thread) for one in mine}, program)
            for step in mine:
                if wrong := misplaced(step.fact.name, threads[kind.kind.value, step.thread]):
                    column, said = wrong
                    yield Fault(kind.file, 0, column, step.fact.name, said)


def _placed_by(change: int, model: Any) -> Iterator[Any]:
    """The steps that stand elsewhere in their threads, or on another day, since the change."""
    touched = model.objects.filter(Q(change_id=change) | Q(ended_by_id=change))
    was = {one.fact_id: Stand(one.seq, one.on) for one in touched if one.ended_by_id == change}
    for step in touched.current().select_related("fact__program"):
        if step.change_id == change and was.get(step.fact_id) != Stand(step.seq, step.on):
            yield step


def _thread(plan: Plan) -> Thread:
    return plan.kind.kind.value, plan.name.split(":")[1]
