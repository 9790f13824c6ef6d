"""A table of clean texts, whatever the form of its file; within limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.record.ingest.feet import foot_begins
from jurisdictions.record.ingest.heading_rows import (
    Heads,
    Known,
    Row,
    find_heads,
    nothing_known,
)
from jurisdictions.record.ingest.signs import is_broken
from jurisdictions.record.uncertain_dates import EXCEL_BEGINS

MEGABYTE = 1_000_000
MOST_ROWS = 12_000
MOST_COLUMNS = 100
LONGEST_CELL = 10_000
LOOKED_AT = 30
"""Rows among which the headings are looked for: titles and notes stand above them."""
SHOWN, LONGEST_SHOWN, MOST_SHEETS = 12, 60, 40
"""So many rows of so many sheets are shown, and so much of a cell."""
COLUMNS_SHOWN = 15
FEET_SHOWN = 3


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
    `encoding` and `sign` are those of a text file that somebody chose, "" to find them.
    """

    known: Known = nothing_known
    beside: Known = nothing_known
    row: int = 0
    encoding: str = ""
    sign: str = ""


FIRST = Layout()
"""The headings stand in the first row that holds anything."""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """A sheet at first sight: its first rows, the row of its headings, how many are known."""

    name: str
    rows: tuple[Row, ...]
    head: int
    known: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a spreadsheet hides and is read all the same: numbers of rows, columns by heading."""

    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass
class Table:
    """A header and its rows: each with the number that it bears in the file.

    `broken` are the rows that do not fit the header, and why. `sheet` is the worksheet's name, ""
    elsewhere; `unread` names those that were passed over; `beside` is a second sheet. `head` is
    the number of the row with the headings, `above` what the rows over it say, `foot` the rows
    below that hold no facts, `begins` the day from which its numbers of days count. `encoding` and
    `sign` say how a text was read; `looks` are the sheets at first sight.
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
    foot: tuple[Row, ...] = ()
    encoding: str = ""
    sign: str = ""
    hidden: Hidden = Hidden()
    looks: tuple[SheetLook, ...] = ()


def collect(rows: Iterable[Row], layout: Layout = FIRST, *, strict: bool = False) -> Table:
    """The rows below the headings that hold something.

    `strict`: a row that is shorter than the header has lost a cell somewhere. Raises Unreadable
    when there is nothing, or more than is taken.
    """
    stream = iter(rows)
    first = list(islice(stream, max(LOOKED_AT, layout.row)))
    heads = find_heads(first, layout.known, layout.row)
    if heads is None:
        raise Unreadable(
            _("has no headings in row %(row)d") % {"row": layout.row}
            if layout.row
            else _("is empty")
        )
    table = _begun(first, heads)
    table.looks = (look_of("", first, heads),)
    below = _below(chain((row for row in first if row[0] > heads.row), stream))
    foot = foot_begins(below, len(table.headings))
    for number, cells in below[:foot]:
        _take(table, number, cells, strict=strict)
    table.foot = tuple(below[foot:])
    table.mends += _foot_said(table.foot)
    if not table.rows and not table.broken:
        raise Unreadable(_("has a header and no rows"))
    return table


def look_of(name: str, first: Sequence[Row], heads: Heads, *, hidden: bool = False) -> SheetLook:
    """The first rows of a sheet as they are shown to choose from."""
    shown = tuple(
        (number, [cell[:LONGEST_SHOWN] for cell in cells[:COLUMNS_SHOWN]])
        for number, cells in [row for row in first if any(row[1])][:SHOWN]
    )
    return SheetLook(name, shown, heads.row, heads.known, hidden)


def _begun(first: Iterable[Row], heads: Heads) -> Table:
    """A table with its headings, and no rows yet."""
    table = Table(_headings(heads.cells), [], head=heads.row)
    over = [
        " ".join(cell for cell in cells if cell)
        for number, cells in first
        if number < heads.row and number != heads.above and any(cells)
    ]
    table.above = tuple(over)
    told = {"row": heads.row, "above": heads.above}
    if heads.above:
        table.mends = [_("the headings were read from rows %(above)d and %(row)d") % told]
    elif over:
        table.mends = [_("the headings were found in row %(row)d") % told]
    return table


def _below(rows: Iterable[Row]) -> list[Row]:
    """The rows that hold something. Raises Unreadable for more than are taken."""
    found = list(islice((row for row in rows if any(row[1])), MOST_ROWS + 1))
    if len(found) > MOST_ROWS:
        message = _("has more than %(most)s rows: split it into several files")
        raise Unreadable(message % {"most": f"{MOST_ROWS:,}"})
    return found


def _foot_said(foot: Sequence[Row]) -> list[str]:
    if not foot:
        return []
    shown = ", ".join(
        f"{number} (“{next(cell for cell in cells if cell)[:LONGEST_SHOWN]}”)"
        for number, cells in foot[:FEET_SHOWN]
    )
    said = ngettext(
        "%(count)d row at the foot that holds a total or a note was not read: %(rows)s",
        "%(count)d rows at the foot that hold totals or notes were not read: %(rows)s",
        len(foot),
    )
    return [said % {"count": len(foot), "rows": shown}]


def _take(table: Table, number: int, cells: Sequence[str], *, strict: bool) -> None:
    if reason := _unfit(cells, table.headings, strict):
        table.broken[number] = reason
    else:
        width = len(table.headings)
        table.rows.append((number, [*cells[:width], *[""] * (width - len(cells))]))


def _headings(cells: Sequence[str]) -> list[str]:
    """The cells up to the last that is filled. Raises Unreadable."""
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
