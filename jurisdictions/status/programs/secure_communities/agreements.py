"""A state's agreement: its own steps and the federal effects on it, folded by day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from jurisdictions.status.programs.secure_communities.facts import AgreementStep, PolicyEvent
from jurisdictions.status.programs.secure_communities.federal import effective
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementRecord,
    AgreementStanding,
    AgreementStepKind,
    Effect,
)
from jurisdictions.status.tracks import Dated, Mark, Reason, Track, dated

Standing = AgreementStanding
Kind = AgreementStepKind


def agreements(
    steps: tuple[AgreementStep, ...], events: Iterable[PolicyEvent]
) -> Track[AgreementStanding]:
    """The standing from each day on which it was decided (status-rules, "Agreement")."""
    turns: list[tuple[Reason, Dated[AgreementStep] | Effect]] = [
        *((one.reason, one) for one in dated(steps)),
        *((reason, event.effect) for reason, event in effective(events)),
    ]
    # The reason's own order: by day, a federal effect after a state's own steps.
    turns.sort(key=lambda turn: turn[0])
    standing = Standing.NOT_DOCUMENTED
    marks: list[Mark[AgreementStanding]] = []
    for reason, turn in turns:
        found = turn.step.step if isinstance(turn, Dated) else turn
        decided = after_effect(standing, found) if isinstance(found, Effect) else after_step(found)
        if decided is not None:
            standing = decided
            marks.append(Mark(reason.day, standing, (reason,)))
    return Track(Standing.NOT_DOCUMENTED, marks)


def after_step(  # noqa: PLR0911 - one return for each row of the table
    step: AgreementStepKind,
) -> AgreementStanding | None:
    """The standing that a step decides; None when the step leaves it alone."""
    match step:
        case Kind.SIGNED_BY_STATE:
            return Standing.AWAITING_ICE
        case Kind.SIGNED | Kind.REVISED | Kind.IN_FORCE_BY:
            return Standing.IN_FORCE
        case Kind.INTENT_TO_SIGN | Kind.ACTIVATIONS_PAUSED_BY_STATE:
            return None
        case Kind.SUSPENDED_BY_STATE:
            return Standing.SUSPENDED
        case Kind.ENDED_BY_STATE:
            return Standing.ENDED_BY_STATE
        case Kind.ENDED_BY_ICE:
            return Standing.ENDED_BY_ICE
        case Kind.DECLINED:
            return Standing.DECLINED
        case Kind.OPERATED_WITHOUT_AGREEMENT:
            return Standing.NONE
        case _:
            assert_never(step)


UNDECIDED = frozenset({Standing.NOT_DOCUMENTED, Standing.NONE})
OWN = "agreement:"
"""How the public names of agreements' steps begin."""


def agreement_record(standing: AgreementStanding, reasons: Iterable[str]) -> AgreementRecord:
    """Whether a step of the state's own ever decided how its agreement stood.

    `reasons` are the public names of the facts that decided, as a verdict or a span gives them.
    The federal end of all agreements alone documents none: it only turns the one into the other.
    """
    if standing not in UNDECIDED or any(name.startswith(OWN) for name in reasons):
        return AgreementRecord.DOCUMENTED
    return AgreementRecord.NEVER_DOCUMENTED


def after_effect(standing: AgreementStanding, effect: Effect) -> AgreementStanding | None:
    """The standing that a federal effect decides; None when it leaves it alone."""
    if effect is not Effect.AGREEMENTS_ENDED:
        return None
    match standing:
        case Standing.IN_FORCE | Standing.SUSPENDED | Standing.AWAITING_ICE:
            return Standing.ENDED_BY_ICE
        case Standing.NOT_DOCUMENTED:
            return Standing.NONE
        case Standing.ENDED_BY_STATE | Standing.ENDED_BY_ICE | Standing.DECLINED | Standing.NONE:
            return None
        case _:
            assert_never(standing)
