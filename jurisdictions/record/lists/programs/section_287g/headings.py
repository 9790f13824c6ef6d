"""Which column of a list is which, by its heading, and where the headings stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from jurisdictions.gazetteer.folding import fold
from jurisdictions.record.lists.programs.section_287g.sheets import Cell, Row, Sheet

LOOKED_AT = 40
"""Rows among which the headings are looked for."""


class ListColumn(StrEnum):
    """The columns of a list, as ICE heads them."""

    STATE = "STATE"
    AGENCY = "LAW ENFORCEMENT AGENCY"
    TYPE = "TYPE"
    COUNTY = "COUNTY"
    MODEL = "SUPPORT TYPE"
    SIGNED = "SIGNED"
    MOA = "MOA"
    ADDENDUM = "ADDENDUM"


NEEDED = (ListColumn.STATE, ListColumn.AGENCY, ListColumn.MODEL)
"""Without these no row says what it is about."""
_OTHER: Mapping[ListColumn, tuple[str, ...]] = {
    ListColumn.STATE: ("st", "state territory", "state or territory", "states"),
    ListColumn.AGENCY: (
        "agency",
        "lea",
        "agency name",
        "law enforcement agencies",
        "name",
        "participating agency",
        "pending agency",
        "law enforcement agency name",
        "law enforcement agency lea",
    ),
    ListColumn.TYPE: ("agency type", "type of agency", "lea type", "jurisdiction type"),
    ListColumn.COUNTY: ("counties", "county name", "county parish"),
    ListColumn.MODEL: (
        "model",
        "model type",
        "program",
        "program model",
        "type of support",
        "support",
        "287 g model",
        "moa type",
        "agreement type",
    ),
    ListColumn.SIGNED: (
        "date signed",
        "signed date",
        "date",
        "signature date",
        "moa signed",
        "signed on",
        "date of signature",
        "moa date",
        "effective date",
    ),
    ListColumn.MOA: (
        "link",
        "moa link",
        "moa url",
        "agreement",
        "memorandum of agreement",
        "link to moa",
        "moas",
    ),
    ListColumn.ADDENDUM: ("addenda", "addendum link", "addendums"),
}
_BY_HEADING = {
    fold(text): column for column, others in _OTHER.items() for text in (column.value, *others)
}


def columns_of(cells: Sequence[Cell]) -> dict[ListColumn, int]:
    """Where each column stands in a row of headings; of two with one heading the first."""
    found: dict[ListColumn, int] = {}
    for at, cell in enumerate(cells):
        if column := _BY_HEADING.get(fold(cell.text)):
            found.setdefault(column, at)
    return found


def headed(sheets: Sequence[Sheet]) -> tuple[Sheet, Row | None]:
    """The sheet and the row in which the most headings are known; None where no two are."""
    best: tuple[int, Sheet, Row | None] = (1, sheets[0], None)
    for sheet in sheets:
        for row in sheet.rows[:LOOKED_AT]:
            if len(columns_of(row[1])) > best[0]:
                best = (len(columns_of(row[1])), sheet, row)
    return best[1], best[2]
