"""Tables as a spreadsheet: a sheet each, then the codebook, then how to cite it.

Rows are written as they come and never held. Text is stored as text, so nothing in it is run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from jurisdictions.read.rows import AsOf
from jurisdictions.record.disarm import SUSPECT
from jurisdictions.render.files.citation import (
    CITATION,
    FileCitation,
    citation_line,
    citation_rows,
    site_of,
)
from jurisdictions.render.files.codebook import CODEBOOK, codebook_rows
from jurisdictions.render.files.tables import Column, ColumnKind, Sheet, Table, Value
from jurisdictions.status.dates import PartialDate

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDTHS = {
    ColumnKind.TEXT: 24,
    ColumnKind.WORD: 24,
    ColumnKind.DATE: 12,
    ColumnKind.EDTF: 12,
    ColumnKind.INTEGER: 10,
    ColumnKind.NUMBER: 10,
    ColumnKind.BOOLEAN: 12,
    ColumnKind.LIST: 40,
}
NARROW = {"geoid": 8, "state": 7, "seq": 6, "step_id": 8}
WIDE = {"summary": 60, "meaning": 80, "value": 100, "title": 44}
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def xlsx_file(as_of: AsOf, sheets: Sequence[Sheet], cited: FileCitation) -> bytes:
    """The spreadsheet; the same rows give the same bytes. Nothing stays on disk."""
    # Only here: most processes write no workbook.
    from xlsxwriter import Workbook

    into = BytesIO()
    with TemporaryDirectory(prefix="tracker-xlsx-") as folder:
        with Workbook(into, {**OPTIONS, "tmpdir": folder}) as book:
            book.set_properties(
                {
                    "title": cited.title,
                    "subject": as_of.program.name,
                    "author": site_of(as_of),
                    "comments": citation_line(as_of, cited),
                    "created": as_of.edition.published_at.replace(tzinfo=None),
                }
            )
            writer = _SheetWriter(book, as_of)
            for sheet in (*sheets, *_about(as_of, sheets, cited)):
                writer.write(sheet)
        return into.getvalue()


def _about(as_of: AsOf, sheets: Sequence[Sheet], cited: FileCitation) -> tuple[Sheet, Sheet]:
    return (
        Sheet("codebook", CODEBOOK, lambda: codebook_rows(sheets)),
        Sheet("citation", CITATION, lambda: citation_rows(as_of, cited)),
    )


class _SheetWriter:
    """Writes sheets into one workbook, with the formats that they share."""

    def __init__(self, book: Workbook, as_of: AsOf) -> None:
        self.book = book
        self.as_of = as_of
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F4F2EC"})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.text: Format = book.add_format({"num_format": "@"})
        # Whoever opens such a cell and closes it again would have it run.
        self.never_run: Format = book.add_format({"num_format": "@", "quote_prefix": True})

    def write(self, sheet: Sheet) -> None:
        """A sheet: the header frozen, a filter on every column, widths that fit."""
        into = self.book.add_worksheet(sheet.name)
        table = sheet.table
        self._head(into, table)
        last = self._rows(into, table, table.values(self.as_of, sheet.rows()))
        into.autofilter(0, 0, last, len(table.columns) - 1)

    def _head(self, into: Worksheet, table: Table) -> None:
        for at, column in enumerate(table.columns):
            into.set_column(at, at, _width(column))
        into.freeze_panes(1, 0)
        for at, name in enumerate(table.names):
            into.write_string(0, at, name, self.head)

    def _rows(self, into: Worksheet, table: Table, rows: Iterable[list[Value]]) -> int:
        texts = {at for at, name in enumerate(table.names) if name == "geoid"}
        number = 0
        for number, values in enumerate(rows, 1):
            for at, value in enumerate(values):
                if value is not None and value != "":
                    self._cell(into, number, at, value, at in texts)
        return number

    def _cell(self, into: Worksheet, row: int, at: int, value: Any, code: bool) -> None:
        match value:
            case bool():
                into.write_boolean(row, at, value)
            case int() | float():
                into.write_number(row, at, value)
            case date():
                into.write_datetime(row, at, value, self.day)
            case PartialDate() if value.is_day:
                into.write_datetime(row, at, value.first_day, self.day)
            case tuple():
                self._text(into, row, at, " ".join(value))
            case _ if code:
                into.write_string(row, at, str(value), self.text)
            case _:
                self._text(into, row, at, str(value))

    def _text(self, into: Worksheet, row: int, at: int, text: str) -> None:
        suspect = text[:1] in SUSPECT
        into.write_string(row, at, text, self.never_run if suspect else None)


def _width(column: Column) -> int:
    return NARROW.get(column.name) or WIDE.get(column.name) or WIDTHS[column.kind]
