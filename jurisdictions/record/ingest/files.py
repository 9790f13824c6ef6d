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
from django.utils.translation import ngettext_lazy

from jurisdictions.record.cleaning import clean as cleaned
from jurisdictions.record.cleaning import taken_text
from jurisdictions.record.columns import Column
from jurisdictions.record.disarm import restore
from jurisdictions.record.faults import Fault
from jurisdictions.record.ingest.signs import spaced, undone

_CURLY = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|script|\?xml)", re.IGNORECASE)
BOM = b"\xef\xbb\xbf"
BLANKS, APOSTROPHES, SPACES, UNDONE = "blanks", "apostrophes", "spaces", "undone"
TIMES, YEARS_AS_DAYS, MERGED = "times", "years", "merged"

SAID = (
    (
        UNDONE,
        ngettext_lazy(
            "letters that another program had read wrongly were restored in %(count)d cell",
            "letters that another program had read wrongly were restored in %(count)d cells",
            "count",
        ),
    ),
    (
        SPACES,
        ngettext_lazy(
            "blanks of another kind were made plain in %(count)d cell",
            "blanks of another kind were made plain in %(count)d cells",
            "count",
        ),
    ),
    (
        TIMES,
        ngettext_lazy(
            "a time of day was left out in %(count)d cell",
            "a time of day was left out in %(count)d cells",
            "count",
        ),
    ),
    (
        YEARS_AS_DAYS,
        ngettext_lazy(
            "a year that the sheet shows as a day of 1905 was read as the year in %(count)d cell",
            "a year that the sheet shows as a day of 1905 was read as the year in %(count)d cells",
            "count",
        ),
    ),
    (
        MERGED,
        ngettext_lazy(
            "%(count)d cell that is merged with the one over it was read as saying the same",
            "%(count)d cells that are merged with the one over them were read as saying the same",
            "count",
        ),
    ),
    (
        BLANKS,
        ngettext_lazy(
            "blanks at the ends of %(count)d cell were trimmed",
            "blanks at the ends of %(count)d cells were trimmed",
            "count",
        ),
    ),
    (
        APOSTROPHES,
        ngettext_lazy(
            "curly apostrophes in %(count)d cell were made straight",
            "curly apostrophes in %(count)d cells were made straight",
            "count",
        ),
    ),
)


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
    """Why the bytes are no table in UTF-8, in words; blank when they may be one."""
    if reason := no_table(raw):
        return reason
    if b"\0" in raw:
        return _("holds NUL bytes: it is no text file (perhaps a spreadsheet; save it as CSV)")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = raw[: wrong.start].count(b"\n") + 1
        return _("is not UTF-8 text (line %(line)d): save it as “CSV UTF-8”") % {"line": line}
    return ""


def no_table(raw: bytes) -> str:
    """Why the bytes are no table whatever their encoding, in words; blank when they may be one."""
    if not raw.removeprefix(BOM).strip():
        return _("is empty")
    if _HTML.match(raw.removeprefix(BOM)):
        return _("is a web page, not a table: download the file itself")
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
    """A text, cleaned and trimmed, its signs as they were meant; what was mended is counted."""
    meant = cell if cell.isascii() else undone(cell)
    visible = cleaned(meant, mended)
    plain_blanks = spaced(visible)
    trimmed = plain_blanks.strip()
    plain = trimmed.translate(_CURLY)
    mended[UNDONE] += meant != cell
    mended[SPACES] += plain_blanks != visible
    mended[BLANKS] += trimmed != plain_blanks
    mended[APOSTROPHES] += plain != trimmed
    return plain


def mended_text(mended: Counter[str]) -> list[str]:
    """What was mended in the cells, in words."""
    said = [str(told % {"count": count}) for name, told in SAID if (count := mended[name])]
    return [*taken_text(mended), *said]
