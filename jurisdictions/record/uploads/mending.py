"""Cells of an upload mended at the desk: a layer over the file, which stays as it came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jurisdictions.models import Upload
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.files import tidied
from jurisdictions.record.ingest.tables import LONGEST_CELL
from jurisdictions.record.kinds import JURISDICTION
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.aliases import EXAMPLE
from jurisdictions.record.uploads.asking import ask_for_check, own_upload
from jurisdictions.record.uploads.columns import targets_of
from jurisdictions.record.uploads.kept_rows import (
    Mends,
    count_left,
    keep_left,
    keep_mends,
    left_of,
    mends_of,
)
from jurisdictions.record.uploads.reading_again import read_again

MOST_AT_ONCE = 60
"""So many rows are read anew at once; the whole file is checked for more."""


@transaction.atomic
def mend_rows(*, upload: int, cells: Mends, by: Actor, at: datetime, whole: bool) -> int:
    """Write over cells of rows, by row and column; answers how many cells are others now.

    A cell written as it came is mended no more. `whole`: the file is checked again as a job; else
    these rows are read anew at once. Raises Refused for a row or column that there is not.
    """
    found = own_upload(upload, by)
    touched = lay_over(found, cells)
    if touched:
        _go_on(found, touched, by, at, whole=whole)
    return sum(map(len, touched.values()))


def lay_over(upload: Upload, cells: Mends) -> dict[int, set[str]]:
    """Write over cells, unsaved; answers which are others now, by row.

    Raises Refused for a row or column that there is not.
    """
    before = mends_of(upload)
    mends = {row: dict(own) for row, own in before.items()}
    came = _came(upload, cells)
    for row, written in cells.items():
        own = mends.setdefault(row, {})
        for column, text in written.items():
            tidy = tidied(text[:LONGEST_CELL], Counter())
            if tidy == came[row].get(column, ""):
                own.pop(column, None)
            else:
                own[column] = tidy
    others = {
        row: {one for one in cells[row] if mends[row].get(one) != before.get(row, {}).get(one)}
        for row in cells
    }
    touched = {row: own for row, own in others.items() if own}
    if touched:
        keep_mends(upload, mends)
    return touched


@transaction.atomic
def undo_mends(
    *, upload: int, rows: Collection[int] | None, by: Actor, at: datetime, whole: bool
) -> None:
    """Let rows stand as they came; None for all of the sheet."""
    found = own_upload(upload, by)
    before = mends_of(found)
    touched = [row for row in before if rows is None or row in rows]
    if not touched:
        return
    keep_mends(found, {row: own for row, own in before.items() if row not in touched})
    _go_on(found, touched, by, at, whole=whole)


@transaction.atomic
def leave_rows(*, upload: int, rows: Iterable[int], leave: bool, by: Actor) -> None:
    """Leave rows for later, or take them back among those that are sent."""
    found = own_upload(upload, by)
    put_aside(found, rows, leave=leave)
    found.save(update_fields=["left", "findings"])


def put_aside(upload: Upload, rows: Iterable[int], *, leave: bool = True) -> None:
    """Leave rows for later, or take them back; unsaved."""
    known = {one[0] for one in upload.rows.get("rows", ())}
    chosen = set(rows) & known
    keep_left(upload, left_of(upload) | chosen if leave else left_of(upload) - chosen)
    if upload.findings:
        count_left(upload)
        since = {*upload.findings.get("since", ()), *chosen}
        upload.findings = {**upload.findings, "since": sorted(since)}


def _came(upload: Upload, cells: Mends) -> Mapping[int, Mapping[str, str]]:
    """The rows as they came. Raises Refused for a row or a column that there is not."""
    kept = upload.rows
    named = kept.get("columns", ())
    rows = {
        one[0]: dict(zip(named, one[3], strict=True))
        for one in kept.get("rows", ())
        if one[0] in cells and one[3]
    }
    columns = set(targets_of(upload.shape["mode"])) - {EXAMPLE}
    faults = [
        Fault("", row, "", "", _("is no row of this file that can be mended here"))
        for row in sorted(cells)
        if row not in rows
    ]
    faults += [
        Fault("", row, column, "", _("is no column of this kind of fact"))
        for row, own in sorted(cells.items())
        for column in own
        if column not in columns
    ]
    if faults:
        raise Refused(faults)
    return rows


def _go_on(upload: Upload, rows: Collection[int], by: Actor, at: datetime, *, whole: bool) -> None:
    """Read these rows anew, or have the whole file checked again."""
    together = upload.shape["mode"] == JURISDICTION.kind.value or not upload.findings
    if whole or together or len(rows) > MOST_AT_ONCE:
        ask_for_check(upload, by, at)
        return
    with translation.override(upload.language):
        read_again(upload, rows, by, at)
    upload.save()
