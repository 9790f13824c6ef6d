"""Delimited text -> a table: commas, semicolons, tabs or bars, as spreadsheets save them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.encodings import read_text
from jurisdictions.record.ingest.files import clean, mended_text, no_table
from jurisdictions.record.ingest.tables import FIRST, Layout, Table, Unreadable, collect

DELIMITERS = ",;\t|"
LOOKED_AT = 30
"""Rows from which it is told what parts the cells."""
_NAMED = re.compile(r"\A\s*sep=(.)\r?\n?", re.IGNORECASE)
"""What Excel writes, and reads, in a first line of its own."""


def delimited_table(raw: bytes, layout: Layout = FIRST) -> Table:
    """Read the bytes of a text file of cells. Raises Unreadable."""
    if reason := no_table(raw):
        raise Unreadable(reason)
    found = read_text(raw, layout.encoding)
    text = _plain_ends(found.text)
    sign = layout.sign or _sign_of(text)
    mended: Counter[str] = Counter()
    table = collect(text_rows(text, mended, sign), layout, strict=True)
    table.mends = [*found.said, *table.mends, *mended_text(mended)]
    table.encoding, table.sign = found.encoding, sign
    return table


def text_rows(text: str, mended: Counter[str], sign: str = "") -> Iterator[tuple[int, list[str]]]:
    """The rows of a text with their numbers; a line that only names the sign is none of them."""
    text = _plain_ends(text)
    rows = _rows(text, sign or _sign_of(text), mended)
    return islice(rows, 1, None) if _NAMED.match(text) else rows


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _sign_of(text: str) -> str:
    """What parts the cells: as a first line names it, else as the first rows show it."""
    named = _NAMED.match(text)
    return named[1] if named else parted_by(text)


def parted_by(text: str) -> str:
    """What parts most of the first rows into the most cells, the same number in each."""
    return max(DELIMITERS, key=lambda sign: _parted(text, sign))


def _parted(text: str, sign: str) -> int:
    """How many cells there are in rows that have as many as others, of the first rows."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        widths = Counter(len(row) for row in islice(reader, LOOKED_AT) if row)
    except csv.Error:
        return 0
    return max((width * times for width, times in widths.items() if width > 1), default=0)


def _rows(text: str, delimiter: str, mended: Counter[str]) -> Iterator[tuple[int, list[str]]]:
    # What is copied from a spreadsheet has tabs; quotes in it may be part of what is said.
    quoted = delimiter != "\t" or _is_quoted(text)
    lines = io.StringIO(text, newline="")
    reader = csv.reader(
        lines,
        strict=True,
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    try:
        for number, row in enumerate(reader, start=1):
            yield number, [clean(cell, mended) for cell in row]
    except csv.Error as wrong:
        message = _("is not well-formed CSV in line %(line)d: %(wrong)s")
        raise Unreadable(message % {"line": reader.line_num, "wrong": wrong}) from wrong


def _is_quoted(text: str) -> bool:
    """Whether the quotes between tabs stand around whole cells."""
    try:
        for _row in csv.reader(io.StringIO(text, newline=""), strict=True, delimiter="\t"):
            pass
    except csv.Error:
        return False
    return True
