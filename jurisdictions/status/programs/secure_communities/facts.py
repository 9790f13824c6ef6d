"""The facts that the rule reads, as frozen values; each carries its public name."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import ALWAYS, Life
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)


@dataclass(frozen=True, slots=True)
class Activation:
    """Fingerprint sharing began in a place, and perhaps ended."""

    name: str
    geoid: str
    activated_on: PartialDate | None
    deactivated_on: PartialDate | None = None
    disclosed_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class AgreementStep:
    """A step of an agreement; `seq` its number in the thread, `row` its place in the file."""

    name: str
    geoid: str
    thread: str
    seq: Decimal
    on: PartialDate | None
    step: AgreementStepKind
    disclosed_on: PartialDate | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class OptOutStep:
    """A step of an opt-out request; `seq` its number in the thread, `row` its place in the file."""

    name: str
    geoid: str
    thread: str
    seq: Decimal
    on: PartialDate | None
    step: OptOutStepKind
    disclosed_on: PartialDate | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class LocalMeasure:
    """A local act: a resolution, a limit on detainers, a choice to opt in; `row` as in a step."""

    name: str
    geoid: str
    on: PartialDate | None
    kind: MeasureKind
    outcome: MeasureOutcome
    disclosed_on: PartialDate | None = None
    row: int = 0
    ended_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class PolicyEvent:
    """A federal act and what it does to the rules."""

    name: str
    on: PartialDate | None
    effect: Effect
    disclosed_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """The facts that one place has of its own, each tuple in file order."""

    activations: tuple[Activation, ...] = ()
    agreement_steps: tuple[AgreementStep, ...] = ()
    opt_out_steps: tuple[OptOutStep, ...] = ()
    measures: tuple[LocalMeasure, ...] = ()


NO_FACTS = OwnFacts()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one place sees: its own facts, its state's and the nation's, in file order.

    For a state `state` is empty and `members` holds the activations of the places in it, each
    while its place existed.
    """

    own: OwnFacts = NO_FACTS
    state: OwnFacts = NO_FACTS
    policy_events: tuple[PolicyEvent, ...] = ()
    members: tuple[Activation, ...] = field(default=())
    life: Life = ALWAYS
