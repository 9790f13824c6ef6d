"""A workbook's list of sheets is looked at before any is read: each is a part of its own.

A workbook may list one part as a hundred thousand sheets, in half a megabyte. A spreadsheet
program never does, and whoever reads it so reads the part as often.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import IO, Any


class Repeated(ValueError):
    """One part is listed as several sheets."""


def open_workbook(file: IO[bytes], **how: Any) -> Any:
    """The workbook as openpyxl reads it, with values. Raises Repeated, and whatever that raises."""
    # Only here: it takes a third of a second, and most processes read no workbook.
    from openpyxl.reader.excel import ExcelReader

    class OnceEach(ExcelReader):
        """Looks at the list of the sheets before it reads them."""

        def read_worksheets(self) -> None:
            demand_parts_of_their_own([rel.target for _, rel in self.parser.find_sheets()])
            super().read_worksheets()

    reader = OnceEach(file, data_only=True, keep_links=False, **how)
    reader.read()
    return reader.wb


def demand_parts_of_their_own(parts: list[str]) -> None:
    """Refuse a list of sheets that names a part twice. Raises Repeated."""
    named = {str(PurePosixPath(part)) for part in parts}
    if len(named) < len(parts):
        raise Repeated
