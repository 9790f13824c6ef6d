"""An uploaded file -> a table, by what its name ends in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from jurisdictions.record.ingest.delimited import delimited_table
from jurisdictions.record.ingest.objects import objects_table
from jurisdictions.record.ingest.tables import MEGABYTE, Table, Unreadable
from jurisdictions.record.ingest.workbooks import workbook_table

MOST_BYTES = 10 * MEGABYTE
FORMS = (".csv", ".xlsx", ".json")
"""How the names of files that can be read end."""


def table_in(path: Path, name: str, sheets: Sequence[str], beside: str) -> Table:
    """Read a file that was uploaded under a name.

    Of a workbook the first sheet of `sheets` that is there is read, else its first one; and the
    sheet called `beside`, if that is another. Raises Unreadable.
    """
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise Unreadable(_("is larger than %(most)d MB") % {"most": MOST_BYTES // MEGABYTE})
    match Path(name).suffix.casefold():
        case ".csv":
            return delimited_table(path.read_bytes())
        case ".xlsx":
            return workbook_table(path, sheets, beside)
        case ".json":
            return objects_table(path.read_bytes(), sheets)
        case _:
            listed = ", ".join(FORMS)
            raise Unreadable(_("is in no form that can be read: %(forms)s") % {"forms": listed})
