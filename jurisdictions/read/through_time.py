"""How many county equivalents had each status, on every day on which that changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.places import states_of
from jurisdictions.read.program_reading import facets_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import all_spans
from jurisdictions.status.geoids import is_county, state_of

EDITIONS_KEPT = 4
SERIES_KEPT = 128
"""Each some tens of kilobytes: the nation and every state, in two programs."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From a day on so many places have each status, in the order of `Series.words`."""

    day: date
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Statuses through time. The first turn is on `date.min`: as it was before all facts."""

    words: tuple[StrEnum, ...]
    turns: tuple[Turn, ...]

    def on(self, day: date) -> Turn:
        """The turn that holds on a day."""
        return next(turn for turn in reversed(self.turns) if turn.day <= day)


def state_asked(as_of: AsOf, query: QueryDict) -> str:
    """The two letters of a state, "" for the nation; raise BadAsk."""
    said = query.get("state", "").strip().upper()
    if said and said not in {place.state for place in states_of(as_of)}:
        raise BadAsk("state", _("is not a state or territory: write its two letters"))
    return said


def statuses_through_time(as_of: AsOf, state: str = "") -> Series:
    """Of the nation, or of a state by its two letters. Kept."""
    return _series(replace(as_of, on=date.min, language="", far_on=None), state)


@lru_cache(maxsize=SERIES_KEPT)
def _series(as_of: AsOf, state: str) -> Series:
    around = next((one.geoid for one in states_of(as_of) if one.state == state), "")
    words = tuple(facets_of(as_of.program.slug)["status"])
    found = _changes(as_of)
    if around:
        return Series(words, tuple(_turns(words, found.get(around, {}))))
    together: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for changes in found.values():
        for day, changed in changes.items():
            together[day].update(changed)
    return Series(words, tuple(_turns(words, together)))


Changes = dict[date, Counter[str]]
"""For each day, how many more places, or fewer, have each status from then on."""


@lru_cache(maxsize=EDITIONS_KEPT)
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
    turns: list[Turn] = []
    for day in sorted(changes):
        for word, number in changes[day].items():
            held[word] += number
        numbers = tuple(held.values())
        if not turns or turns[-1].numbers != numbers:
            turns.append(Turn(day, numbers))
    return turns
