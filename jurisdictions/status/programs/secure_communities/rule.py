"""The only rule: the facts that a place sees, and a day, give one status and its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from jurisdictions.status.beginnings import beginning
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import in_file_order
from jurisdictions.status.lives import existence
from jurisdictions.status.program import Derived, Dimension, Standing
from jurisdictions.status.programs.secure_communities.activations import (
    Active,
    activations,
    while_it_lasts,
)
from jurisdictions.status.programs.secure_communities.agreements import agreement_record, agreements
from jurisdictions.status.programs.secure_communities.disclosure import known_facts, publicity_of
from jurisdictions.status.programs.secure_communities.facts import Facts
from jurisdictions.status.programs.secure_communities.federal import Regime, regimes
from jurisdictions.status.programs.secure_communities.measures import local_limits
from jurisdictions.status.programs.secure_communities.objections import Wish, objections
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    Position,
    Status,
)
from jurisdictions.status.reasons import in_order
from jurisdictions.status.tracks import Mark, Track

__all__ = [
    "DAYS",
    "DERIVED",
    "DIMENSIONS",
    "STATUSES",
    "VERSION",
    "Dimensions",
    "Reading",
    "Tracks",
    "Verdict",
    "known_facts",
    "publicity_of",
    "status_on",
    "tracks_of",
]

VERSION = "2"
"""Raised whenever the same facts would give another answer; an edition knows it."""
STATUSES = Status
DIMENSIONS = (
    Dimension("position", Position),
    Dimension("agreement", AgreementStanding),
    Dimension("activation", ActivationStanding),
    Dimension("objection", Objection),
    Dimension("local_limits", LocalLimits),
)
DAYS = ("activated_on", "sharing_since")
"""The day of the activation that stands, and the one since which fingerprints have been shared
without a break: activated while the program was in force."""

DERIVED = (
    Derived(
        "agreement_record",
        AgreementRecord,
        lambda dimensions, reasons: agreement_record(dimensions[1], reasons),
    ),
)


class Dimensions(NamedTuple):
    """The five dimensions of a place on a day, in the order of DIMENSIONS."""

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

    A state's places share its `regime` and `agreement`: they see no other facts of these kinds,
    unless a place has agreement steps of its own, which no other may borrow then.
    """

    regime: Track[Regime]
    agreement: Track[AgreementStanding]
    activation: Track[Active]
    objection: Track[Wish]
    limits: Track[LocalLimits]
    life: Track[bool]
    lends: bool = True

    @property
    def days(self) -> Iterable[date]:
        """Every day on which a dimension may turn."""
        return chain(
            self.regime.days,
            self.agreement.days,
            self.activation.days,
            self.objection.days,
            self.limits.days,
            self.life.days,
        )

    def at(self, day: date) -> Reading:
        """The five dimensions at the day."""
        return Reading(
            self.regime.at(day),
            self.agreement.at(day),
            self.activation.at(day),
            self.objection.at(day),
            self.limits.at(day),
            self.life.at(day),
        )


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
        # A place without agreement steps of its own has its state's regime and agreement.
        lends=not facts.own.agreement_steps,
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
    def standing(self) -> Standing:
        """The status and the five dimensions."""
        return Standing(self.status, self.dimensions)

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

    def known(
        self, day: date, before: Reading, last: tuple[PartialDate | None, ...]
    ) -> tuple[PartialDate | None, ...]:
        """What is known of DAYS in the span that begins on `day`."""
        return (
            self.activation.on if self.activation.value.since else None,
            self._sharing(day, before, last),
        )

    def _sharing(
        self, day: date, before: Reading, last: tuple[PartialDate | None, ...]
    ) -> PartialDate | None:
        if not self.sharing:
            return None
        if before.sharing:
            return last[DAYS.index("sharing_since")]
        return beginning(day, before, self, lambda reading: reading.sharing)


def judge(day: date, tracks: Tracks) -> Verdict:
    """Read the five dimensions at the day, then take the first line that fits."""
    reading = tracks.at(day)
    return Verdict(reading.status, reading.dimensions, reading.reasons)


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
