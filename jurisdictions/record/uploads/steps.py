"""What an upload still has to be told before its rows can be checked, one step after the other."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from jurisdictions.models import Upload
from jurisdictions.record.changing.vouching import needs_source
from jurisdictions.record.ingest.tables import Table
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import ask_for_check, stop_check
from jurisdictions.record.uploads.columns import CONTRADICTIONS
from jurisdictions.record.uploads.days import days_of, year_ahead
from jurisdictions.record.uploads.rows import rows_of

TABLE, COLUMNS, DATES, SOURCE, ROWS = "table", "columns", "dates", "source", "rows"
FETCH = "fetch"
"""The step ahead of all others of a file that lies at an address: only the worker can take it."""


def next_step(upload: Upload) -> str:
    """The first step that has to be answered; ROWS when there is none."""
    shape = upload.shape
    if shape.get("unsure") and TABLE not in shape.get("seen", ()):
        return TABLE
    if upload.columns is None:
        return COLUMNS
    answered = upload.answers.get("orders", {})
    if any(one["asked"] and one["column"] not in answered for one in shape.get("days", ())):
        return DATES
    if shape.get("sourceless") and "source" not in upload.answers and not _passed(upload, SOURCE):
        return SOURCE
    return ROWS


def _passed(upload: Upload, step: str) -> bool:
    return step in upload.shape.get("seen", ())


def pass_step(upload: Upload, step: str) -> None:
    """Note that somebody looked at a step and went on."""
    upload.shape["seen"] = sorted({*upload.shape.get("seen", ()), step})


def go_on(upload: Upload, by: Actor, at: datetime) -> None:
    """Keep the upload, and ask for the check of its rows once nothing else has to be told."""
    upload.shape["step"] = next_step(upload)
    if upload.shape["step"] == ROWS:
        ask_for_check(upload, by, at)
        return
    stop_check(upload, at)
    upload.job = None
    upload.findings, upload.faults, upload.wishes = {}, [], []
    upload.save()


def settle(upload: Upload, table: Table, at: datetime) -> None:
    """Look at the columns that were chosen: the order of their dates, whether a source is named."""
    targets = upload.columns["targets"] if upload.columns else []
    mode = str(upload.shape["mode"])
    called = dict(zip(targets, upload.shape["headings"], strict=False))
    days = days_of(mode, rows_of(table, targets), {}, year_ahead(at.date()), table.begins)
    asked = {one.column: one for one in days.asked()}
    upload.shape["days"] = [
        {
            "column": name,
            "called": called.get(name, name),
            "asked": name in asked,
            "order": column.order,
            "proof": column.proof,
            "clash": column.clash,
            "serials": column.serials,
            **(
                {key: told for key, told in asdict(asked[name]).items() if key != "column"}
                if name in asked
                else {}
            ),
        }
        for name, column in days.columns.items()
    ]
    upload.shape["sourceless"] = _lacks_source(mode, targets)


def _lacks_source(mode: str, targets: list[str]) -> bool:
    """Whether the file changes what a source vouches for, and has no column that names one."""
    kind = KINDS.get(mode)
    if kind is None or mode == CONTRADICTIONS or not kind.cited or kind.about.may_lack_source:
        return False
    # Where the source is part of what the fact is called, every row has to name its own.
    if "source" in targets or "source" in kind.keyed_by:
        return False
    return needs_source(kind, set(targets))
