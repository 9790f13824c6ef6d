"""Where the facts of a file stand: which sheet, which row holds the headings, which columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Upload
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.tables import Table, Unreadable
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import ask_for_check, own_upload
from jurisdictions.record.uploads.columns import match_headings, missing_columns, mode_of
from jurisdictions.record.uploads.files import read_file, shape_of

LAST_HEAD = 1000
"""The last row in which headings are looked for when somebody says that they stand there."""


def look_at(upload: Upload, table: Table, kind: str) -> bool:
    """Keep what the file looks like, and its columns when every heading is matched.

    Answers whether it can be checked at once.
    """
    mode = mode_of(kind, table.headings)
    columns = match_headings(table.headings, mode)
    whole = None not in columns and not missing_columns(mode, [one or "" for one in columns])
    upload.kind = mode if mode in KINDS else ""
    upload.shape = shape_of(table, mode)
    upload.columns = chosen(columns, erase=False, texts="") if whole else None
    return whole


@transaction.atomic
def choose_layout(*, upload: int, sheet: str, head: int, by: Actor, at: datetime) -> None:
    """Say in which sheet and row the headings stand, 0 to look for the row; then go on as at first.

    Raises Refused for a sheet or a row that there is not.
    """
    found = own_upload(upload, by)
    if sheet not in found.shape.get("sheets", []) and sheet != found.shape["sheet"]:
        raise Refused([Fault("", 0, "sheet", sheet, _("is no sheet of this file"))])
    if not 0 <= head <= LAST_HEAD:
        said = _("is no row in which headings can stand: 1 to %(last)d") % {"last": LAST_HEAD}
        raise Refused([Fault("", 0, "head", str(head), said)])
    try:
        table = read_file(found.file, found.file_name, found.kind, sheet, head)
    except Unreadable as wrong:
        said = f"{found.file_name} {wrong}."
        raise Refused([Fault("", 0, "head", "", said)]) from wrong
    whole = look_at(found, table, found.kind)
    if whole:
        ask_for_check(found, by, at)
    else:
        found.findings, found.faults, found.wishes = {}, [], []
        found.save()


def chosen(columns: Sequence[str | None], *, erase: bool, texts: str) -> dict[str, Any]:
    """The choice of columns as it is kept."""
    return {"targets": [column or "" for column in columns], "erase": erase, "texts": texts}
