"""A CSV file -> rows of clean text, with what was mended and what is wrong."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.record.cleaning import clean as cleaned
from jurisdictions.record.cleaning import taken_text
from jurisdictions.record.disarm import restore
from jurisdictions.record.faults import Fault
from jurisdictions.record.kinds import Column

_CURLY = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|script|\?xml)", re.IGNORECASE)
BOM = b"\xef\xbb\xbf"
BLANKS, APOSTROPHES = "blanks", "apostrophes"


@dataclass
class Sheet:
    """The rows of one file by column name, each with its row number (the header is row 1)."""

    file: str
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    mends: list[str] = field(default_factory=list)


def read_sheet(path: Path, columns: Sequence[Column]) -> Sheet:
    """Read one file; whatever is wrong is in `faults`, and then the rows are not to be used."""
    sheet = Sheet(path.name)
    text = _text(path, sheet)
    if text is None:
        return sheet
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    mended: Counter[str] = Counter()
    try:
        header = [clean(name, mended) for name in next(reader)]
        _check_header(header, columns, sheet)
        if not sheet.faults:
            _read_rows(reader, header, sheet, mended)
    except csv.Error as wrong:
        reason = _("is not well-formed CSV: %(wrong)s") % {"wrong": wrong}
        sheet.faults.append(Fault(sheet.file, reader.line_num, "", "", reason))
    sheet.mends += mended_text(mended)
    return sheet


def _text(path: Path, sheet: Sheet) -> str | None:
    """The file's text with plain line ends; None, with a fault, when it cannot be read."""
    raw = path.read_bytes()
    if raw.startswith(BOM):
        raw = raw.removeprefix(BOM)
        sheet.mends.append(_("a byte-order mark at the start was dropped"))
    reason = unreadable(raw)
    if reason:
        sheet.faults.append(Fault(sheet.file, 0, "", "", reason))
        return None
    text = raw.decode("utf-8")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        sheet.mends.append(_("Windows line ends were made plain"))
    return text


def unreadable(raw: bytes) -> str:
    """Why the bytes are no table, in words; blank when they may be one."""
    if not raw.strip():
        return _("is empty")
    if b"\0" in raw:
        return _("holds NUL bytes: it is no text file (perhaps a spreadsheet; save it as CSV)")
    if _HTML.match(raw):
        return _("is a web page, not a table: download the file itself")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = raw[: wrong.start].count(b"\n") + 1
        return _("is not UTF-8 text (line %(line)d): save it as “CSV UTF-8”") % {"line": line}
    return ""


def _check_header(header: list[str], columns: Sequence[Column], sheet: Sheet) -> None:
    known = {column.name for column in columns}
    for name, times in Counter(header).items():
        if times > 1:
            sheet.faults.append(Fault(sheet.file, 1, name, "", _("stands twice in the header")))
        if name not in known:
            reason = _("is no column of this file; its columns are: %(columns)s") % {
                "columns": ", ".join(column.name for column in columns)
            }
            sheet.faults.append(Fault(sheet.file, 1, name or _("(blank)"), "", reason))
    for column in columns:
        if column.name not in header and not column.may_lack:
            sheet.faults.append(Fault(sheet.file, 1, column.name, "", _("is missing")))


def _read_rows(
    reader: Iterator[list[str]], header: list[str], sheet: Sheet, mended: Counter[str]
) -> None:
    for number, row in enumerate(reader, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            reason = _("has %(cells)d cells; the header has %(columns)d") % {
                "cells": len(row),
                "columns": len(header),
            }
            sheet.faults.append(Fault(sheet.file, number, "", "", reason))
            continue
        cells = (clean(cell, mended) for cell in row)
        sheet.rows.append((number, dict(zip(header, cells, strict=True))))
    if not sheet.rows and not sheet.faults:
        sheet.faults.append(Fault(sheet.file, 0, "", "", _("has a header and no rows")))


def clean(cell: str, mended: Counter[str]) -> str:
    """A cell's text, trimmed and restored; what was mended is counted."""
    return restore(tidied(cell, mended))


def tidied(cell: str, mended: Counter[str]) -> str:
    """A text, cleaned and trimmed, its apostrophes straight; what was mended is counted."""
    cell = cleaned(cell, mended)
    trimmed = cell.strip()
    plain = trimmed.translate(_CURLY)
    if trimmed != cell:
        mended[BLANKS] += 1
    if plain != trimmed:
        mended[APOSTROPHES] += 1
    return plain


def mended_text(mended: Counter[str]) -> list[str]:
    """What was mended in the cells, in words."""
    said = taken_text(mended)
    if count := mended[BLANKS]:
        said.append(
            ngettext(
                "blanks at the ends of %(count)d cell were trimmed",
                "blanks at the ends of %(count)d cells were trimmed",
                count,
            )
            % {"count": count}
        )
    if count := mended[APOSTROPHES]:
        said.append(
            ngettext(
                "curly apostrophes in %(count)d cell were made straight",
                "curly apostrophes in %(count)d cells were made straight",
                count,
            )
            % {"count": count}
        )
    return said
