"""What a local act rested on: the federal rule that stood on its day, its beginning, its end.

A *turn* is a federal act that says something of the rule in question. Acts that say one after the
other the same are one rule, published by the first of them. On one day a federal act comes after
what a place did (status-rules, "The facts"): what a place did on the day of a turn rested on what
stood before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jurisdictions.status.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Turn:
    """A federal act by its public name, its day, and what it says of the rule."""

    act: str
    on: PartialDate
    says: StrEnum


@dataclass(frozen=True, slots=True)
class Stood:
    """The turn that a local act came after and the one that it came before; one may be None."""

    begun: Turn | None
    ended: Turn | None


def stood_on(turns: Iterable[Turn], on: PartialDate) -> Stood | None:
    """What stood on a day; `turns` are in the order in which they took effect.

    None where there is none, and where the dates do not tell which of two stood: a month in which
    the rule turned, say.
    """
    begun: Turn | None = None
    for turn in _rules(turns):
        if turn.on.last_day < on.first_day:
            begun = turn
        elif turn.on.first_day > on.last_day or (turn.on.is_day and on.is_day):
            return Stood(begun, turn)
        else:
            return None
    return Stood(begun, None) if begun else None


def days_between(earlier: PartialDate | None, later: PartialDate | None) -> int | None:
    """Whole days from one date to another; None unless both are known to the day."""
    if not (earlier and earlier.is_day and later and later.is_day):
        return None
    return (later.first_day - earlier.first_day).days


def _rules(turns: Iterable[Turn]) -> Iterator[Turn]:
    """The first act of each rule."""
    before: StrEnum | None = None
    for turn in turns:
        if turn.says != before:
            yield turn
        before = turn.says
