"""Templates of uploads: the columns of a kind, two rows as examples, every column explained."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jurisdictions.record import cells
from jurisdictions.record.columns import Column
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.uploads.aliases import COUNTY_NAME, EXAMPLE, STATE_NAME
from jurisdictions.render.files.codebook import word_meaning
from jurisdictions.render.files.uploads.examples import EXAMPLES
from jurisdictions.render.files.uploads.words import column_explained, column_title
from jurisdictions.render.files.xlsx_file import OPTIONS
from jurisdictions.render.words.labels import LABELS, label

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MARK = "example"
WIDTHS = {"geoid": 8, "seq": 6, EXAMPLE: 10, "summary": 50, "summary_es": 50, "title": 44}
WIDTH, WIDEST = 18, 80
ROWS = 1000
"""Rows that are formatted as text ahead, so that no spreadsheet takes a code for a number."""
LONGEST_LIST = 255
"""The most signs that a list of words in a cell may have."""


def template_columns(kind: str) -> list[str]:
    """The mark of an example, then the kind's columns; names may stand instead of a geoid."""
    names = [EXAMPLE]
    for column in KINDS[kind].columns:
        names.append(column.name)
        if column.read in {cells.place, cells.county}:
            names += [STATE_NAME.removesuffix("_name"), COUNTY_NAME]
    return names


def template_rows(kind: str) -> list[list[str]]:
    """The example rows, marked as such."""
    names = template_columns(kind)
    return [[{EXAMPLE: MARK, **row}.get(name, "") for name in names] for row in EXAMPLES[kind]]


def template_csv(kind: str) -> bytes:
    """The template as CSV."""
    into = StringIO()
    csv.writer(into, lineterminator="\r\n").writerows(
        [template_columns(kind), *template_rows(kind)]
    )
    return into.getvalue().encode()


def template_xlsx(kind: str) -> bytes:
    """The template as a workbook: the sheet to fill in, one for new sources, the codebook."""
    # Only here: most processes write no workbook.
    from xlsxwriter import Workbook

    into = BytesIO()
    with TemporaryDirectory(prefix="tracker-xlsx-") as folder:
        options = {**OPTIONS, "constant_memory": False, "tmpdir": folder}
        with Workbook(into, options) as book:
            sheets = [kind] if kind == "source" or not KINDS[kind].cited else [kind, "source"]
            writer = _Writer(book)
            for one in sheets:
                writer.table(one)
            writer.codebook(sheets)
        return into.getvalue()


class _Writer:
    """Writes the sheets of a template into one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F4F2EC"})
        self.must: Format = book.add_format({"bold": True, "bottom": 1, "bg_color": "#FFF0C2"})
        self.text: Format = book.add_format({"num_format": "@"})
        self.soft: Format = book.add_format({"num_format": "@", "font_color": "#8A867C"})
        self.wrap: Format = book.add_format({"text_wrap": True, "valign": "top"})

    def table(self, kind: str) -> None:
        """The sheet of a kind: columns that must be filled stand out, words can be chosen."""
        declared = {column.name: column for column in KINDS[kind].columns}
        into = self.book.add_worksheet(_stem(kind))
        for at, name in enumerate(template_columns(kind)):
            column = declared.get(name)
            into.set_column(at, at, WIDTHS.get(name, WIDTH), self.text)
            into.write_string(0, at, name, self.must if column and column.filled else self.head)
            _offer_words(into, at, column)
        for number, row in enumerate(template_rows(kind), 1):
            for at, cell in enumerate(row):
                into.write_string(number, at, cell, self.soft)
        into.freeze_panes(1, 1)

    def codebook(self, kinds: Sequence[str]) -> None:
        """Every column of the sheets with its meaning, and every word that may stand in it."""
        into = self.book.add_worksheet("codebook")
        titles = (_("Sheet"), _("Column"), _("Needed"), _("Word"), _("Label"), _("Meaning"))
        for at, (title, width) in enumerate(zip(titles, (16, 16, 8, 26, 26, WIDEST), strict=True)):
            into.set_column(at, at, width, self.wrap)
            into.write_string(0, at, title, self.head)
        rows = [row for kind in kinds for row in codebook_lines(kind)]
        for number, row in enumerate(rows, 1):
            for at, cell in enumerate(row):
                into.write_string(number, at, cell, self.wrap)
        into.freeze_panes(1, 0)


def codebook_lines(kind: str) -> list[tuple[str, ...]]:
    """Sheet, column, whether it must be filled, word, label, meaning."""
    declared = {column.name: column for column in KINDS[kind].columns}
    lines: list[tuple[str, ...]] = []
    for name in template_columns(kind):
        column = declared.get(name)
        known = STATE_NAME if name == "state" and column is None else name
        told = (column_title(kind, known), column_explained(kind, known))
        needed = _("yes") if column and column.filled else ""
        lines.append((_stem(kind), name, needed, "", *told))
        if column and isinstance(column.read, cells.WordOf):
            for word in column.read.words:
                called = label(word) if type(word) in LABELS else ""
                lines.append((_stem(kind), name, "", word.value, called, word_meaning(word)))
    return lines


def _offer_words(into: Worksheet, at: int, column: Column | None) -> None:
    if column is None or not isinstance(column.read, cells.WordOf):
        return
    words = [word.value for word in column.read.words]
    if len(",".join(words)) <= LONGEST_LIST:
        offer = {"validate": "list", "source": words, "error_type": "information"}
        into.data_validation(1, at, ROWS, at, offer)


def _stem(kind: str) -> str:
    return KINDS[kind].file.removesuffix(".csv")
