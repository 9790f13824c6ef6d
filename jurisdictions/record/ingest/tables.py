"""A table of clean texts, whatever the form of its file; within limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

MEGABYTE = 1_000_000
MOST_ROWS = 12_000
MOST_COLUMNS = 100
LONGEST_CELL = 10_000


class Unreadable(ValueError):
    """A file that is no table, in plain words that follow its name."""


@dataclass
class Table:
    """A header and its rows: each with the number that it bears in the file, 1 for the header.

    `broken` are the rows that do not fit the header, and why. `sheet` is the worksheet's name, ""
    elsewhere; `unread` names those that were passed over; `beside` is a second sheet.
    """

    headings: list[str]
    rows: list[tuple[int, list[str]]]
    broken: dict[int, str] = field(default_factory=dict)
    sheet: str = ""
    unread: tuple[str, ...] = ()
    mends: list[str] = field(default_factory=list)
    beside: Table | None = None


def collect(rows: Iterable[tuple[int, Sequence[str]]], *, strict: bool = False) -> Table:
    """The first row that holds something as the header, the others that do as rows.

    `strict`: a row that is shorter than the header has lost a cell somewhere. Raises Unreadable
    when there is nothing, or more than is taken.
    """
    table = Table([], [])
    for number, cells in rows:
        if not any(cells):
            continue
        if not table.headings:
            table.headings = _headings(cells)
            continue
        if len(table.rows) + len(table.broken) == MOST_ROWS:
            message = _("has more than %(most)s rows: split it into several files")
            raise Unreadable(message % {"most": f"{MOST_ROWS:,}"})
        if reason := _unfit(cells, table.headings, strict):
            table.broken[number] = reason
        else:
            width = len(table.headings)
            table.rows.append((number, [*cells[:width], *[""] * (width - len(cells))]))
    if not table.headings:
        raise Unreadable(_("is empty"))
    if not table.rows and not table.broken:
        raise Unreadable(_("has a header and no rows"))
    return table


def _headings(cells: Sequence[str]) -> list[str]:
    last = max(at for at, cell in enumerate(cells) if cell)
    if last >= MOST_COLUMNS:
        raise Unreadable(_("has more than %(most)d columns") % {"most": MOST_COLUMNS})
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
    return ""
