"""The few acts that are named on the band: those that began a federal position, if they fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WIDE, NARROW = 620, 288
"""The least width of the slider in pixels on a wide page, and on a phone."""
MOST, MOST_NARROW = 5, 3
LETTER = 6.1
"""A letter's width in pixels, on the wide side: names are set at 11 px."""
APART, BESIDE = 10, 3
"""The room in pixels between two names, and between a name and a line."""
ROWS = (0, 1)


@dataclass(frozen=True, slots=True)
class Turn:
    """An act that began a federal position: what it is called, where it stands, how long it held.

    `at` and `lasted` are percentages of the slider.
    """

    name: str
    at: float
    lasted: float


@dataclass(frozen=True, slots=True)
class ActName:
    """A name above the band; `at_end`: it ends where its act stands. `wide_only`: not on a phone.

    `row` 0 is the nearest to the band.
    """

    text: str
    x: str
    row: int
    at_end: bool
    wide_only: bool


@dataclass(frozen=True, slots=True)
class _Put:
    """Where a name was put, in pixels; its line goes down at `at`."""

    row: int
    left: float
    right: float
    at: float

    def spares(self, other: _Put) -> bool:
        """Whether neither covers the other, nor the line that leads down from it."""
        if self.row == other.row:
            return self.right + APART <= other.left or other.right + APART <= self.left
        high, low = (self, other) if self.row > other.row else (other, self)
        return not low.left - BESIDE <= high.at <= low.right + BESIDE


def named_acts(turns: Iterable[Turn]) -> tuple[ActName, ...]:
    """Of the acts those that held longest, in order of time: at most five, three on a phone.

    No two of the names collide, no line goes through one, and none leaves the slider.
    """
    by_weight = sorted(turns, key=lambda turn: -turn.lasted)
    wide = _fitting([(turn, ROWS) for turn in by_weight], WIDE, MOST)
    again = [(turn, (wide[turn].row,)) for turn in by_weight if turn in wide]
    narrow = _fitting(again, NARROW, MOST_NARROW)
    return tuple(
        ActName(turn.name, f"{turn.at:.3f}%", wide[turn].row, _turned(turn), turn not in narrow)
        for turn in sorted(wide, key=lambda turn: turn.at)
    )


def _fitting(
    turns: Iterable[tuple[Turn, Sequence[int]]], width: int, most: int
) -> Mapping[Turn, _Put]:
    """The first of them that leave each other room, each in the first of its rows that has some."""
    found: dict[Turn, _Put] = {}
    for turn, rows in turns:
        places = (_put(turn, row, width) for row in rows)
        free = (
            one
            for one in places
            if one.left >= 0
            and one.right <= width
            and all(one.spares(other) for other in found.values())
        )
        if len(found) < most and (place := next(free, None)):
            found[turn] = place
    return found


def _put(turn: Turn, row: int, width: int) -> _Put:
    at, long = turn.at * width / 100, len(turn.name) * LETTER
    return _Put(row, at - long if _turned(turn) else at, at if _turned(turn) else at + long, at)


def _turned(turn: Turn) -> bool:
    """Whether a name would leave the slider at its right end, and so ends where its act stands."""
    return turn.at * WIDE / 100 + len(turn.name) * LETTER > WIDE
