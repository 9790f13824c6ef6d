"""Policy events -> the federal regime on a day: its position, and whether the program is on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from jurisdictions.status.programs.secure_communities.facts import PolicyEvent
from jurisdictions.status.programs.secure_communities.vocabulary import Effect, Position
from jurisdictions.status.tracks import Mark, Reason, Track

BEGIN: frozenset[StrEnum] = frozenset(
    {Effect.PROGRAM_ANNOUNCED, Effect.PROGRAM_BEGINS, Effect.PROGRAM_RESTORED}
)
END: frozenset[StrEnum] = frozenset({Effect.PROGRAM_ENDS})
"""The acts with which the program came into being, again too, and those that ended it."""


@dataclass(frozen=True, slots=True)
class Regime:
    """What federal policy means on a day; `in_force` is None until the program has begun."""

    position: Position = Position.UNSTATED
    in_force: bool | None = None


def regimes(events: Iterable[PolicyEvent]) -> Track[Regime]:
    """Fold the events, given in file order, by day (status-rules, "Federal position")."""
    regime = Regime()
    position_reason: tuple[Reason, ...] = ()
    force_reason: tuple[Reason, ...] = ()
    marks: list[Mark[Regime]] = []
    for reason, event in effective(events):
        if event.effect is Effect.CONTEXT:
            continue
        regime = after(regime, event.effect)
        if sets_position(event.effect):
            position_reason = (reason,)
        if sets_force(event.effect):
            force_reason = (reason,)
        marks.append(Mark(reason.day, regime, (*position_reason, *force_reason)))
    return Track(Regime(), marks)


def effective(events: Iterable[PolicyEvent]) -> list[tuple[Reason, PolicyEvent]]:
    """The dated events with their reasons, in the order in which they take effect."""
    return sorted(
        (
            (Reason(event.on.first_day, True, order, event.name, event.on), event)
            for order, event in enumerate(events)
            if event.on is not None
        ),
        key=lambda pair: pair[0],
    )


def after(  # noqa: PLR0911 - one return for each row of the table
    regime: Regime, effect: Effect
) -> Regime:
    """The regime that follows when an event with this effect replaces what stood before."""
    match effect:
        case Effect.PROGRAM_ANNOUNCED:
            return Regime(Position.VOLUNTARY, regime.in_force)
        case Effect.PROGRAM_BEGINS:
            return Regime(regime.position, True)
        case Effect.OPT_OUT_PROCEDURE_PUBLISHED:
            return Regime(Position.OPT_OUT_PROCEDURE, regime.in_force)
        case Effect.NOT_OPTIONAL:
            return Regime(Position.NOT_OPTIONAL, regime.in_force)
        case Effect.AGREEMENTS_ENDED:
            return Regime(Position.AGREEMENTS_NOT_NEEDED, regime.in_force)
        case Effect.PROGRAM_ENDS:
            return Regime(Position.ENDED, False)
        case Effect.PROGRAM_RESTORED:
            return Regime(Position.AGREEMENTS_NOT_NEEDED, True)
        case Effect.CONTEXT:
            return regime
        case _:
            assert_never(effect)


def sets_position(effect: Effect) -> bool:
    """Whether an event with this effect decides the position."""
    return effect not in {Effect.PROGRAM_BEGINS, Effect.CONTEXT}


def sets_force(effect: Effect) -> bool:
    """Whether an event with this effect decides that the program is in force, or is not."""
    return effect in {Effect.PROGRAM_BEGINS, Effect.PROGRAM_ENDS, Effect.PROGRAM_RESTORED}
