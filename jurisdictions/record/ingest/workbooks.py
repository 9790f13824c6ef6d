"""A workbook (.xlsx) -> a table: values only, formulas by the value that was saved with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from jurisdictions.record.ingest.files import mended_text, tidied
from jurisdictions.record.ingest.tables import MEGABYTE, Table, Unreadable, collect

MOST_UNPACKED = 80 * MEGABYTE
MOST_PARTS = 1000
MOST_RATIO = 200
"""How much smaller than its content a part may be: what a spreadsheet writes stays far below."""
ABOUT = frozenset({"codebook", "citation"})
"""Sheets of our own files that hold no facts."""
_UNSAVED = re.compile(rb"(?:</f>|<f[^>]*/>)\s*(?:<v>\s*</v>|<v\s*/>)?\s*</c>")
MOST_EXACT = 10**15
"""Below it a float is the whole number that it looks like."""
_CHUNK = 1 << 20
_OVERLAP = 256


def workbook_table(path: Path, sheets: Sequence[str], beside: str) -> Table:
    """Read the first sheet of `sheets` that is there, else the first that may hold facts.

    Raises Unreadable.
    """
    _look_inside(path)
    with path.open("rb") as file:
        try:
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        except Exception as wrong:  # a damaged workbook breaks in many ways
            raise Unreadable(_("is no workbook that can be read (.xlsx)")) from wrong
        try:
            return _tables(book, sheets, beside)
        finally:
            book.close()


def _tables(book: Any, sheets: Sequence[str], beside: str) -> Table:
    names = [sheet.title for sheet in book.worksheets]
    chosen = _chosen(names, sheets)
    table = _table(book[chosen])
    table.sheet = chosen
    if beside and beside != chosen and beside in names and _holds_rows(book[beside]):
        table.beside = _table(book[beside])
        table.beside.sheet = beside
    read = {chosen, beside if table.beside else "", *ABOUT}
    table.unread = tuple(name for name in names if name not in read)
    return table


def _look_inside(path: Path) -> None:
    """Refuse what would unpack to more than is taken, and formulas that were never reckoned."""
    try:
        with ZipFile(path) as packed:
            parts = packed.infolist()
            size = sum(part.file_size for part in parts)
            packed_size = sum(part.compress_size for part in parts)
            if len(parts) > MOST_PARTS or size > MOST_UNPACKED or size > MOST_RATIO * packed_size:
                raise Unreadable(_("unpacks to more than can be read"))
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _look_at(packed, part.filename)
    except (BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as wrong:
        if isinstance(wrong, Unreadable):
            raise
        raise Unreadable(_("is no workbook that can be read (.xlsx)")) from wrong


def _look_at(packed: ZipFile, name: str) -> None:
    sheet = name.startswith("xl/worksheets/")
    tail = b""
    with packed.open(name) as part:
        while chunk := part.read(_CHUNK):
            text = tail + chunk
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise Unreadable(_("is no workbook that can be read (.xlsx)"))
            if sheet and _UNSAVED.search(text):
                raise Unreadable(
                    _(
                        "holds formulas whose values were not saved: open it in a spreadsheet "
                        "program, save it, and upload it again"
                    )
                )
            tail = text[-_OVERLAP:]


def _chosen(names: Sequence[str], sheets: Sequence[str]) -> str:
    wanted = next((name for name in sheets if name in names), "")
    found = wanted or next((name for name in names if name not in ABOUT), "")
    if not found:
        raise Unreadable(_("holds no sheet of facts"))
    return found


def _holds_rows(sheet: Any) -> bool:
    """Whether there is more than a header."""
    sheet.reset_dimensions()
    filled = (row for row in sheet.iter_rows(values_only=True) if any(c is not None for c in row))
    return next(filled, None) is not None and next(filled, None) is not None


def _table(sheet: Any) -> Table:
    mended: Counter[str] = Counter()
    # What the sheet says of its own size is often wrong.
    sheet.reset_dimensions()
    try:
        table = collect(_rows(sheet, mended))
    except Unreadable:
        raise
    except Exception as wrong:  # a damaged sheet breaks in many ways
        raise Unreadable(_("is no workbook that can be read (.xlsx)")) from wrong
    table.mends = mended_text(mended)
    return table


def _rows(sheet: Any, mended: Counter[str]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if any(cell.value is not None for cell in row):
            yield number, [_text(cell, mended) for cell in row]


def _text(cell: Any, mended: Counter[str]) -> str:
    value = cell.value
    if isinstance(value, str):
        return tidied(value, mended)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < MOST_EXACT:
        return str(int(value))
    if isinstance(value, date):
        return _day(value, str(cell.number_format))
    return "" if value is None else str(value)


def _day(value: date, shown: str) -> str:
    """A date as precise as the sheet shows it: "Jul-10" is a month, however Excel keeps it."""
    plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", shown).casefold()
    if "d" in plain:
        return f"{value:%Y-%m-%d}"
    if "m" in plain:
        return f"{value:%Y-%m}"
    return f"{value:%Y}" if "y" in plain else f"{value:%Y-%m-%d}"
