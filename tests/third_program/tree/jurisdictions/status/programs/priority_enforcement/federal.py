"""Policy events -> where the federal government stands on a day."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from jurisdictions.status.programs.priority_enforcement.facts import PolicyEvent
from jurisdictions.status.programs.priority_enforcement.vocabulary import Effect, Position
from jurisdictions.status.tracks import Mark, Reason, Track

BEGIN: frozenset[StrEnum] = frozenset({Effect.ANNOUNCED})
END: frozenset[StrEnum] = frozenset({Effect.ENDS})
POSITIONS = {
    Effect.ANNOUNCED: Position.ANNOUNCED,
    Effect.BEGINS: Position.ASKS_FOR_NOTICE,
    Effect.ENDS: Position.ENDED,
}


def sets_position(effect: Effect) -> bool:
    """Whether an act with this effect decides the position."""
    return effect in POSITIONS


def positions(events: Iterable[PolicyEvent]) -> Track[Position]:
    """Fold the acts, given in file order, by day."""
    told = sorted(
        (Reason(event.on.first_day, True, order, event.name, event.on), event.effect)
        for order, event in enumerate(events)
        if event.on is not None and event.effect in POSITIONS
    )
    marks = (Mark(reason.day, POSITIONS[effect], (reason,)) for reason, effect in told)
    return Track(Position.SILENT, marks)
