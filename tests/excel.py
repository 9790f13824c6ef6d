"""What Excel makes of a CSV that somebody opens and saves again, set to English of the US."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import BytesIO, StringIO

from openpyxl import Workbook

from jurisdictions.record.uncertain_dates import EXCEL_BEGINS

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_TWO = re.compile(r"(\d{1,2})[-/](\d{1,2})")
EXACT = 11


def shown(cell: str) -> str:
    """How Excel shows a cell once it was read, and so saves it as text."""
    if day := _DAY.fullmatch(cell):
        return f"{int(day[2])}/{int(day[3])}/{day[1]}"
    if (month := _MONTH.fullmatch(cell)) and 1 <= int(month[2]) <= 12:
        return f"{MONTHS[int(month[2]) - 1]}-{month[1][2:]}"
    if (two := _TWO.fullmatch(cell)) and 1 <= int(two[1]) <= 12 and 1 <= int(two[2]) <= 28:
        return f"{int(two[2])}-{MONTHS[int(two[1]) - 1]}"
    if re.fullmatch(r"-?\d+", cell):
        return str(int(cell)) if len(cell) <= EXACT else f"{float(cell):.5E}"
    if re.fullmatch(r"-?\d+\.\d+", cell):
        return f"{float(cell):.10g}"
    return cell.upper() if cell in {"true", "false"} else cell


def cells_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def saved_as_csv(content: bytes, *, sign: str = ",", encoding: str = "utf-8-sig") -> bytes:
    """The CSV after "Save as": its numbers and dates as they were shown."""
    into = StringIO()
    writer = csv.writer(into, delimiter=sign, lineterminator="\r\n")
    writer.writerows([shown(cell) for cell in row] for row in cells_of(content))
    return into.getvalue().encode(encoding, "replace")


def saved_as_xlsx(content: bytes, *, serials: bool = False) -> bytes:
    """The CSV saved as a workbook: numbers as floats, days as dates, or as their bare numbers."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in cells_of(content):
        sheet.append([_value(cell, serials) for cell in row])
    for at, row in enumerate(cells_of(content), 1):
        for column, cell in enumerate(row, 1):
            if _MONTH.fullmatch(cell) and shown(cell) != cell:
                sheet.cell(at, column).number_format = "mmm-yy"
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def _value(cell: str, serials: bool) -> object:
    if day := _DAY.fullmatch(cell):
        found = date(*map(int, day.groups()))
        return found.toordinal() - EXCEL_BEGINS if serials else found
    if (month := _MONTH.fullmatch(cell)) and shown(cell) != cell:
        return date(int(month[1]), int(month[2]), 1)
    if re.fullmatch(r"-?\d+(\.\d+)?", cell):
        return float(cell)
    return {"true": True, "false": False}.get(cell, cell or None)
