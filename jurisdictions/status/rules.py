"""The only rule: the facts that a place sees, and a day, give one status and its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from jurisdictions.status.activations import Active, activations
from jurisdictions.status.agreements import agreements
from jurisdictions.status.facts import Facts, in_file_order
from jurisdictions.status.lives import existence, while_it_lasts
from jurisdictions.status.measures import local_limits
from jurisdictions.status.objections import Wish, objections
from jurisdictions.status.regimes import Regime, regimes
from jurisdictions.status.tracks import Mark, Reason, Track
from jurisdictions.status.vocabulary import (
    ActivationStanding,
    AgreementStanding,
    LocalLimits,
    Objection,
    Position,
    Status,
)

VERSION = "2"
"""Raised whenever the same facts would give another answer; an edition knows it."""


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The five dimensions of a place on a day."""

    position: Position
    agreement: AgreementStanding
    activation: ActivationStanding
    objection: Objection
    local_limits: LocalLimits


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a place on a day, its dimensions, and the facts that decided them.

    `reasons` are public names of facts in the order in which they took effect.
    """

    status: Status
    dimensions: Dimensions
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tracks:
    """The five dimensions of a place through time, each folded once.

    A state's places share its `regime` and `agreement`: they see no other facts of these kinds.
    """

    regime: Track[Regime]
    agreement: Track[AgreementStanding]
    activation: Track[Active]
    objection: Track[Wish]
    limits: Track[LocalLimits]
    life: Track[bool]


def tracks_of(facts: Facts, shared: Tracks | None = None) -> Tracks:
    """Fold each dimension; `shared` are the tracks of a place in the same state, to be reused."""
    regime = shared.regime if shared else regimes(facts.policy_events)
    steps = in_file_order(facts.state.agreement_steps, facts.own.agreement_steps)
    reuse = shared is not None and not facts.own.agreement_steps
    return Tracks(
        regime=regime,
        agreement=shared.agreement if shared and reuse else agreements(steps, facts.policy_events),
        activation=activations(
            while_it_lasts((*facts.own.activations, *facts.members), facts.life)
        ),
        objection=objections(
            facts.own.opt_out_steps, facts.state.opt_out_steps, facts.own.measures
        ),
        limits=local_limits(facts.own.measures, facts.state.measures),
        life=existence(facts.life),
    )


def status_on(day: date, facts: Facts) -> Verdict:
    """The status on a day from the facts that a place sees (status-rules, "One status")."""
    return judge(day, tracks_of(facts))


class Reading(NamedTuple):
    """The five tracks on one day, and whether the place exists: the mark of each that holds."""

    regime: Mark[Regime]
    agreement: Mark[AgreementStanding]
    activation: Mark[Active]
    objection: Mark[Wish]
    limits: Mark[LocalLimits]
    life: Mark[bool]

    @property
    def status(self) -> Status:
        """The first line that fits."""
        return first_line(
            self.life.value,
            self.regime.value.in_force,
            self.activation.value.since,
            self.objection.value,
            self.agreement.value,
        )

    @property
    def dimensions(self) -> Dimensions:
        """How each dimension stands."""
        activated = self.activation.value.since is not None
        return Dimensions(
            self.regime.value.position,
            self.agreement.value,
            ActivationStanding.ACTIVATED if activated else ActivationStanding.NOT_ACTIVATED,
            self.objection.value.objection,
            self.limits.value,
        )

    @property
    def sharing(self) -> bool:
        """Whether fingerprints are shared: activated while the program is in force."""
        return self.activation.value.since is not None and self.regime.value.in_force is True

    @property
    def reasons(self) -> tuple[str, ...]:
        """Public names of the facts that decided, in the order in which they took effect."""
        marks: tuple[Mark[Any], ...] = (
            *(self.regime, self.agreement, self.activation),
            *(self.objection, self.limits),
        )
        return in_order(reason for mark in marks for reason in mark.reasons)


def read_on(day: date, tracks: Tracks) -> Reading:
    """The five dimensions at the day."""
    return Reading(
        tracks.regime.at(day),
        tracks.agreement.at(day),
        tracks.activation.at(day),
        tracks.objection.at(day),
        tracks.limits.at(day),
        tracks.life.at(day),
    )


def judge(day: date, tracks: Tracks) -> Verdict:
    """Read the five dimensions at the day, then take the first line that fits."""
    reading = read_on(day, tracks)
    return Verdict(reading.status, reading.dimensions, reading.reasons)


def in_order(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Public names in the order in which the facts took effect, each once.

    Facts of one day stay as given, a federal act after all others.
    """
    return tuple(dict.fromkeys(reason.fact for reason in sorted(reasons, key=_turn)))


def _turn(reason: Reason) -> tuple[date, bool, int]:
    # The places of two facts in two files cannot be compared; all federal acts are in one.
    return reason.day, reason.federal, reason.order if reason.federal else 0


def first_line(  # noqa: PLR0911 - one return for each line of the rule
    exists: bool,
    in_force: bool | None,
    since: date | None,
    wish: Wish,
    agreement: AgreementStanding,
) -> Status:
    """The twelve lines of status-rules, read from the top: the first that fits."""
    if in_force is None:
        return Status.NOT_BEGUN
    if not exists:
        return Status.DOES_NOT_EXIST
    if not in_force:
        return Status.PROGRAM_ENDED
    if since is None:
        return _while_not_activated(wish.objection)
    if wish.honoured is not None and since < wish.honoured:
        return Status.OPTED_OUT
    standing = wish.objection is not Objection.NONE
    later = standing and wish.arose is not None and since > wish.arose
    if wish.objection is Objection.REFUSED or later:
        return Status.ACTIVE_OVER_OBJECTION
    if wish.objection is Objection.PENDING:
        return Status.ACTIVE_OPT_OUT_PENDING
    if agreement in {AgreementStanding.IN_FORCE, AgreementStanding.AWAITING_ICE}:
        return Status.ACTIVE_UNDER_AGREEMENT
    if agreement is AgreementStanding.NOT_DOCUMENTED:
        return Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED
    return Status.ACTIVE_WITHOUT_AGREEMENT


def _while_not_activated(objection: Objection) -> Status:
    if objection is Objection.HONOURED:
        return Status.OPTED_OUT
    if objection in {Objection.PENDING, Objection.REFUSED}:
        return Status.OPT_OUT_SOUGHT
    return Status.NOT_ACTIVATED
