"""Short ways to write facts down, so that a test reads as its record and its question."""

from __future__ import annotations

from datetime import date

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.facts import (
    Activation,
    AgreementStep,
    Facts,
    LocalMeasure,
    OptOutStep,
    OwnFacts,
    PolicyEvent,
)
from jurisdictions.status.programs.secure_communities.rule import DAYS, tracks_of
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)
from jurisdictions.status.timeline import Span, spans_of

COUNTY, STATE = "17031", "17"


def on(text: str) -> date:
    return date.fromisoformat(text)


def partial(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def event(effect: str, when: str, *, name: str = "", known: str = "") -> PolicyEvent:
    return PolicyEvent(
        f"policy_event:{name or effect}", partial(when), Effect(effect), partial(known)
    )


BEGUN = event("program-begins", "2008-10-27")


def active(begins: str, ends: str = "", *, geoid: str = COUNTY, known: str = "") -> Activation:
    return Activation(f"activation:{geoid}", geoid, partial(begins), partial(ends), partial(known))


def agreed(
    step: str, when: str, *, seq: int = 1, thread: str = "il", known: str = "", row: int = 0
) -> AgreementStep:
    name = f"agreement:{thread}:{seq}"
    kind = AgreementStepKind(step)
    return AgreementStep(name, STATE, thread, seq, partial(when), kind, partial(known), row)


def asked(
    step: str, when: str, *, seq: int = 1, thread: str = "cook", known: str = "", row: int = 0
) -> OptOutStep:
    name = f"opt_out:{thread}:{seq}"
    kind = OptOutStepKind(step)
    return OptOutStep(name, COUNTY, thread, seq, partial(when), kind, partial(known), row)


def thread(*steps: tuple[str, str], name: str = "cook") -> tuple[OptOutStep, ...]:
    """One request, its steps numbered as they stand."""
    return tuple(
        asked(step, when, seq=seq, thread=name) for seq, (step, when) in enumerate(steps, 1)
    )


def measure(
    kind: str,
    when: str,
    *,
    outcome: str = "adopted",
    name: str = "",
    known: str = "",
    row: int = 0,
    ended: str = "",
) -> LocalMeasure:
    return LocalMeasure(
        f"local_measure:{name or kind}",
        COUNTY,
        partial(when),
        MeasureKind(kind),
        MeasureOutcome(outcome),
        partial(known),
        row,
        partial(ended),
    )


def record(
    *,
    activations: tuple[Activation, ...] = (),
    agreements: tuple[AgreementStep, ...] = (),
    opt_outs: tuple[OptOutStep, ...] = (),
    states_opt_outs: tuple[OptOutStep, ...] = (),
    measures: tuple[LocalMeasure, ...] = (),
    states_measures: tuple[LocalMeasure, ...] = (),
    events: tuple[PolicyEvent, ...] = (BEGUN,),
    members: tuple[Activation, ...] = (),
) -> Facts:
    """All that a county sees; unless told otherwise the program began on 2008-10-27."""
    return Facts(
        own=OwnFacts(activations, (), opt_outs, measures),
        state=OwnFacts((), agreements, states_opt_outs, states_measures),
        policy_events=events,
        members=members,
    )


def derive_timeline(facts: Facts) -> tuple[Span, ...]:
    """The spans of a place, first to last."""
    return spans_of(tracks_of(facts))


def own_day(span: Span, name: str) -> PartialDate | None:
    """What is known of one of the rule's own days in a span."""
    return dict(zip(DAYS, span.known.own, strict=False)).get(name)
