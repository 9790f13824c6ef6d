"""The rule: every place stands as the last federal act that took effect left it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.program import Dimension, Standing
from jurisdictions.status.programs.priority_enforcement.disclosure import known_facts
from jurisdictions.status.programs.priority_enforcement.facts import Facts
from jurisdictions.status.programs.priority_enforcement.federal import positions
from jurisdictions.status.programs.priority_enforcement.vocabulary import Position, Status
from jurisdictions.status.tracks import Mark, Track

__all__ = ["DAYS", "DIMENSIONS", "STATUSES", "VERSION", "known_facts", "tracks_of"]

VERSION = "1"
STATUSES = Status
DIMENSIONS = (Dimension("position", Position),)
DAYS = ()

STANDING = {
    Position.SILENT: Status.NOT_ASKED,
    Position.ANNOUNCED: Status.NOT_ASKED,
    Position.ASKS_FOR_NOTICE: Status.ASKED,
    Position.ENDED: Status.NO_LONGER_ASKED,
}


class Reading(NamedTuple):
    """The one track on one day."""

    position: Mark[Position]

    @property
    def standing(self) -> Standing:
        """The status and the dimension."""
        return Standing(STANDING[self.position.value], (self.position.value,))

    @property
    def reasons(self) -> tuple[str, ...]:
        """The act that decided."""
        return tuple(reason.fact for reason in self.position.reasons)

    def known(
        self, day: date, before: Reading, last: tuple[PartialDate | None, ...]
    ) -> tuple[PartialDate | None, ...]:
        """The rule has no days of its own."""
        del day, before, last
        return ()


@dataclass(frozen=True, slots=True)
class Tracks:
    """The position through time; the same for every place."""

    position: Track[Position]

    @property
    def days(self) -> Iterable[date]:
        """Every day on which something may turn."""
        return self.position.days

    @property
    def lends(self) -> bool:
        """Any other place may be told with these."""
        return True

    def at(self, day: date) -> Reading:
        """The track on the day."""
        return Reading(self.position.at(day))


def tracks_of(facts: Facts, shared: Tracks | None = None) -> Tracks:
    """Fold the acts by day."""
    if shared:
        return shared
    return Tracks(positions(facts.policy_events))
