"""Another kind of facts is chosen for a file that is here; what still fits of the answers stays."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Upload
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.tables import Table
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import own_upload
from jurisdictions.record.uploads.columns import targets_of
from jurisdictions.record.uploads.layouts import look_at
from jurisdictions.record.uploads.reading_first import Reading, read_first, reading_of
from jurisdictions.record.uploads.steps import TABLE, go_on, pass_step

OF_COLUMNS = ("orders", "words")
"""Answers that are kept by column."""


def choose_kind(*, upload: int, kind: str, by: Actor, at: datetime) -> None:
    """Say that a file holds facts of another kind, "" for an export; then its columns are matched.

    The sheet, the row of its headings, its encoding and its source stay; so do columns, orders of
    dates and mended cells whose column the other kind has too. Raises Refused for what is no kind,
    and once a part of the file was sent.
    """
    asked = partial(_asked, kind=kind)
    read = read_first(upload=upload, by=by, asked=asked, column="kind")
    with transaction.atomic():
        found = own_upload(upload, by)
        table = read.of(found)
        _change(found, table, kind, at)
        # What the file looks like was seen before.
        pass_step(found, TABLE)
        go_on(found, by, at)


def _asked(upload: Upload, *, kind: str) -> Reading:
    """How an upload is read as one of a kind. Raises Refused as choose_kind does."""
    if kind and kind not in KINDS:
        raise Refused([Fault("", 0, "kind", kind, _("Choose what the file holds."))])
    if upload.parts.exists():
        said = _("A part of this file was sent: it stays what it was. Upload the rest anew.")
        raise Refused([Fault("", 0, "kind", kind, said)])
    return replace(reading_of(upload), kind=kind)


def _change(found: Upload, table: Table, kind: str, at: datetime) -> None:
    """Look at the file as one of a kind, and keep what still fits of what was said of it."""
    before: Sequence[str] = found.columns["targets"] if found.columns else ()
    look_at(found, table, kind, at)
    fitting = set(targets_of(str(found.shape["mode"])))
    if found.columns is None:
        found.shape["guessed"] = _with_kept(found.shape.get("guessed", {}), before, fitting)
    found.answers = _fitting_answers(found, fitting)
    found.mends = {
        sheet: {row: _of_these(cells, fitting) for row, cells in rows.items()}
        for sheet, rows in found.mends.items()
    }


def _with_kept(
    guessed: Mapping[str, str], before: Sequence[str], fitting: Collection[str]
) -> dict[str, str]:
    """What a form offers for headings that are not known: first what was chosen before."""
    kept = {str(place): one for place, one in enumerate(before) if one in fitting}
    others = {place: one for place, one in guessed.items() if one not in kept.values()}
    return {**others, **kept}


def _fitting_answers(upload: Upload, fitting: Collection[str]) -> dict[str, object]:
    return {
        name: _of_these(told, fitting) if name in OF_COLUMNS else told
        for name, told in upload.answers.items()
    }


def _of_these(told: Mapping[str, object], columns: Collection[str]) -> dict[str, object]:
    return {name: one for name, one in told.items() if name in columns}
