"""Lists as ICE's workbooks are: a row of headings, a row for each agreement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HEADINGS = (
    *("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA"),
    "ADDENDUM",
)
WAITING = HEADINGS[:5]
TASK_FORCE, JAIL, WARRANT = (
    *("Task Force Model", "Jail Enforcement Model", "Warrant Service Officer"),
)
Row = Sequence[Any]


def row(
    agency: str, model: str = TASK_FORCE, signed: Any = date(2025, 3, 1), **other: Any
) -> list[Any]:
    """A row of a list of agreements, of Illinois unless another state is named."""
    state, kind = other.get("state", "ILLINOIS"), other.get("type", "County")
    county = other.get("county", "Cook County")
    return [state, agency, kind, county, model, signed, other.get("link", "link pending"), None]


def waiting(agency: str, model: str = TASK_FORCE, state: str = "ILLINOIS") -> list[Any]:
    """A row of a list of those that wait."""
    return [state, agency, "County", "Cook County", model]


def write_list(
    path: Path, rows: Sequence[Row], headings: Sequence[str] = HEADINGS, above: Sequence[Row] = ()
) -> Path:
    """A workbook of one sheet; `link` cells of the form "link → address" hide the address."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (*above, headings, *rows):
        sheet.append([_shown(cell) for cell in cells])
        for cell, value in zip(sheet[sheet.max_row], cells, strict=False):
            if isinstance(value, str) and "→" in value:
                cell.hyperlink = value.split("→")[1].strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def _shown(cell: Any) -> Any:
    return cell.split("→")[0].strip() if isinstance(cell, str) and "→" in cell else cell


COOK = row("Cook County Sheriff", JAIL, date(2025, 3, 1))
POLICE = row("Illinois State Police", TASK_FORCE, None, type="State Agency", county="")
ZION = row("Zion Police", TASK_FORCE, date(2026, 5, 20), type="Municipality")
"""Rows of agencies of `agencies_on_file`: two that stand, and one that is new."""
