"""A workbook (.xlsx) -> a table: values only, formulas by the value that was saved with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.files import MERGED, TIMES, YEARS_AS_DAYS, mended_text, tidied
from jurisdictions.record.ingest.heading_rows import Row, find_heads
from jurisdictions.record.ingest.sheet_marks import Marks, marks_in
from jurisdictions.record.ingest.sheet_parts import open_workbook
from jurisdictions.record.ingest.sheet_sizes import MOST_ROW, Oversized, Sizes
from jurisdictions.record.ingest.tables import (
    FIRST,
    LOOKED_AT,
    MEGABYTE,
    MOST_SHEETS,
    Hidden,
    Layout,
    SheetLook,
    Table,
    Unreadable,
    collect,
    look_of,
)
from jurisdictions.record.uncertain_dates import EXCEL_BEGINS

MOST_UNPACKED = 80 * MEGABYTE
MOST_PARTS = 1000
MOST_RATIO = 200
"""How much smaller than its content a part may be: what a spreadsheet writes stays far below."""
ABOUT = frozenset({"codebook", "citation"})
"""Sheets of our own files that hold no facts."""
_UNSAVED = re.compile(rb"(?:</f>|<f[^<>]*/>)\s*+(?:<v>\s*+</v>|<v\s*+/>)?+\s*+</c>")
MOST_EXACT = 10**15
"""Below it a float is the whole number that it looks like."""
YEARS, LAST_YEAR_AS_DAY = range(1990, 2051), 1905
"""Years that a record speaks of; kept as the number of a day they lie in 1905."""
_CHUNK = 1 << 20
_OVERLAP = 256


def workbook_table(path: Path, sheets: Sequence[str], beside: str, layout: Layout = FIRST) -> Table:
    """Read the first sheet of `sheets` that is there, else the one whose headings are known best.

    Raises Unreadable.
    """
    look_inside(path)
    with path.open("rb") as file:
        try:
            book = open_workbook(file, read_only=True)
        except Exception as wrong:  # a damaged workbook breaks in many ways
            raise _no_workbook() from wrong
        try:
            return _tables(book, sheets, beside, layout)
        except Unreadable:
            raise
        except Exception as wrong:
            raise _no_workbook() from wrong
        finally:
            book.close()


def _no_workbook() -> Unreadable:
    return Unreadable(
        _(
            "is no workbook that can be read (.xlsx), or it is damaged: save it again in a "
            "spreadsheet program, or download it again"
        )
    )


def _tables(book: Any, sheets: Sequence[str], beside: str, layout: Layout) -> Table:
    names = [sheet.title for sheet in book.worksheets]
    looks = [
        look
        for sheet in book.worksheets
        if sheet.title not in ABOUT and (look := _look(sheet, layout))
    ][:MOST_SHEETS]
    chosen = _chosen(looks, sheets)
    table = _table(book[chosen], layout)
    table.looks = tuple(
        replace(table.looks[0], name=chosen, hidden=look.hidden) if look.name == chosen else look
        for look in looks
    )
    table.sheet, table.begins = chosen, book.epoch.date().toordinal()
    if beside and beside != chosen and beside in names and _holds_rows(book[beside]):
        table.beside = _table(book[beside], Layout(layout.beside))
        table.beside.sheet = beside
    read = {chosen, beside if table.beside else "", *ABOUT}
    table.sheets = tuple(name for name in names if name not in ABOUT)
    table.unread = tuple(name for name in names if name not in read)
    return table


def look_inside(path: Path, most_row: int = MOST_ROW) -> None:
    """Refuse what would unpack to more than is taken, and formulas that were never reckoned.

    Every part is looked at, whatever it is called: a sheet may have any name.
    """
    sizes = Sizes(most_row)
    try:
        with ZipFile(path) as packed:
            parts = packed.infolist()
            size = sum(part.file_size for part in parts)
            packed_size = sum(part.compress_size for part in parts)
            if len(parts) > MOST_PARTS or size > MOST_UNPACKED or size > MOST_RATIO * packed_size:
                raise Unreadable(_("unpacks to more than can be read"))
            for part in parts:
                _look_at(packed, part.filename, sizes)
                sizes.end_part()
    except Unreadable:
        raise
    except Oversized as wrong:
        raise Unreadable(_("unpacks to more than can be read")) from wrong
    except Exception as wrong:  # zlib.error, BadZipFile, and whatever else a damaged part raises
        raise _no_workbook() from wrong


def _look_at(packed: ZipFile, name: str, sizes: Sizes) -> None:
    sheet = name.startswith("xl/worksheets/")
    tail = b""
    with packed.open(name) as part:
        while chunk := part.read(_CHUNK):
            sizes.feed(chunk)
            # Without the zeros of UTF-16, in which both could hide.
            text = tail + chunk.replace(b"\0", b"")
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise _no_workbook()
            if sheet and _UNSAVED.search(text):
                raise Unreadable(
                    _(
                        "holds formulas whose values were not saved: open it in a spreadsheet "
                        "program, save it, and upload it again"
                    )
                )
            tail = text[-_OVERLAP:]


def _look(sheet: Any, layout: Layout) -> SheetLook | None:
    """A sheet at first sight; None for one that holds nothing."""
    first = _first_rows(sheet)
    heads = find_heads(first, layout.known)
    hidden = getattr(sheet, "sheet_state", "visible") != "visible"
    return look_of(sheet.title, first, heads, hidden=hidden) if heads else None


def _chosen(looks: Sequence[SheetLook], sheets: Sequence[str]) -> str:
    """The sheet to be read: by its name, else by its headings, else the first that is filled.

    One with rows goes ahead of one that has none, one that is seen ahead of one that is hidden.
    """
    if not looks:
        raise Unreadable(_("holds no sheet of facts"))
    named = {look.name: look for look in looks}
    wanted = [named[name] for name in sheets if name in named]
    if len(sheets) == 1 and wanted:
        return wanted[0].name
    if filled := next((look for look in wanted if len(look.rows) > 1), None):
        return filled.name
    return max(looks, key=lambda one: (len(one.rows) > 1, one.known, not one.hidden)).name


def _first_rows(sheet: Any) -> list[Row]:
    """The first rows that hold anything."""
    sheet.reset_dimensions()
    return list(islice(_rows(sheet, Counter(), Marks()), LOOKED_AT))


def _holds_rows(sheet: Any) -> bool:
    """Whether there is more than a header."""
    return len(_first_rows(sheet)) > 1


def _table(sheet: Any, layout: Layout) -> Table:
    mended: Counter[str] = Counter()
    marks = _marks(sheet)
    # What the sheet says of its own size is often wrong.
    sheet.reset_dimensions()
    table = collect(_rows(sheet, mended, marks), layout)
    table.mends = [*table.mends, *mended_text(mended)]
    table.hidden = _hidden(table, marks)
    return table


def _marks(sheet: Any) -> Marks:
    with sheet._get_source() as part:  # noqa: SLF001 - openpyxl has no other way to the sheet's XML
        return marks_in(part)


def _hidden(table: Table, marks: Marks) -> Hidden:
    """Of what is hidden, the rows and the columns that hold something."""
    rows = tuple(number for number, _cells in table.rows if number in marks.rows)
    columns = tuple(
        heading
        for at, heading in enumerate(table.headings)
        if heading and at in marks.columns and any(cells[at] for _number, cells in table.rows)
    )
    return Hidden(rows, columns)


def _rows(sheet: Any, mended: Counter[str], marks: Marks) -> Iterator[tuple[int, list[str]]]:
    over: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if not any(cell.value is not None for cell in row):
            continue
        cells = [_text(cell, mended) for cell in row]
        merged = marks.merged.get(number, {})
        for column, first in merged.items():
            begun, text = over.get(column, (0, ""))
            if column < len(cells) and not cells[column] and text and begun == first:
                cells[column] = text
                mended[MERGED] += 1
        if marks.merged:
            over |= {
                at: (number, text) for at, text in enumerate(cells) if text and at not in merged
            }
        yield number, cells


def _text(cell: Any, mended: Counter[str]) -> str:
    value = cell.value
    if isinstance(value, str):
        return tidied(value, mended)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < MOST_EXACT:
        return str(int(value))
    if isinstance(value, date):
        mended[TIMES] += isinstance(value, datetime) and value.time() != time.min
        return _day(value, str(cell.number_format), mended)
    return "" if value is None else str(value)


def _day(value: date, shown: str, mended: Counter[str]) -> str:
    """A date as precise as the sheet shows it: "Jul-10" is a month, however Excel keeps it."""
    serial = date(value.year, value.month, value.day).toordinal() - EXCEL_BEGINS
    if value.year <= LAST_YEAR_AS_DAY and serial in YEARS:
        # Somebody wrote the year into a cell that is shown as a day.
        mended[YEARS_AS_DAYS] += 1
        return str(serial)
    plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", shown).casefold()
    if "d" in plain:
        return f"{value:%Y-%m-%d}"
    if "m" in plain:
        return f"{value:%Y-%m}"
    return f"{value:%Y}" if "y" in plain else f"{value:%Y-%m-%d}"
