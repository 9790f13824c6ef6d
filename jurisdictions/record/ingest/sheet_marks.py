"""What the XML of a sheet says beside its cells: rows and columns that are hidden, merged cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

_TAG = re.compile(rb"<(?:\w{1,64}:)?(row|col|mergeCell)\b([^<>]*)>")
_ATTRIBUTE = re.compile(rb'(\w+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
_RANGE = re.compile(rb"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_CHUNK, _OVERLAP = 1 << 20, 1 << 10
MOST_MERGED, MOST_ROWS_MERGED, MOST_COLUMNS = 20_000, 2_000, 200
TRUE = {"1", "true"}


@dataclass
class Marks:
    """`rows` and `columns` that are hidden, counted from 1 and from 0.

    `merged` tells of a row and column in which row the cell begins that it is part of.
    """

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    merged: defaultdict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))


def marks_in(part: IO[bytes]) -> Marks:
    """Read the marks of a sheet; one that is damaged has none."""
    found = Marks()
    number, ranges = 0, 0
    for tag, told in _tags(part):
        if tag == b"row":
            number = _number(told.get("r", ""), number + 1)
            if told.get("hidden") in TRUE:
                found.rows.add(number)
        elif tag == b"col" and told.get("hidden") in TRUE:
            first, last = _number(told.get("min", ""), 1), _number(told.get("max", ""), 0)
            found.columns |= set(range(first - 1, min(last, MOST_COLUMNS)))
        elif tag == b"mergeCell" and ranges < MOST_MERGED:
            ranges += 1
            _merge(found, told.get("ref", "").encode())
    return found


def _tags(part: IO[bytes]) -> Iterator[tuple[bytes, dict[str, str]]]:
    """The elements that matter, with what they say of themselves."""
    tail = b""
    while chunk := part.read(_CHUNK):
        text = tail + chunk
        # What may go on in the next chunk is left for it.
        end = text.rfind(b">") + 1 if len(chunk) == _CHUNK else len(text)
        for tag in _TAG.finditer(text, 0, end):
            yield tag[1], _attributes(tag[2])
        tail = text[max(end, len(text) - _OVERLAP) :]


def _attributes(told: bytes) -> dict[str, str]:
    return {
        name.decode(): (one or other).decode("ascii", "replace")
        for name, one, other in _ATTRIBUTE.findall(told)
    }


def _merge(found: Marks, ref: bytes) -> None:
    """Note a range of merged cells that goes over several rows: each of them says the same."""
    told = _RANGE.fullmatch(ref)
    if told is None:
        return
    column, first, last = _column(told[1]), int(told[2]), int(told[4])
    for row in range(first + 1, min(last, first + MOST_ROWS_MERGED) + 1):
        found.merged[row][column] = first


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() else otherwise


def _column(letters: bytes) -> int:
    """The column of its letters, counted from 0: "A" is 0, "AA" is 26."""
    found = 0
    for letter in letters:
        found = found * 26 + letter - ord("A") + 1
    return found - 1
