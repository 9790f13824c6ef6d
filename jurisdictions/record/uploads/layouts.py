"""Where the facts of a file stand: which sheet, which row holds the headings, which columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Upload
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.delimited import DELIMITERS
from jurisdictions.record.ingest.encodings import CHOICES
from jurisdictions.record.ingest.heading_rows import FEWEST_KNOWN, NO_HEADINGS
from jurisdictions.record.ingest.tables import SheetLook, Table
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import own_upload
from jurisdictions.record.uploads.columns import match_headings, missing_columns, mode_of
from jurisdictions.record.uploads.contents import by_contents
from jurisdictions.record.uploads.files import shape_of, sheets_of
from jurisdictions.record.uploads.naming import gazetteer
from jurisdictions.record.uploads.reading_first import Reading, read_first
from jurisdictions.record.uploads.remembering import recall, remember
from jurisdictions.record.uploads.steps import TABLE, go_on, pass_step, settle

LAST_HEAD = 1000
"""The last row in which headings are looked for when somebody says that they stand there."""


def look_at(
    upload: Upload, table: Table, kind: str, at: datetime, *, sheet_named: bool = False
) -> None:
    """Keep what the file looks like, and its columns when they are known.

    `sheet_named`: its author said which sheet is meant. The columns are known when every heading is
    matched, or when the author chose them for the same headings before: what a person said of a
    heading goes before what it is usually called.
    """
    mode = mode_of(kind, table.headings)
    columns = match_headings(table.headings, mode)
    upload.kind = mode if mode in KINDS else ""
    upload.shape = {**_kept(upload.shape), **shape_of(table, mode)}
    upload.shape["unsure"] = _is_unsure(table, kind, sheet_named=sheet_named)
    upload.columns = None
    known = recall(upload.made_by_id, upload.program_id, mode, table.headings)
    if known:
        upload.columns = chosen(known.columns, erase=False, texts="")
        upload.answers = {**upload.answers, "orders": dict(known.orders)}
        upload.shape["remembered"] = {
            "file": known.file_name,
            "on": known.used_at.date().isoformat(),
        }
        upload.shape["unsure"] = False
    elif None not in columns and not missing_columns(mode, [one or "" for one in columns]):
        upload.columns = chosen(columns, erase=False, texts="")
    else:
        guessed = by_contents(table, mode, columns, gazetteer()) if None in columns else {}
        upload.shape["guessed"] = {str(place): target for place, target in guessed.items()}
    if upload.columns:
        settle(upload, table, at)


def _kept(shape: Mapping[str, Any]) -> dict[str, Any]:
    """Of how a file was looked at before, what its author said."""
    return {name: shape[name] for name in ("chosen", "seen", "address") if name in shape}


def _is_unsure(table: Table, kind: str, *, sheet_named: bool) -> bool:
    """Whether another sheet fits as well, or no row looks like headings."""
    if not table.looks:
        return False
    own = next((look for look in table.looks if look.name == table.sheet), table.looks[0])
    if own.known < FEWEST_KNOWN:
        return True
    if sheet_named or table.sheet in sheets_of(kind):
        return False
    return any(_fits_too(own, look) for look in table.looks if look is not own)


def _fits_too(own: SheetLook, other: SheetLook) -> bool:
    return other.known >= own.known and len(other.rows) > 1


def choose_layout(
    *,
    upload: int,
    sheet: str,
    head: int,
    by: Actor,
    at: datetime,
    encoding: str = "",
    sign: str = "",
    stay: bool = False,
) -> None:
    """Say in which sheet and row the headings stand, 0 to look for the row; then go on as at first.

    `encoding` and `sign` say how a text file is read, "" to find it; `stay` only shows what the
    file then looks like. Raises Refused for a sheet, row, encoding or sign that there is not.
    """
    asked = partial(_asked, sheet=sheet, head=head, encoding=encoding, sign=sign)
    read = read_first(upload=upload, by=by, asked=asked, column="head")
    with transaction.atomic():
        found = own_upload(upload, by)
        table = read.of(found)
        found.shape["chosen"] = {"encoding": encoding, "sign": sign}
        seen = set(found.shape.get("seen", ())) - {TABLE}
        found.shape["seen"] = sorted(seen)
        look_at(found, table, found.kind, at)
        if stay:
            found.shape["unsure"] = True
        else:
            pass_step(found, TABLE)
        go_on(found, by, at)


def _asked(upload: Upload, *, sheet: str, head: int, encoding: str, sign: str) -> Reading:
    """How an upload is read where its author says it. Raises Refused as choose_layout does."""
    if sheet not in upload.shape.get("sheets", []) and sheet != upload.shape["sheet"]:
        raise Refused([Fault("", 0, "sheet", sheet, _("is no sheet of this file"))])
    if not NO_HEADINGS <= head <= LAST_HEAD:
        said = _("is no row in which headings can stand: 1 to %(last)d") % {"last": LAST_HEAD}
        raise Refused([Fault("", 0, "head", str(head), said)])
    if encoding and encoding not in CHOICES:
        raise Refused([Fault("", 0, "encoding", encoding, _("is no encoding that can be read"))])
    if sign and sign not in DELIMITERS:
        raise Refused([Fault("", 0, "sign", sign, _("parts no cells"))])
    return Reading(
        *(upload.file, upload.file_name, upload.kind, sheet, head), encoding=encoding, sign=sign
    )


def chosen(columns: Sequence[str | None], *, erase: bool, texts: str) -> dict[str, Any]:
    """The choice of columns as it is kept."""
    return {"targets": [column or "" for column in columns], "erase": erase, "texts": texts}


def keep_for_next_time(upload: Upload, at: datetime) -> None:
    """Remember the columns and the orders of dates for the next file of these headings."""
    if upload.columns:
        remember(
            person=upload.made_by_id,
            program=upload.program_id,
            mode=str(upload.shape["mode"]),
            headings=upload.shape["headings"],
            columns=upload.columns["targets"],
            orders=upload.answers.get("orders", {}),
            file_name=upload.file_name,
            at=at,
        )
