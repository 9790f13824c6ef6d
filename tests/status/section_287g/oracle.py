"""The rule once more, written from the prose alone and slow on purpose: every day from scratch.

It shares the facts and their words with the rule, and none of its code. Its answer for a day is a
tuple of plain words: status, position, local agreement, reach, state agency, application, law.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from jurisdictions.status.programs.section_287g.facts import AgencyAgreement, Facts

Answer = tuple[str, str, str, str, str, str, str]

ONE_DAY = timedelta(days=1)
POSITION = {
    "authority-enacted": "authorised",
    "task-force-ends": "jail-only",
    "warrant-service-begins": "jail-and-warrant-service",
    "task-force-restored": "all-models",
}
LAW = {
    "requires": "requires",
    "encourages": "encourages",
    "restricts": "restricts",
    "forbids-state-agencies": "restricts",
    "forbids": "forbids",
    "ends-requirement": "none-recorded",
}
MODELS = ("task-force", "jail-enforcement", "not-recorded", "warrant-service")


def answer_on(day: date, facts: Facts) -> Answer:
    """What the law says of a day."""
    position = position_on(day, facts)
    local, state = strongest(day, facts.local), strongest(day, facts.state_agencies)
    application, law = application_on(day, facts), law_on(day, facts)
    ended = any(ends_by(day, one) for one in facts.local)
    lines = [
        ("not-authorised", position == "not-authorised"),
        ("task-force", local == "task-force"),
        ("jail-enforcement", local == "jail-enforcement"),
        ("model-not-recorded", local == "not-recorded"),
        ("warrant-service", local == "warrant-service"),
        ("state-task-force", state == "task-force"),
        ("application-pending", application == "pending"),
        ("forbidden-by-state", law == "forbids"),
        ("ended", ended),
        ("none-recorded", True),
    ]
    status = next(status for status, fits in lines if fits)
    return status, position, local, reach_on(day, facts), state, application, law


def position_on(day: date, facts: Facts) -> str:
    position = "not-authorised"
    events = [(event.on.first_day, n, event.effect) for n, event in enumerate(facts.policy_events)
              if event.on]  # fmt: skip
    for when, _, effect in sorted(events):
        if when <= day:
            position = POSITION.get(effect, position)
    return position


def period(one: AgencyAgreement) -> tuple[date, date | None] | None:
    """[start, end), None for what is never in force."""
    start = one.signed_on or one.listed_from
    end = None
    if one.ended_on:
        end = one.ended_on.first_day
    elif one.missing_from:
        end = one.missing_from.first_day
    elif one.listed_until:
        end = one.listed_until.last_day + ONE_DAY
    if start is None or (end is not None and end <= start.first_day):
        return None
    return start.first_day, end


def stands(day: date, one: AgencyAgreement) -> bool:
    found = period(one)
    return found is not None and found[0] <= day and (found[1] is None or found[1] > day)


def ends_by(day: date, one: AgencyAgreement) -> bool:
    found = period(one)
    return found is not None and found[1] is not None and found[1] <= day


def strongest(day: date, agreements: Iterable[AgencyAgreement]) -> str:
    held = {one.model.value for one in agreements if stands(day, one)}
    if "jail-and-task-force" in held:
        return "task-force"
    return next((model for model in MODELS if model in held), "none")


def reach_on(day: date, facts: Facts) -> str:
    reaches = {one.agency.reach.value for one in facts.local if stands(day, one)}
    return next((one for one in ("whole-county", "part-of-county") if one in reaches), "none")


def application_on(day: date, facts: Facts) -> str:
    for one in facts.applications:
        begun = one.pending_from is not None and one.pending_from.first_day <= day
        if begun and (one.pending_until is None or day <= one.pending_until.last_day):
            return "pending"
    return "none"


def law_on(day: date, facts: Facts) -> str:
    law = "none-recorded"
    dated = [(when.first_day, n, one.kind) for n, one in enumerate(facts.laws)
             if (when := one.in_force_on or one.adopted_on)]  # fmt: skip
    for when, _, kind in sorted(dated):
        if when <= day:
            law = LAW.get(kind, law)
    return law


def agreement_since(day: date, facts: Facts) -> date | None:
    """Walk back, day by day in effect, to where the unbroken run began."""
    since, reach = None, day
    while True:
        found = [period(one) for one in facts.local if stands(reach, one)]
        if not found:
            return since
        since = min(one[0] for one in found if one)
        reach = since - ONE_DAY
