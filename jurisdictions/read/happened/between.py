"""What happened between two days: all of it that fits, and how much of each by state."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jurisdictions.read.happenings import of_facts
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.places import fold, states_of
from jurisdictions.read.program_reading import own_of
from jurisdictions.read.rows import AsOf
from jurisdictions.status.kinds import FactKind

EDITIONS_KEPT = 4
"""Each in an edition, a language and a day of knowledge; some 3 MB for 6,000 happenings."""


@dataclass(frozen=True, slots=True)
class Days:
    """Two days, both included, and what of them is asked for; an empty tuple filters nothing.

    `states` are two-letter codes; `whats` words of `words_of`.
    """

    first: date
    last: date
    states: tuple[str, ...] = ()
    whats: tuple[str, ...] = ()


def words_of(slug: str) -> tuple[StrEnum, ...]:
    """What can happen under a program, in the order in which it is told."""
    own = own_of(slug, "happenings")
    return tuple(own.HAPPENED if own else map(FactKind, of_facts.kinds_of(slug)))


def all_happenings(as_of: AsOf) -> tuple[Happening, ...]:
    """Everything that happened, first to last, of one day by state and by who it was; kept."""
    return _all(replace(as_of, on=date.min, far_on=None))


@kept_once(maxsize=EDITIONS_KEPT)
def _all(as_of: AsOf) -> tuple[Happening, ...]:
    told = own_of(as_of.program.slug, "happenings") or of_facts
    # The nation first, then states by their names in the language of the reader.
    ranks = {place.state: rank for rank, place in enumerate(states_of(as_of), start=1)}

    def order(one: Happening) -> tuple[date, int, str, str]:
        return one.day, ranks.get(one.state, 0), fold(one.title), one.what.value

    return tuple(sorted(told.happenings(as_of), key=order))


def happened(as_of: AsOf, asked: Days) -> tuple[Happening, ...]:
    """What happened on the days and fits, first to last."""
    found = all_happenings(as_of)
    first = bisect_left(found, asked.first, key=lambda one: one.day)
    last = bisect_right(found, asked.last, key=lambda one: one.day)
    states, whats = frozenset(asked.states), frozenset(asked.whats)
    return tuple(
        one
        for one in found[first:last]
        if (not states or one.state in states) and (not whats or one.what in whats)
    )


def by_state(found: Iterable[Happening]) -> Mapping[str, Mapping[StrEnum, int]]:
    """How much of each happened in each state, by its code; "" is the nation, and comes last."""
    counted: dict[str, Counter[StrEnum]] = defaultdict(Counter)
    for one in found:
        counted[one.state][one.what] += 1
    return {state: counted[state] for state in sorted(counted, key=lambda code: (not code, code))}
