"""The rule once more, written from the prose alone and slow on purpose: every day from scratch.

It shares the facts and their words with the rule, and none of its code. Its answer for a day is a
tuple of plain words: status, position, agreement, activation, objection, local limits.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from jurisdictions.status.programs.secure_communities.facts import Facts

Answer = tuple[str, str, str, str, str, str]

POSITION = {
    "program-announced": "voluntary",
    "opt-out-procedure-published": "opt-out-procedure",
    "not-optional": "not-optional",
    "agreements-ended": "agreements-not-needed",
    "program-ends": "ended",
    "program-restored": "agreements-not-needed",
}
IN_FORCE = {"program-begins": True, "program-ends": False, "program-restored": True}
AGREEMENT = {
    "signed-by-state": "awaiting-ice",
    "signed": "in-force",
    "revised": "in-force",
    "suspended-by-state": "suspended",
    "ended-by-state": "ended-by-state",
    "ended-by-ice": "ended-by-ice",
    "declined": "declined",
    "operated-without-agreement": "none",
    "in-force-by": "in-force",
}
AGREEMENTS_ENDED = {
    "in-force": "ended-by-ice",
    "suspended": "ended-by-ice",
    "awaiting-ice": "ended-by-ice",
    "not-documented": "none",
}
OBJECTION = {
    "requested": "pending",
    "refused": "refused",
    "overridden": "refused",
    "granted": "honoured",
    "withdrawn": "none",
    "lapsed": "none",
}


def answer_on(day: date, facts: Facts) -> Answer:
    """What status-rules says of a day."""
    position, in_force = federal(day, facts)
    agreement = agreement_on(day, facts)
    since = active_since(day, facts)
    objection, arose, honoured = objection_on(day, facts)
    status = line(in_force, since, agreement, objection, arose, honoured)
    if in_force is not None and not exists(day, facts):
        status = "does-not-exist"
    activation = "activated" if since else "not-activated"
    return status, position, agreement, activation, objection, limits_on(day, facts)


def exists(day: date, facts: Facts) -> bool:
    first, last = facts.life.valid_from, facts.life.valid_to
    return not (first and day < first.first_day) and not (last and day >= last.first_day)


def line(
    in_force: bool | None,
    since: date | None,
    agreement: str,
    objection: str,
    arose: date | None,
    honoured: date | None,
) -> str:
    """Each line of the table with all its conditions; the first that fits."""
    active = since is not None
    lines = [
        ("not-begun", in_force is None),
        ("program-ended", in_force is False),
        ("opted-out", not active and objection == "honoured"),
        ("opt-out-sought", not active and objection in ("pending", "refused")),
        ("not-activated", not active),
        ("opted-out", objection == "honoured" and before(since, honoured)),
        ("active-over-objection", objection == "refused"),
        ("active-over-objection", objection != "none" and before(arose, since)),
        ("active-opt-out-pending", objection == "pending"),
        ("active-under-agreement", agreement in ("in-force", "awaiting-ice")),
        ("active-agreement-not-documented", agreement == "not-documented"),
        ("active-without-agreement", True),
    ]
    return next(status for status, fits in lines if fits)


def before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def federal(day: date, facts: Facts) -> tuple[str, bool | None]:
    position, in_force = "unstated", None
    for _, event in acts(facts):
        if event.on.first_day <= day:
            position = POSITION.get(event.effect, position)
            in_force = IN_FORCE.get(event.effect, in_force)
    return position, in_force


def acts(facts: Facts) -> list[tuple[tuple[date, int], Any]]:
    dated = [(n, event) for n, event in enumerate(facts.policy_events) if event.on]
    return sorted(((event.on.first_day, n), event) for n, event in dated)


def agreement_on(day: date, facts: Facts) -> str:
    own = enumerate(sequence(facts, "agreement"))
    steps = [((when, 0, n), step.step) for n, (when, step) in own]
    federal_acts = [((when, 1, n), event.effect) for (when, n), event in acts(facts)]
    standing = "not-documented"
    for (when, _, _), word in sorted(steps + federal_acts):
        if when <= day:
            table = AGREEMENTS_ENDED if word == "agreements-ended" else {}
            standing = AGREEMENT.get(word, table.get(standing, standing))
    return standing


def sequence(facts: Facts, kind: str, *, own_only: bool = False) -> list[tuple[date, Any]]:
    """The steps that a place sees with the days on which they take effect, in that order."""
    places = [facts.own] if own_only else [facts.state, facts.own]
    steps = [step for place in places for step in getattr(place, f"{kind}_steps") if step.on]
    effective = {step.name: effective_day(step, steps) for step in steps}
    taken: list[tuple[date, Any]] = []
    for day in sorted(set(effective.values())):
        today = [step for step in steps if effective[step.name] == day]
        ranked = [(last_row_above(step, today), step.seq, step) for step in today]
        taken += [(day, step) for _, _, step in sorted(ranked, key=lambda one: one[:2])]
    return taken


def last_row_above(step: Any, today: list[Any]) -> int:
    """A step waits, within the day, for the steps above it in its thread."""
    return max(s.row for s in today if s.thread == step.thread and s.seq <= step.seq)


def effective_day(step: Any, steps: Iterable[Any]) -> date:
    """Its first day, but not before any step above it in its thread."""
    thread = (s for s in steps if s.thread == step.thread and s.seq <= step.seq)
    return max(s.on.first_day for s in thread)


def active_since(day: date, facts: Facts) -> date | None:
    """Walk back, day by day in effect, to where the unbroken run began."""
    begins, ends = facts.life.valid_from, facts.life.valid_to
    periods = [
        (max([fact.activated_on, *filter(None, [begins])]).first_day,
         min(filter(None, [fact.deactivated_on, ends]), default=None))
        for fact in (*facts.own.activations, *facts.members)
        if fact.activated_on
    ]  # fmt: skip
    since, reach = None, day
    while True:
        covering = [
            start
            for start, end in periods
            if start <= reach and (end is None or reach < end.first_day)
        ]
        if not covering:
            return since
        since = min(covering)
        if since == date.min:
            return since
        reach = date.fromordinal(since.toordinal() - 1)


def objection_on(day: date, facts: Facts) -> tuple[str, date | None, date | None]:
    objection, arose, honoured = "none", None, None
    for when, step in sequence(facts, "opt_out", own_only=opted_in(day, facts)):
        after = OBJECTION.get(step.step)
        if after is None or when > day:
            continue
        if after == "none":
            arose = None
        elif step.step == "requested" and arose is None:
            arose = when
        if after != "honoured":
            honoured = None
        elif objection != "honoured":
            honoured = when
        objection = after
    return objection, arose, honoured


def opted_in(day: date, facts: Facts) -> bool:
    return any(
        m.kind in ("opts-in", "refuses-state-opt-out") and m.outcome == "adopted"
        for m in facts.own.measures
        if m.on and m.on.first_day <= day
    )


def limits_on(day: date, facts: Facts) -> str:
    limited = any(
        m.kind == "detainer-limit" and m.outcome == "adopted"
        for m in (*facts.own.measures, *facts.state.measures)
        if m.on and m.on.first_day <= day and not (m.ended_on and m.ended_on.first_day <= day)
    )
    return "limits-detainers" if limited else "none-recorded"
