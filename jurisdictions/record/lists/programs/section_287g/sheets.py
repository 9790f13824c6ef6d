"""A file as cells with their links: a workbook, a table of a saved page, or delimited text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.delimited import text_rows
from jurisdictions.record.ingest.encodings import decoded
from jurisdictions.record.ingest.other_forms import ZIPPED, other_form
from jurisdictions.record.ingest.sheet_parts import open_workbook
from jurisdictions.record.ingest.sheet_sizes import MOST_ROW
from jurisdictions.record.ingest.tables import MEGABYTE, Unreadable, damaged
from jurisdictions.record.ingest.workbooks import look_inside
from jurisdictions.record.lists.programs.section_287g.cells import Cell, Row, Sheet, meant
from jurisdictions.record.lists.programs.section_287g.pages import page_sheets

MOST_BYTES = 10 * MEGABYTE
MOST_ROWS = 20_000
MOST_COLUMNS = 60
_LINKED = re.compile(r'=\s*HYPERLINK\(\s*"([^"]+)"', re.I)
"""A link as a formula, of which a cell keeps only what it shows."""


def sheets_in(path: Path) -> list[Sheet]:
    """The sheets of a file, told by what it holds and not by its name. Raises Unreadable."""
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(_("is larger than %(most)d MB") % {"most": MOST_BYTES // MEGABYTE})
    raw = path.read_bytes()
    if reason := other_form(raw):
        raise Unreadable(reason)
    try:
        return _sheets(path, raw)
    except Unreadable:
        raise
    except Exception as wrong:  # a damaged file breaks in ways that nobody lists
        raise damaged() from wrong


def _sheets(path: Path, raw: bytes) -> list[Sheet]:
    if raw.startswith(ZIPPED):
        if sheets := [sheet for sheet in _workbook(path) if sheet.rows]:
            return sheets
        raise Unreadable(_("is empty"))
    text, _said = decoded(raw)
    if not text.strip():
        raise Unreadable(_("is empty"))
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return page_sheets(text)
    return [_delimited(text)]


def _workbook(path: Path) -> Iterator[Sheet]:
    look_inside(path, MOST_ROW)
    with path.open("rb") as file:
        book = open_workbook(file)
        formulas = _formulas(path)
        for sheet in book.worksheets:
            hidden = {n for n, about in sheet.row_dimensions.items() if about.hidden}
            rows = list(_rows_of(sheet, formulas.get(sheet.title, {})))
            concealed = sheet.sheet_state != "visible"
            yield Sheet(sheet.title, rows, frozenset(hidden), concealed)
        book.close()


def _formulas(path: Path) -> dict[str, dict[tuple[int, int], str]]:
    """The addresses in formulas of links, by sheet and cell: beside a saved value they are lost."""
    from zipfile import ZipFile

    from openpyxl import load_workbook

    with ZipFile(path) as packed:
        parts = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        if not any(b"HYPERLINK(" in packed.read(name).upper() for name in parts):
            return {}
    book = load_workbook(path, keep_links=False)
    return {
        sheet.title: {
            (cell.row, cell.column): found[1]
            for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
            for cell in row
            if isinstance(cell.value, str) and (found := _LINKED.match(cell.value))
        }
        for sheet in book.worksheets
    }


def _rows_of(sheet: Any, formulas: dict[tuple[int, int], str]) -> Iterator[Row]:
    # A sheet is often said to end where somebody once colored a cell; only what is filled counts.
    filled = [at for at, cell in sheet._cells.items() if cell.value is not None]  # noqa: SLF001
    if not filled:
        return
    last, width = max(row for row, _at in filled), max(column for _row, column in filled)
    if last * min(width, MOST_COLUMNS) > MOST_ROWS * MOST_COLUMNS or width > MOST_COLUMNS * 10:
        raise Unreadable(_("has more rows or columns than any list"))
    joined = {
        (row, column): (part.min_row, part.min_col)
        for part in sheet.merged_cells.ranges
        for row in range(part.min_row, min(part.max_row, last) + 1)
        for column in range(part.min_col, min(part.max_col, width) + 1)
    }
    seen = {row for row, _at in filled} | {row for row, _at in joined}
    for number in sorted(seen):
        cells = [
            _cell(sheet, number, column, joined, formulas)
            for column in range(1, min(width, MOST_COLUMNS) + 1)
        ]
        if any(cell.text for cell in cells):
            yield number, cells


def _cell(
    sheet: Any,
    row: int,
    column: int,
    joined: dict[tuple[int, int], tuple[int, int]],
    formulas: dict[tuple[int, int], str],
) -> Cell:
    """A cell; one that is joined to those over it shows what the first of them holds.

    Of cells that are joined side by side the first speaks: a note across the sheet is one cell.
    """
    head = joined.get((row, column), (row, column))
    if head[1] != column:
        return Cell()
    cell = sheet._cells.get(head)  # noqa: SLF001 - to ask for a cell makes it
    if cell is None:
        return Cell()
    value, link = cell.value, getattr(cell, "hyperlink", None)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    shown: str | date = value if isinstance(value, (str, date)) else str(value or "")
    shown = meant(shown) if isinstance(shown, str) else shown
    return Cell(shown, (link.target or "") if link else formulas.get(head, ""))


def _delimited(text: str) -> Sheet:
    rows = [
        (number, [Cell(cell) for cell in cells]) for number, cells in text_rows(text, Counter())
    ]
    return Sheet("", [row for row in rows if any(cell.text for cell in row[1])])
