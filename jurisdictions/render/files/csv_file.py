"""A table as CSV: UTF-8 without a byte-order mark, RFC 4180, lines ended by CR LF."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from itertools import islice
from typing import Any

from jurisdictions.read.rows import AsOf
from jurisdictions.record.disarm import SUSPECT, disarm
from jurisdictions.render.files.tables import ColumnKind, Table, Value

COMMENT = "#"
"""How a line before the header begins that says what the file is."""
FIRST_ROWS = 50
"""So that a reader sees the first rows at once."""
ROWS = 1000


def csv_chunks(
    table: Table,
    as_of: AsOf,
    rows: Iterable[Any],
    *,
    line_end: str = "\r\n",
    comment: str = "",
) -> Iterator[bytes]:
    """The file piece by piece, a thousand rows at a time, read from `rows` as they are needed.

    A list is its values between blanks; a boolean is true or false; what is not known is empty.
    A `comment` stands in a first line that begins with `#`, before the names of the columns.
    """
    into = StringIO()
    if comment:
        into.write(f"{COMMENT} {_in_one_line(comment)}{line_end}")
    writer = csv.writer(into, lineterminator=line_end)
    writer.writerow(table.names)
    cells = map(_writable(table), table.values(as_of, rows))
    size = FIRST_ROWS
    while chunk := list(islice(cells, size)):
        writer.writerows(chunk)
        yield _taken(into)
        size = ROWS
    if into.tell():
        yield _taken(into)


def _in_one_line(text: str) -> str:
    """A remark that no reader of CSV takes for a quoted cell."""
    return " ".join(text.replace('"', "”").split())


def _taken(into: StringIO) -> bytes:
    """What was written so far; the buffer is empty afterwards."""
    text = into.getvalue()
    into.seek(0)
    into.truncate()
    return text.encode()


def _writable(table: Table) -> Callable[[list[Value]], list[Value]]:
    texts = table.at(ColumnKind.TEXT)
    others = table.at(ColumnKind.BOOLEAN, ColumnKind.LIST)

    def writable(cells: list[Value]) -> list[Value]:
        for at in texts:
            cell = cells[at]
            # Most cells are harmless: told without a call, for there are hundreds of thousands.
            if isinstance(cell, str) and cell and cell[0] in SUSPECT:
                cells[at] = disarm(cell)
        for at in others:
            if not isinstance(cells[at], str):
                cells[at] = _text(cells[at])
        return cells

    return writable


def _text(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return disarm(" ".join(value))
        case _:
            return str(value or "")
