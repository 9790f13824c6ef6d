"""A file as cells with their links: a workbook, a table of a saved page, or delimited text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.delimited import parted_by
from jurisdictions.record.ingest.encodings import decoded
from jurisdictions.record.ingest.tables import MEGABYTE, Unreadable, damaged
from jurisdictions.record.ingest.workbooks import look_inside

MOST_BYTES = 10 * MEGABYTE
MOST_ROWS = 20_000
MOST_COLUMNS = 60
NOTHING = frozenset({"#n/a", "#na", "n/a", "#ref!", "#value!", "#name?", "none", "-"})
"""What stands in cells that hold nothing."""
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, a date as a date, and the address behind it."""

    value: str | date = ""
    link: str = ""

    @property
    def text(self) -> str:
        """Its text, without blanks around it; "" for what stands for nothing."""
        said = self.value if isinstance(self.value, str) else self.value.isoformat()
        said = " ".join(said.split())
        return "" if said.casefold() in NOTHING else said


Row = tuple[int, list[Cell]]
"""A row with the number that it bears in the file."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, or a table of a page; `hidden` are the numbers of rows that a filter hides."""

    title: str
    rows: list[Row]
    hidden: frozenset[int] = frozenset()


def sheets_in(path: Path) -> list[Sheet]:
    """The sheets of a file, told by what it holds and not by its name. Raises Unreadable."""
    if path.stat().st_size > MOST_BYTES:
        raise Unreadable(_("is larger than %(most)d MB") % {"most": MOST_BYTES // MEGABYTE})
    raw = path.read_bytes()
    try:
        return _sheets(path, raw)
    except Unreadable:
        raise
    except Exception as wrong:  # a damaged file breaks in ways that nobody lists
        raise damaged() from wrong


def _sheets(path: Path, raw: bytes) -> list[Sheet]:
    if raw.startswith(_ZIP):
        if sheets := list(_workbook(path)):
            return sheets
        raise Unreadable(_("is empty"))
    if raw.startswith(_OLD):
        raise Unreadable(
            _("is a workbook of an old form (.xls): save it as .xlsx in a spreadsheet program")
        )
    text, _said = decoded(raw)
    if not text.strip():
        raise Unreadable(_("is empty"))
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return _page(text)
    return [_delimited(text)]


def _workbook(path: Path) -> Iterator[Sheet]:
    # Only here: it takes a third of a second, and most processes read no workbook.
    from openpyxl import load_workbook

    look_inside(path, MOST_ROWS * 10)
    with path.open("rb") as file:
        book = load_workbook(file, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            wide = min(sheet.max_column, MOST_COLUMNS)
            far = sheet.max_row * wide > MOST_ROWS * MOST_COLUMNS
            if far or sheet.max_column > MOST_COLUMNS * 10:
                raise Unreadable(_("has more rows or columns than any list"))
            hidden = {n for n, about in sheet.row_dimensions.items() if about.hidden}
            yield Sheet(sheet.title, list(_rows_of(sheet)), frozenset(hidden))
        book.close()


def _rows_of(sheet: Any) -> Iterator[Row]:
    joined = {
        (row, column): (part.min_row, part.min_col)
        for part in sheet.merged_cells.ranges
        for row in range(part.min_row, part.max_row + 1)
        for column in range(part.min_col, part.max_col + 1)
    }
    for number, row in enumerate(sheet.iter_rows(max_col=min(sheet.max_column, MOST_COLUMNS)), 1):
        cells = [_cell(sheet, cell, joined) for cell in row]
        if any(cell.text for cell in cells):
            yield number, cells


def _cell(sheet: Any, cell: Any, joined: dict[tuple[int, int], tuple[int, int]]) -> Cell:
    """A cell; one that is joined to others shows what the first of them holds."""
    if joined and (head := joined.get((cell.row, cell.column))):
        cell = sheet.cell(*head)
    value, link = cell.value, getattr(cell, "hyperlink", None)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    shown: str | date = value if isinstance(value, (str, date)) else str(value or "")
    return Cell(shown, (link.target or "") if link else "")


def _delimited(text: str) -> Sheet:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by(text))
    rows = [(number, [Cell(cell) for cell in row]) for number, row in enumerate(reader, 1)]
    return Sheet("", [row for row in rows if any(cell.text for cell in row[1])])


def _page(text: str) -> list[Sheet]:
    reader = _Tables()
    # Never closed: what a page leaves unfinished is dropped, as browsers do. Read to its end it
    # would be read anew from each "<" of it, which takes hours.
    reader.feed(f"{text}\n")
    tables = [Sheet("", rows) for rows in reader.tables if rows]
    if not tables:
        raise Unreadable(
            _("is a web page without a table, perhaps one of an error: download it again")
        )
    return tables


class _Tables(HTMLParser):
    """Collects the cells of every table of a page, rows numbered within their table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[Row]] = []
        self._row: list[Cell] | None = None
        self._text: list[str] | None = None
        self._link = ""
        self._number = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
            self._number = 0
        elif tag == "tr" and self.tables:
            self._end_row()
            self._row = []
            self._number += 1
        elif tag in {"td", "th"} and self._row is not None:
            self._end_cell()
            self._text, self._link = [], ""
        elif tag == "a" and self._text is not None:
            self._link = self._link or dict(attrs).get("href") or ""
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._row is not None and self._text is not None:
            self._row.append(Cell("".join(self._text), self._link))
        self._text = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row and any(cell.text for cell in self._row):
            self.tables[-1].append((self._number, self._row))
        self._row = None
