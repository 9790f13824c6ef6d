"""Delimited text -> a table: commas, semicolons or tabs, as spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.files import BOM, clean, mended_text, unreadable
from jurisdictions.record.ingest.tables import Table, Unreadable, collect

DELIMITERS = ",;\t"


def delimited_table(raw: bytes) -> Table:
    """Read the bytes of a CSV file. Raises Unreadable."""
    raw = raw.removeprefix(BOM)
    if reason := unreadable(raw):
        raise Unreadable(reason)
    text = raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    mended: Counter[str] = Counter()
    table = collect(_rows(text, _delimiter(text), mended), strict=True)
    table.mends = mended_text(mended)
    return table


def _delimiter(text: str) -> str:
    """What parts the header into the most cells; a semicolon where commas are decimal signs."""
    header = text[: text.find("\n")] if "\n" in text else text
    return max(DELIMITERS, key=lambda sign: len(next(csv.reader([header], delimiter=sign), [])))


def _rows(text: str, delimiter: str, mended: Counter[str]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    try:
        for number, row in enumerate(reader, start=1):
            yield number, [clean(cell, mended) for cell in row]
    except csv.Error as wrong:
        message = _("is not well-formed CSV in line %(line)d: %(wrong)s")
        raise Unreadable(message % {"line": reader.line_num, "wrong": wrong}) from wrong
