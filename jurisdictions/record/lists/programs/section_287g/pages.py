"""The tables of a saved web page, as sheets with their links."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.lists.programs.section_287g.cells import Cell, Row, Sheet, meant

MOST_SPANNED = 5_000
"""Rows or columns that one cell may stand for."""
_ARCHIVED = re.compile(r"/web/\d+[a-z_]*/(?=https?://)", re.I)
"""How an archive begins the addresses of what it keeps, where it leaves its own name out."""
_NUMBER = re.compile(r"\s*(\d{1,6})")


def page_sheets(text: str) -> list[Sheet]:
    """The tables of a page, those without headings joined to the ones that they go on from."""
    reader = _Tables()
    # Never closed: what a page leaves unfinished is dropped, as browsers do. Read to its end it
    # would be read anew from each "<" of it, which takes hours.
    reader.feed(f"{text}\n")
    tables = [rows for rows in reader.tables if rows]
    if not tables:
        raise Unreadable(
            _("is a web page without a table, perhaps one of an error: download it again")
        )
    return [Sheet("", rows) for rows in _joined(tables)]


def _joined(tables: list[list[Row]]) -> list[list[Row]]:
    """Tables of one width that follow each other are one, cut by a page or a letter."""
    found: list[list[Row]] = []
    for rows in tables:
        if found and _width(found[-1]) == _width(rows) > 1:
            last = found[-1][-1][0]
            found[-1] += [(last + number, cells) for number, cells in rows]
        else:
            found.append(list(rows))
    return found


def _width(rows: list[Row]) -> int:
    return max(len(cells) for _number, cells in rows)


class _Tables(HTMLParser):
    """Collects the cells of every table of a page, rows numbered within their table.

    A cell that stands for several rows is said in each of them; of several columns in the first.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[Row]] = []
        self._row: list[Cell] | None = None
        self._text: list[str] | None = None
        self._link = ""
        self._number = 0
        self._span = (1, 1)
        self._over: dict[int, tuple[int, Cell]] = {}
        """The cells over this row that stand for it as well, and for how many rows from it on."""
        self._next: dict[int, tuple[int, Cell]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._end_row()
            self.tables.append([])
            self._number, self._over, self._next = 0, {}, {}
        elif tag == "tr" and self.tables:
            self._end_row()
            self._row = []
            self._over, self._next = self._next, {}
            self._number += 1
        elif tag in {"td", "th"} and self._row is not None:
            self._end_cell()
            self._text, self._link = [], ""
            told = dict(attrs)
            self._span = (_times(told.get("rowspan")), _times(told.get("colspan")))
        elif tag == "a" and self._text is not None:
            self._link = self._link or _ARCHIVED.sub("", dict(attrs).get("href") or "")
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._row is not None and self._text is not None:
            self._take_spanned(self._row)
            cell = Cell(meant("".join(self._text)), self._link)
            rows, columns = self._span
            for at in range(columns):
                shown = cell if at == 0 else Cell()
                if rows > 1:
                    self._next[len(self._row)] = (rows - 1, shown)
                self._row.append(shown)
        self._text = None

    def _take_spanned(self, row: list[Cell]) -> None:
        """The cells over this row that stand for it as well."""
        while (at := len(row)) in self._over:
            left, cell = self._over[at]
            row.append(cell)
            if left > 1:
                self._next[at] = (left - 1, cell)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self._take_spanned(self._row)
            if any(cell.text for cell in self._row):
                self.tables[-1].append((self._number, self._row))
        self._row = None


def _times(written: str | None) -> int:
    found = _NUMBER.match(written or "")
    return min(max(int(found[1]), 1), MOST_SPANNED) if found else 1
