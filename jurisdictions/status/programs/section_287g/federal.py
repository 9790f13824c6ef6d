"""Policy events -> what the federal government authorizes and offers on a day."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import assert_never

from jurisdictions.status.programs.section_287g.facts import PolicyEvent
from jurisdictions.status.programs.section_287g.vocabulary import Effect, Position
from jurisdictions.status.tracks import Mark, Reason, Track

BEGIN: frozenset[StrEnum] = frozenset({Effect.AUTHORITY_ENACTED})
END: frozenset[StrEnum] = frozenset()
"""The acts with which the program came into being, and those that ended it."""


def positions(events: Iterable[PolicyEvent]) -> Track[Position]:
    """Fold the events, given in file order, by day (the law, "Federal position")."""
    effective = sorted(
        (Reason(event.on.first_day, True, order, event.name, event.on), event.effect)
        for order, event in enumerate(events)
        if event.on is not None
    )
    decided = ((reason, position_after(effect)) for reason, effect in effective)
    marks = [Mark(reason.day, position, (reason,)) for reason, position in decided if position]
    return Track(Position.NOT_AUTHORIZED, marks)


def sets_position(effect: Effect) -> bool:
    """Whether an event with this effect decides the position."""
    return position_after(effect) is not None


def position_after(effect: Effect) -> Position | None:
    """The position that an event with this effect decides; None when it changes nothing."""
    match effect:
        case Effect.AUTHORITY_ENACTED:
            return Position.AUTHORIZED
        case Effect.TASK_FORCE_ENDS:
            return Position.JAIL_ONLY
        case Effect.WARRANT_SERVICE_BEGINS:
            return Position.JAIL_AND_WARRANT_SERVICE
        case Effect.TASK_FORCE_RESTORED:
            return Position.ALL_MODELS
        case Effect.FIRST_AGREEMENT | Effect.CONTEXT:
            return None
        case _:
            assert_never(effect)
