"""The rule: every place stands as the last federal act that took effect left it."""

from __future__ import annotations

from jurisdictions.status.acts_alone import known_facts, publicity_of, tracks_by_acts
from jurisdictions.status.program import Dimension
from jurisdictions.status.programs.priority_enforcement.vocabulary import Effect, Position, Status

__all__ = ["known_facts", "publicity_of", "tracks_of"]

VERSION = "1"
STATUSES = Status
DIMENSIONS = (Dimension("position", Position),)
DAYS = ()
BEGIN, END = frozenset({Effect.ANNOUNCED}), frozenset({Effect.ENDS})
POSITIONS = {
    Effect.ANNOUNCED: Position.ANNOUNCED,
    Effect.BEGINS: Position.ASKS_FOR_NOTICE,
    Effect.ENDS: Position.ENDED,
}
STANDING = {
    Position.SILENT: Status.NOT_ASKED,
    Position.ANNOUNCED: Status.NOT_ASKED,
    Position.ASKS_FOR_NOTICE: Status.ASKED,
    Position.ENDED: Status.NO_LONGER_ASKED,
}
COUNTED = frozenset({Status.ASKED})
tracks_of = tracks_by_acts(POSITIONS, STANDING)
