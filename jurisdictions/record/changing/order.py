"""The steps of a request or an agreement are numbered in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from jurisdictions.models import AgreementStep, OptOutStep, Program
from jurisdictions.models.standing import in_parts
from jurisdictions.record.changing.wishes import RECORD, RETRACT, Plan, Read, fault_of
from jurisdictions.record.kinds import AGREEMENT, OPT_OUT, Kind
from jurisdictions.status.dates import PartialDate

IN_STEPS = (OPT_OUT, AGREEMENT)
"""The kinds of fact that are told in steps."""
Days = dict[int, PartialDate | None]
"""The days of a thread's steps, by their numbers."""


def surely_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether every day that the first may mean lies before every day that the second may mean."""
    return bool(one and other and one.last_day < other.first_day)


def without_disorder(program: Program, read: Sequence[Read]) -> list[Read]:
    """New steps that surely did not come where their number puts them are refused.

    The rule lets no step take effect before the step above it (status-rules, "The facts"): such a
    step would move the days of others without a word.
    """
    steps = [one for one in read if isinstance(one, Plan) and one.kind in IN_STEPS]
    new = {id(one) for one in steps if one.wish.action == RECORD and one.before is None}
    if not new:
        return list(read)
    threads = _threads(program, steps)
    return [
        _in_order(one, threads[_thread(one)]) if isinstance(one, Plan) and id(one) in new else one
        for one in read
    ]


def _in_order(plan: Plan, days: Days) -> Read:
    seq = _seq(plan)
    on = days[seq]
    for other, day in days.items():
        if (surely_before(on, day) and other < seq) or (surely_before(day, on) and other > seq):
            said = _("does not fit between its neighbours: step %(seq)d is dated %(on)s")
            return (fault_of(plan.wish, said % {"seq": other, "on": day}, "on", str(on)),)
    return plan


def _threads(program: Program, steps: Iterable[Plan]) -> Mapping[tuple[str, str], Days]:
    """The threads of the plans as they will stand. A query for every 500 threads of a kind."""
    threads: dict[tuple[str, str], Days] = defaultdict(dict)
    for kind, model in ((OPT_OUT, OptOutStep), (AGREEMENT, AgreementStep)):
        names = sorted({_thread(plan)[1] for plan in steps if plan.kind is kind})
        for part in in_parts(names):
            rows = model.objects.current().filter(fact__program=program, thread__in=part)
            for step in rows.only("thread", "seq", "on"):
                threads[kind.kind.value, step.thread][step.seq] = step.on
    for plan in steps:
        if plan.wish.action == RETRACT:
            threads[_thread(plan)].pop(_seq(plan), None)
        elif plan.draft:
            threads[_thread(plan)][_seq(plan)] = plan.draft.values.get("on")
    return threads


def thread_of(name: str) -> str:
    """The kind and the thread of a step's public name; "" for a fact of another kind."""
    kind, _colon, key = name.partition(":")
    return name.rpartition(":")[0] if kind in _STEPPED and ":" in key else ""


def _thread(plan: Plan) -> tuple[str, str]:
    return plan.kind.kind.value, plan.name.split(":")[1]


def _seq(plan: Plan) -> int:
    return int(plan.name.rpartition(":")[2])


def _kinds(kinds: Iterable[Kind]) -> frozenset[str]:
    return frozenset(kind.kind.value for kind in kinds)


_STEPPED = _kinds(IN_STEPS)
