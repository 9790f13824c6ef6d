"""A table of clean texts, whatever the form of its file; within limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.signs import is_broken
from jurisdictions.record.uncertain_dates import EXCEL_BEGINS

MEGABYTE = 1_000_000
MOST_ROWS = 12_000
MOST_COLUMNS = 100
LONGEST_CELL = 10_000
LOOKED_AT = 30
"""Rows among which the headings are looked for: titles and notes stand above them."""
FEWEST_KNOWN = 2
"""Headings that a row must have, at least, to be taken for them in the place of the first row."""
Row = tuple[int, Sequence[str]]


class Unreadable(ValueError):
    """A file that is no table, in plain words that follow its name."""


def damaged() -> Unreadable:
    """What is said of a file that no reader gets through."""
    return Unreadable(
        _("is damaged: save it again in the program it comes from, or download it again")
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings stand: in row `row`; 0 for where `known` finds the most headings.

    `known` tells how many cells of a row are headings of a column; `beside` of the second sheet.
    """

    known: Callable[[Sequence[str]], int] = lambda cells: 0
    beside: Callable[[Sequence[str]], int] = lambda cells: 0
    row: int = 0

    def heads(self, rows: Iterable[Row]) -> int:
        """Where among the first rows the headings stand; 0 when there are no rows."""
        filled = [(number, cells) for number, cells in rows if any(cells)]
        if self.row:
            return next((number for number, _cells in filled if number == self.row), 0)
        if not filled:
            return 0
        counts = {number: self.known(cells) for number, cells in filled}
        best = max(counts, key=lambda number: counts[number])
        return best if counts[best] >= FEWEST_KNOWN else filled[0][0]


FIRST = Layout()
"""The headings stand in the first row that holds anything."""


@dataclass
class Table:
    """A header and its rows: each with the number that it bears in the file.

    `broken` are the rows that do not fit the header, and why. `sheet` is the worksheet's name, ""
    elsewhere; `unread` names those that were passed over; `beside` is a second sheet. `head` is
    the number of the row with the headings, `above` what the rows over it say,
    `begins` the day from which its numbers of days count.
    """

    headings: list[str]
    rows: list[tuple[int, list[str]]]
    broken: dict[int, str] = field(default_factory=dict)
    sheet: str = ""
    unread: tuple[str, ...] = ()
    mends: list[str] = field(default_factory=list)
    beside: Table | None = None
    head: int = 1
    above: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    begins: int = EXCEL_BEGINS


def collect(rows: Iterable[Row], layout: Layout = FIRST, *, strict: bool = False) -> Table:
    """The rows below the headings that hold something.

    `strict`: a row that is shorter than the header has lost a cell somewhere. Raises Unreadable
    when there is nothing, or more than is taken.
    """
    stream = iter(rows)
    first = list(islice(stream, max(LOOKED_AT, layout.row)))
    head = layout.heads(first)
    if not head:
        raise Unreadable(
            _("has no headings in row %(row)d") % {"row": layout.row}
            if layout.row
            else _("is empty")
        )
    table = _begun(first, head)
    for number, cells in chain((row for row in first if row[0] > head), stream):
        if any(cells):
            _take(table, number, cells, strict=strict)
    if not table.rows and not table.broken:
        raise Unreadable(_("has a header and no rows"))
    return table


def _begun(first: Iterable[Row], head: int) -> Table:
    """A table with its headings, and no rows yet."""
    table = Table([], [], head=head)
    over = []
    for number, cells in first:
        if number < head and any(cells):
            over.append(" ".join(cell for cell in cells if cell))
        elif number == head:
            table.headings = _headings(cells)
    table.above = tuple(over)
    if over:
        table.mends = [_("the headings were found in row %(row)d") % {"row": head}]
    return table


def _take(table: Table, number: int, cells: Sequence[str], *, strict: bool) -> None:
    if len(table.rows) + len(table.broken) == MOST_ROWS:
        message = _("has more than %(most)s rows: split it into several files")
        raise Unreadable(message % {"most": f"{MOST_ROWS:,}"})
    if reason := _unfit(cells, table.headings, strict):
        table.broken[number] = reason
    else:
        width = len(table.headings)
        table.rows.append((number, [*cells[:width], *[""] * (width - len(cells))]))


def _headings(cells: Sequence[str]) -> list[str]:
    last = max(at for at, cell in enumerate(cells) if cell)
    if last >= MOST_COLUMNS:
        raise Unreadable(_("has more than %(most)d columns") % {"most": MOST_COLUMNS})
    if any(is_broken(cell) for cell in cells):
        raise damaged()
    return list(cells[: last + 1])


def _unfit(cells: Sequence[str], headings: Sequence[str], strict: bool) -> str:
    """Why a row does not fit the header, in words; "" when it does."""
    width = len(headings)
    if any(cells[width:]) or (strict and len(cells) < width):
        said = _("has %(cells)d cells; the header has %(columns)d")
        return said % {"cells": len(cells), "columns": width}
    if any(len(cell) > LONGEST_CELL for cell in cells):
        said = _("has a cell of more than %(most)s characters")
        return said % {"most": f"{LONGEST_CELL:,}"}
    if any(is_broken(cell) for cell in cells):
        return _("has lost a letter on the way (“�”): save the file again as “CSV UTF-8”")
    return ""
