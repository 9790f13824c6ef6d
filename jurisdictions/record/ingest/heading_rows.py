"""Which of the first rows of a sheet holds the headings, and what a heading of two rows says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Row = tuple[int, Sequence[str]]
Known = Callable[[Sequence[str]], int]

FEWEST_KNOWN = 2
"""Headings that a row must have, at least, to be taken for them in the place of the first row."""


NO_HEADINGS = -1
"""In the place of a row's number: there are none, the rows begin at once."""


def nothing_known(cells: Sequence[str]) -> int:
    """Of a file of no kind no heading is known."""
    del cells
    return 0


@dataclass(frozen=True, slots=True)
class Heads:
    """The headings, in row `row`; `above` is the row over it that says the rest of them, or 0."""

    row: int
    cells: tuple[str, ...]
    known: int
    above: int = 0


def find_heads(rows: Iterable[Row], known: Known, wanted: int = 0) -> Heads | None:
    """The headings among the first rows; of row `wanted` where somebody named it.

    None when there is no such row. Headings of two rows ("Activation" over "Date") are one.
    """
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if wanted == NO_HEADINGS and filled:
        width = max(len(cells) for _number, cells in filled)
        return Heads(NO_HEADINGS, tuple(map(column_letters, range(width))), 0)
    if wanted:
        at = next((at for at, (number, _cells) in enumerate(filled) if number == wanted), None)
        if at is None:
            return None
    elif not filled:
        return None
    else:
        counts = [known(cells) for _number, cells in filled]
        at = counts.index(max(counts)) if max(counts) >= FEWEST_KNOWN else 0
    return _with_other_row(filled, at, known)


def _with_other_row(filled: Sequence[Row], at: int, known: Known) -> Heads:
    """The headings in a row, and in the row over or under it when both together say more."""
    number, cells = filled[at]
    alone = Heads(number, tuple(cells), known(cells))
    found = [alone]
    for upper, lower in ((at, at + 1), (at - 1, at)):
        if upper < 0 or lower == len(filled) or filled[lower][0] != filled[upper][0] + 1:
            continue
        both = _joined(filled[upper][1], filled[lower][1])
        if known(filled[lower][1]) >= FEWEST_KNOWN or upper == at - 1:
            found.append(Heads(filled[lower][0], both, known(both), filled[upper][0]))
    return max(found, key=lambda one: one.known)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """What stands in the lower row, where it is blank what stands over it."""
    width = max(len(upper), len(lower))
    over = [*upper, *[""] * (width - len(upper))]
    under = [*lower, *[""] * (width - len(lower))]
    return tuple(below or above for above, below in zip(over, under, strict=True))


def column_letters(at: int) -> str:
    """What spreadsheets call a column, counted from 0: "A", "B", "AA"."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
