"""How much a workbook makes of its bytes once it is read: rows, cells, ranges, other elements.

A few bytes of XML can name a cell at the far end of a sheet, or a range of all of them: who reads
it fills in all that lies between. Counted in the bytes, ahead of any reader.
"""

from __future__ import annotations

import re

MOST_ROW, MOST_COLUMN = 1_048_576, 16_384
"""The last row and column of a sheet (ECMA-376)."""
MOST_CELLS, MOST_FILLED_IN, MOST_IN_RANGES = 2_000_000, 5_000_000, 1_000_000
MOST_OTHERS = 500_000
"""Elements that are neither cells nor their texts: styles, names, runs of rich text."""
MOST_LISTED = 1000
"""Sheets; a file can list one part as a hundred thousand, which takes long to read even so far."""
LONGEST_TAG = 1 << 16
_PREFIX = rb"<(?:[^\s<>/:=]{1,64}:)?"
_ATTRIBUTES = rb"""((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>"""
"""A tag ends at the first ">" that stands in no value; a "<" ends it too, which XML forbids."""
_TAG = re.compile(_PREFIX + rb"(row|c|mergeCell|hyperlink|comment)(?=[\s/>])" + _ATTRIBUTES)
_TEXTS = re.compile(_PREFIX + rb"(?:row|c|v|f|is|t|si|r)(?=[\s/>])")
_LISTED = re.compile(_PREFIX + rb"sheet(?=[\s/>])")
_AT = re.compile(rb"""(?:^|\s)(?:r|ref)\s*=\s*["']([^"']*)["']""")
_CELL = re.compile(rb"\$?([A-Za-z]{0,3})\$?(\d{0,8})")


class Oversized(ValueError):
    """More rows, columns, cells or elements than any table that is taken."""


class Sizes:
    """Counts over all parts of a workbook; a part is given piece by piece, then ended."""

    def __init__(self, most_row: int = MOST_ROW) -> None:
        self._most_row = most_row
        self._cells = self._rows = self._filled = self._ranged = self._others = 0
        self._row = self._column = self._listed = 0
        self._tail = b""

    def feed(self, piece: bytes) -> None:
        """Count what a piece of a part holds. Raises Oversized."""
        # Of UTF-16 what is left are the signs that XML is made of.
        text = self._tail + piece.replace(b"\0", b"")
        end = 0
        for tag in _TAG.finditer(text):
            self._take(tag[1], _AT.search(tag[2]))
            end = tag.end()
        cut = max(end, text.rfind(b"<"))
        done, self._tail = (text[:cut], text[cut:]) if cut > 0 else (b"", text)
        if not self._tail.startswith(b"<"):
            done, self._tail = text, b""
        if b"sheet" in done:
            self._listed += len(_LISTED.findall(done))
        self._others += done.count(b"<") - done.count(b"</") - len(_TEXTS.findall(done))
        if len(self._tail) > LONGEST_TAG:
            # No tag is so long: the text that follows one, or a part that is no XML.
            self._tail = b""
        self._check()

    def end_part(self) -> None:
        """A part ends; the next one begins with a first row."""
        self._end_row()
        self._row, self._tail = 0, b""
        self._check()

    def _take(self, name: bytes, at: re.Match[bytes] | None) -> None:
        if name == b"row":
            self._end_row()
            self._rows += 1
            self._row = _number(at[1]) if at else self._row + 1
            if self._row > self._most_row:
                raise Oversized
        elif name == b"c":
            self._cells += 1
            self._column = max(self._column, _column(at[1]) if at else self._column + 1)
            if self._column > MOST_COLUMN:
                raise Oversized
        elif at:
            self._ranged += _area(at[1])

    def _end_row(self) -> None:
        self._filled += self._column
        self._column = 0

    def _check(self) -> None:
        if (
            self._cells > MOST_CELLS
            or self._rows > self._most_row
            or self._filled > MOST_FILLED_IN
            or self._ranged > MOST_IN_RANGES
            or self._others > MOST_OTHERS
            or self._listed > MOST_LISTED
        ):
            raise Oversized


def _number(written: bytes) -> int:
    if not re.fullmatch(rb"\d{1,7}", written):
        raise Oversized
    return int(written)


def _column(written: bytes) -> int:
    """The column of a cell's reference, from 1. Raises Oversized for what is none."""
    found = _CELL.fullmatch(written)
    if found is None:
        raise Oversized
    number = 0
    for letter in found[1].upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _area(written: bytes) -> int:
    """How many cells a range holds; a missing row or column stands for all of them."""
    area = 0
    for part in written.split():
        found = [_CELL.fullmatch(end) for end in part.split(b":")]
        ends = [end for end in found if end]
        if len(ends) < len(found):
            raise Oversized
        columns = [_column(end[0]) for end in ends if end[1]] or [1, MOST_COLUMN]
        rows = [int(end[2]) for end in ends if end[2]] or [1, MOST_ROW]
        area += (max(columns) - min(columns) + 1) * (max(rows) - min(rows) + 1)
    return area
