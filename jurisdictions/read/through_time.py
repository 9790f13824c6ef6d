"""How many county equivalents had each status, on every day on which that changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.places import states_of
from jurisdictions.read.program_reading import facets_of, own_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.spans import all_spans
from jurisdictions.status.geoids import is_county, state_of

EDITIONS_KEPT = 4
SERIES_KEPT = 128
"""Each some tens of kilobytes: the nation and every state, in two programs."""


Changes = dict[date, Counter[str]]
"""For each day, how many more, or fewer, have each word from then on."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From a day on so many places have each status, in the order of `Series.words`."""

    day: date
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Statuses, or other words, through time.

    The first turn is on `date.min`: as it was before all facts.
    """

    words: tuple[StrEnum, ...]
    turns: tuple[Turn, ...]

    def on(self, day: date) -> Turn:
        """The turn that holds on a day."""
        return next(turn for turn in reversed(self.turns) if turn.day <= day)

    def until(self, day: date) -> Series:
        """The same without what turned after a day."""
        return replace(self, turns=tuple(turn for turn in self.turns if turn.day <= day))


def statuses_through_time(as_of: AsOf, state: str = "") -> Series:
    """Of the nation, or of a state by its two letters. Kept."""
    return _series(replace(as_of, on=date.min, language="", far_on=None), state)


def own_series(as_of: AsOf, place: PlaceRow | None) -> Series:
    """What a program itself counts through time, in the nation or at a place: `through_time`.

    Kept. Raises AttributeError for a program that has no such module in its folder.
    """
    return _own(replace(as_of, on=date.min, language="", far_on=None), place)


@kept_once(maxsize=SERIES_KEPT)
def _own(as_of: AsOf, place: PlaceRow | None) -> Series:
    found: Series = own_of(as_of.program.slug, "through_time").series(as_of, place)
    return found


def series_of(words: Sequence[StrEnum], changes: Changes) -> Series:
    """A series of words from how many more, or fewer, there are of each from a day on."""
    return Series(tuple(words), tuple(_turns(words, changes)))


@kept_once(maxsize=SERIES_KEPT)
def _series(as_of: AsOf, state: str) -> Series:
    around = next((one.geoid for one in states_of(as_of) if one.state == state), "")
    words = tuple(facets_of(as_of.program.slug)["status"])
    found = _changes(as_of)
    if around:
        return series_of(words, found.get(around, {}))
    together: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for changes in found.values():
        for day, changed in changes.items():
            together[day].update(changed)
    return series_of(words, together)


@kept_once(maxsize=EDITIONS_KEPT)
def _changes(as_of: AsOf) -> dict[str, Changes]:
    """The changes of each state, by its geoid: told from all spans at once."""
    found: dict[str, Changes] = {}
    place, status = "", ""
    for span in all_spans(as_of):
        if not is_county(span.geoid):
            continue
        changes = found.setdefault(state_of(span.geoid), defaultdict(Counter))
        changed = changes[span.start or date.min]
        changed[span.status.value] += 1
        if place == span.geoid:
            changed[status] -= 1
        place, status = span.geoid, span.status.value
    return found


def _turns(words: Sequence[StrEnum], changes: Changes) -> list[Turn]:
    held = dict.fromkeys((word.value for word in words), 0)
    turns = [Turn(date.min, tuple(held.values()))]
    for day in sorted(changes):
        for word, number in changes[day].items():
            held[word] += number
        numbers = tuple(held.values())
        if day == date.min:
            turns = [Turn(day, numbers)]
        elif turns[-1].numbers != numbers:
            turns.append(Turn(day, numbers))
    return turns
