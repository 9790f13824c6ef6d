"""What a place is asked first of Secure Communities: whether, when, and could it say no."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import groupby

from jurisdictions.read.place_records import span_at
from jurisdictions.read.programs.secure_communities.members import ACTIVE, Members, members_of
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, SpanRow
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.objections import (
    ENDS_INHERITANCE,
    after_step,
)
from jurisdictions.status.programs.secure_communities.vocabulary import (
    LocalLimits,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
    Position,
    Status,
)

OUT_OF_FORCE = frozenset({Status.NOT_BEGUN, Status.PROGRAM_ENDED})
LIMIT = MeasureKind.DETAINER_LIMIT


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in [begin, end), each as it is known; None: without bound.

    `resumed`: it began because the program came back, and by nothing that the place did.
    """

    begin_on: PartialDate | None
    end_on: PartialDate | None
    resumed: bool = False


class Then(Enum):
    """How the day that is shown lies to the stretches in which prints were shared."""

    SHARED = auto()
    NOT_YET = auto()
    BETWEEN = auto()
    NO_MORE = auto()
    NEVER = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """Every step of one place not to take part that decided, by day: requests and answers.

    `inquiries` only asked whether there is a way out.
    """

    steps: tuple[FactRow, ...]
    inquiries: tuple[FactRow, ...]

    @property
    def requests(self) -> tuple[FactRow, ...]:
        """Only those that asked."""
        return tuple(step for step in self.steps if step.word == OptOutStepKind.REQUESTED)


@dataclass(frozen=True, slots=True)
class Told:
    """All that the first lines of a place rest on.

    `day`: the one that is shown, and `then` whether prints were shared on it. `sharing`: when
    prints from there were shared. `ran`: when the program was in force. `own` and `state`: who
    asked not to take part. `chose`: the measure by which the place chose to. `denied`: from when on
    the federal government said that there is no choice. `limited`: the measure that first limits
    detainers. `members`: of a state, how many of its places shared prints.
    """

    day: date
    then: Then
    sharing: tuple[Stretch, ...]
    ran: tuple[Stretch, ...]
    own: Asked
    state: Asked
    chose: FactRow | None
    denied: PartialDate | None
    limited: FactRow | None
    members: Members | None = None

    @property
    def began(self) -> frozenset[PartialDate | None]:
        """The days on which sharing began, in a state also that on which most of it shared."""
        most = {self.members.most_from} if self.members else set()
        return frozenset({*(one.begin_on for one in self.sharing), *most})


def told_of(
    as_of: AsOf, place: PlaceRow, spans: Sequence[SpanRow], facts: Iterable[FactRow]
) -> Told:
    """Read from the spans of a place, first to last, and the facts that it sees."""
    facts = list(facts)
    own = (fact for fact in facts if fact.geoid == place.geoid)
    of_state = (fact for fact in facts if fact.geoid == place.state_geoid != place.geoid)
    return Told(
        day=as_of.on,
        then=_then(spans, as_of.on),
        sharing=tuple(stretches(spans, lambda span: span.status in ACTIVE)),
        ran=tuple(stretches(spans, lambda span: span.status not in OUT_OF_FORCE)),
        own=asked_of(own),
        state=asked_of(of_state),
        chose=_chose(facts, place),
        denied=next((s.start_on for s in spans if s.position is Position.NOT_OPTIONAL), None),
        limited=_limit(spans),
        members=members_of(as_of, place.geoid) if place.is_state else None,
    )


def _then(spans: Sequence[SpanRow], day: date) -> Then:
    if span_at(spans, day).status in ACTIVE:
        return Then.SHARED
    starts = [span.start or date.min for span in spans if span.status in ACTIVE]
    if not starts:
        return Then.NEVER
    if day < starts[0]:
        return Then.NOT_YET
    return Then.BETWEEN if day < starts[-1] else Then.NO_MORE


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
    deciding = (step for step in steps if after_step(OptOutStepKind(step.word)))
    inquiries = (step for step in steps if step.word == OptOutStepKind.INQUIRED)
    return Asked(tuple(deciding), tuple(inquiries))


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
