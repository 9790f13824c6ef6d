"""Numbers that a chapter of the story has counted from the record, each a value to be declared.

A number is of the day of its chapter, unless it names another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from jurisdictions.read.headlines import counted_numbers
from jurisdictions.read.map_counts import counted_on
from jurisdictions.read.records import fact_of, facts_of_kinds
from jurisdictions.read.rows import AsOf, FactRow

STATUS = "status"


class Counting(Protocol):
    """A number of the record."""

    def of(self, as_of: AsOf) -> int:
        """The number on the day of the chapter; raise KeyError for what the record has not."""
        ...


@dataclass(frozen=True, slots=True)
class Number:
    """One of the numbers that the program's own sentence above its map has, by its name."""

    name: str
    day: str = ""

    def of(self, as_of: AsOf) -> int:
        """The number; KeyError for a name that the program has not."""
        return counted_numbers(_on(as_of, self.day))[self.name]


@dataclass(frozen=True, slots=True)
class Places:
    """How many county equivalents there are; with `statuses` those that have one of them.

    `state` is a geoid: those of this state alone.
    """

    statuses: tuple[str, ...] = ()
    state: str = ""

    def of(self, as_of: AsOf) -> int:
        """The number; 0 for statuses that nobody has."""
        counted = counted_on(as_of, STATUS, self.state)
        if not self.statuses:
            return counted.total
        return sum(counted.values.get(status, 0) for status in self.statuses)


@dataclass(frozen=True, slots=True)
class Hatched:
    """How many county equivalents the map hatches."""

    day: str = ""

    def of(self, as_of: AsOf) -> int:
        """The number."""
        return counted_on(_on(as_of, self.day), STATUS).limited


@dataclass(frozen=True, slots=True)
class Facts:
    """How many facts of a kind with a word there are of a place, up to the day of the chapter."""

    kind: str
    word: str
    geoid: str

    def of(self, as_of: AsOf) -> int:
        """The number."""
        return sum(
            fact.word == self.word and fact.geoid == self.geoid and _by(fact, as_of.on)
            for fact in facts_of_kinds(as_of, [self.kind])
        )


@dataclass(frozen=True, slots=True)
class Published:
    """The value of a reported figure, by its public name."""

    fact: str

    def of(self, as_of: AsOf) -> int:
        """The value; KeyError for a figure that is not on record."""
        found = fact_of(as_of, self.fact)
        if found is None or found.value is None:
            raise KeyError(self.fact)
        return found.value


def _on(as_of: AsOf, day: str) -> AsOf:
    return replace(as_of, on=date.fromisoformat(day)) if day else as_of


def _by(fact: FactRow, day: date) -> bool:
    return fact.effective_on is not None and fact.effective_on <= day
