"""A rule that federal acts alone decide: every place stands as the last of them left it.

For programs without facts of their own kinds; their `rule` says what each act does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.disclosure import Publicity, known, publicity
from jurisdictions.status.program import Standing
from jurisdictions.status.tracks import Mark, Reason, Track


@dataclass(frozen=True, slots=True)
class PolicyEvent:
    """A federal act and what it did."""

    name: str
    on: PartialDate | None
    effect: StrEnum
    disclosed_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a place sees: what the nation sees."""

    policy_events: tuple[PolicyEvent, ...] = ()


def known_facts(facts: Facts, known_on: date) -> Facts:
    """The facts that were public on `known_on`."""
    return Facts(known(facts.policy_events, known_on))


def publicity_of(facts: Facts) -> Iterator[Publicity]:
    """When each act became public."""
    yield from publicity(facts.policy_events)


class ActsReading(NamedTuple):
    """The position on one day, and the status that it means."""

    position: Mark[StrEnum]
    status: Mark[StrEnum]

    @property
    def standing(self) -> Standing:
        """The status and the one dimension."""
        return Standing(self.status.value, (self.position.value,))

    @property
    def reasons(self) -> tuple[str, ...]:
        """The act that decided."""
        return tuple(reason.fact for reason in self.position.reasons)

    def known(
        self, day: date, before: ActsReading, last: tuple[PartialDate | None, ...]
    ) -> tuple[PartialDate | None, ...]:
        """Such a rule has no days of its own."""
        del day, before, last
        return ()


@dataclass(frozen=True, slots=True)
class ActsTracks:
    """The position and the status through time; the same for every place."""

    position: Track[StrEnum]
    status: Track[StrEnum]

    @property
    def days(self) -> Iterable[date]:
        """Every day on which something may turn."""
        return self.position.days

    @property
    def lends(self) -> bool:
        """Any other place may be told with these."""
        return True

    def at(self, day: date) -> ActsReading:
        """Both on the day."""
        return ActsReading(self.position.at(day), self.status.at(day))


def tracks_by_acts(
    positions: Mapping[StrEnum, StrEnum], standing: Mapping[StrEnum, StrEnum]
) -> Callable[..., ActsTracks]:
    """The `tracks_of` of a rule, from the position that each effect sets and what each means.

    The first position of `standing` holds before any act; an effect without one changes nothing.
    """
    first = next(iter(standing))

    def tracks_of(facts: Facts, shared: ActsTracks | None = None) -> ActsTracks:
        return shared or _tracks(facts)

    def _tracks(facts: Facts) -> ActsTracks:
        told = sorted(
            (Reason(event.on.first_day, True, order, event.name, event.on), event.effect)
            for order, event in enumerate(facts.policy_events)
            if event.on is not None and event.effect in positions
        )
        marks = [Mark(reason.day, positions[effect], (reason,)) for reason, effect in told]
        meant = (Mark(one.day, standing[one.value], one.reasons) for one in marks)
        return ActsTracks(Track(first, marks), Track(standing[first], meant))

    return tracks_of
