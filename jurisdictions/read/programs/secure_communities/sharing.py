"""What a place is asked first of Secure Communities: whether, when, and could it say no."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby

from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, SpanRow
from jurisdictions.read.spans import spans_within
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.objections import (
    ENDS_INHERITANCE,
    after_step,
)
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    LocalLimits,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
    Position,
    Status,
)

OUT_OF_FORCE = frozenset({Status.NOT_BEGUN, Status.PROGRAM_ENDED})
ACTIVATED = ActivationStanding.ACTIVATED
LIMIT = MeasureKind.DETAINER_LIMIT


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in [begin, end), each as it is known; None: without bound.

    `resumed`: it began because the program came back, and by nothing that the place did.
    """

    begin_on: PartialDate | None
    end_on: PartialDate | None
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Every request of one place not to take part, by day, and every answer that decided.

    `inquiries` only asked whether there is a way out. `open`: the last request has no answer.
    """

    requests: tuple[FactRow, ...]
    answers: tuple[FactRow, ...]
    inquiries: tuple[FactRow, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Told:
    """All that the first lines of a place rest on.

    `sharing`: when prints from there were shared. `ran`: when the program was in force. `own` and
    `state`: who asked not to take part. `chose`: the measure by which the place chose to. `denied`:
    from when on the federal government said that there is no choice. `limited`: the measure that
    first limits detainers. `members`: of a state, how many places were ever activated, and how many
    there are.
    """

    sharing: tuple[Stretch, ...]
    ran: tuple[Stretch, ...]
    own: Asked
    state: Asked
    chose: FactRow | None
    denied: PartialDate | None
    limited: FactRow | None
    members: tuple[int, int] | None = None


def told_of(
    as_of: AsOf, place: PlaceRow, spans: Sequence[SpanRow], facts: Iterable[FactRow]
) -> Told:
    """Read from the spans of a place, first to last, and the facts that it sees."""
    facts = list(facts)
    own = (fact for fact in facts if fact.geoid == place.geoid)
    of_state = (fact for fact in facts if fact.geoid == place.state_geoid != place.geoid)
    return Told(
        sharing=tuple(stretches(spans, lambda span: span.sharing_since is not None)),
        ran=tuple(stretches(spans, lambda span: span.status not in OUT_OF_FORCE)),
        own=asked_of(own),
        state=asked_of(of_state),
        chose=_chose(facts, place),
        denied=next((s.start_on for s in spans if s.position is Position.NOT_OPTIONAL), None),
        limited=_limit(spans),
        members=_members(replace(as_of, on=date.min), place.geoid) if place.is_state else None,
    )


def stretches(spans: Sequence[SpanRow], holds: Callable[[SpanRow], bool]) -> Iterator[Stretch]:
    """Where something holds without a break, first to last."""
    before: SpanRow | None = None
    for on, group in groupby(spans, key=holds):
        of_one = list(group)
        last = of_one[-1]
        if on:
            resumed = before is not None and before.status is Status.PROGRAM_ENDED
            yield Stretch(of_one[0].start_on, last.end_on, resumed)
        before = last


def asked_of(facts: Iterable[FactRow]) -> Asked:
    """From the facts of one place; a step takes part by the day on which the rule counts it."""
    steps = sorted(
        (fact for fact in facts if fact.kind == "opt_out" and fact.effective_on),
        key=lambda fact: (fact.effective_on or date.max, fact.thread, fact.seq),
    )
    deciding = [step for step in steps if after_step(OptOutStepKind(step.word))]
    requests = tuple(step for step in deciding if step.word == OptOutStepKind.REQUESTED)
    answers = tuple(step for step in deciding if step.word != OptOutStepKind.REQUESTED)
    inquiries = tuple(step for step in steps if step.word == OptOutStepKind.INQUIRED)
    waits = bool(requests) and deciding[-1] is requests[-1]
    return Asked(requests, answers, inquiries, waits)


def _chose(facts: Iterable[FactRow], place: PlaceRow) -> FactRow | None:
    found = (
        fact
        for fact in facts
        if fact.kind == "local_measure"
        and fact.geoid == place.geoid
        and fact.word in ENDS_INHERITANCE
        and fact.outcome == MeasureOutcome.ADOPTED
        and fact.effective_on
    )
    return min(found, key=lambda fact: fact.effective_on or date.max, default=None)


def _limit(spans: Iterable[SpanRow]) -> FactRow | None:
    limits = (span for span in spans if span.local_limits is LocalLimits.LIMITS_DETAINERS)
    first = next(limits, None)
    measures = (fact for fact in first.reasons if fact.word == LIMIT) if first else ()
    return next(iter(measures), None)


@lru_cache(maxsize=256)
def _members(as_of: AsOf, state: str) -> tuple[int, int]:
    """Kept: what an edition says of a state never changes. A place that is no more is left out."""
    ever, total = 0, 0
    for _geoid, group in groupby(spans_within(as_of, state), key=lambda span: span.geoid):
        spans = list(group)
        if spans[-1].status != Status.DOES_NOT_EXIST:
            total += 1
            ever += any(
                span.activation == ACTIVATED and span.status not in OUT_OF_FORCE for span in spans
            )
    return ever, total
