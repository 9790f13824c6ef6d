"""An uploaded file -> a table, by what its name ends in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.delimited import delimited_table
from jurisdictions.record.ingest.objects import objects_table
from jurisdictions.record.ingest.other_forms import ZIPPED, other_form
from jurisdictions.record.ingest.tables import FIRST, MEGABYTE, Layout, Table, Unreadable, damaged
from jurisdictions.record.ingest.workbooks import workbook_table

MOST_BYTES = 10 * MEGABYTE
TEXTS = (".csv", ".tsv", ".txt", ".tab")
FORMS = (*TEXTS, ".xlsx", ".json")
"""How the names of files that can be read end."""
OTHER_SHEETS = (".xls", ".xlsb", ".xlt", ".ods", ".fods", ".numbers", ".gsheet", ".wk1", ".dbf")
"""Forms of other programs, which can save what is read here."""


def table_in(
    path: Path, name: str, sheets: Sequence[str], beside: str, layout: Layout = FIRST
) -> Table:
    """Read a file that was uploaded under a name.

    Of a workbook the first sheet of `sheets` that is there is read, else the one whose headings
    are known best; and the sheet called `beside`, if that is another. Raises Unreadable, whatever
    a reader trips over: a file that was damaged breaks in ways that nobody lists.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise Unreadable(_("is larger than %(most)d MB") % {"most": MOST_BYTES // MEGABYTE})
    try:
        return _table(path, Path(name).suffix.casefold(), sheets, beside, layout)
    except (Unreadable, OSError):
        raise
    except Exception as wrong:
        raise damaged() from wrong


def _table(path: Path, form: str, sheets: Sequence[str], beside: str, layout: Layout) -> Table:
    raw = path.read_bytes()
    if reason := other_form(raw):
        raise Unreadable(reason)
    if form in OTHER_SHEETS:
        raise Unreadable(
            _(
                "is a spreadsheet of another form, or has a password: save it as .xlsx or CSV in "
                "the program it comes from, without a password"
            )
        )
    if form in TEXTS and raw.startswith(ZIPPED):
        # Somebody gave a workbook another ending.
        return workbook_table(path, sheets, beside, layout)
    if form in TEXTS:
        return delimited_table(raw, layout)
    match form:
        case ".xlsx" | ".xlsm":
            return workbook_table(path, sheets, beside, layout)
        case ".json":
            return objects_table(raw, sheets)
        case _:
            listed = ", ".join(FORMS)
            raise Unreadable(_("is in no form that can be read: %(forms)s") % {"forms": listed})
