"""The job that checks an upload: it may be killed and begun anew, and is kept only once whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jurisdictions.models import Upload
from jurisdictions.record.changing.wishes import Plan
from jurisdictions.record.faults import Fault
from jurisdictions.record.ingest.tables import Table, Unreadable
from jurisdictions.record.kinds import SOURCES
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.preview import Effect
from jurisdictions.record.uploads.aliases import COUNTY_NAME, PLACE_NAME, STATE_NAME
from jurisdictions.record.uploads.answers import Answers
from jurisdictions.record.uploads.checking import Again, Check, Checked, Tell, check_table
from jurisdictions.record.uploads.columns import EXPORT
from jurisdictions.record.uploads.effects import wish_to_send
from jurisdictions.record.uploads.exports import COLUMNS
from jurisdictions.record.uploads.kept_rows import count_left, left_of, mends_of, rows_to_keep
from jurisdictions.record.uploads.naming import Naming, Question, gazetteer
from jurisdictions.record.uploads.reading_first import reading_of
from jurisdictions.record.uploads.sending import rows_sent

MOST_PLACES = 200
"""Places whose statuses would change that are listed; beyond that they are counted."""
MOST_TEXT = 300
MOST_CAUTIONS = 500
MOST_WORDS = 50
"""Written words that are asked about; a column with more holds something else than words."""
NAMED = (COUNTY_NAME, PLACE_NAME, STATE_NAME)


def check_upload(*, upload: int, account: int | None, at: datetime, tell: Tell) -> None:
    """Check an upload's file and keep what was found; nothing when it was deleted meanwhile."""
    found = Upload.objects.select_related("program").filter(pk=upload, finished_at=None).first()
    actor = actor_of(account)
    if found is None or found.columns is None or actor is None:
        return
    job = found.job_id
    with translation.override(found.language):
        try:
            table = reading_of(found).table()
        except (Unreadable, OSError) as wrong:
            _keep(upload, job, {"stuck": str(wrong)}, [], [], {})
            return
        tell(0.05)
        asked = what_is_asked(found, found.columns, table, by=actor, at=at)
        checked = check_table(asked, tell)
        _keep(
            upload,
            job,
            findings_of(found, checked),
            faults_of(found, checked),
            wishes_of(checked),
            rows_to_keep(table, asked.columns, checked.became, asked.sent),
        )


def faults_of(upload: Upload, checked: Checked) -> list[dict[str, Any]]:
    """Every fault in the order of the file, told in its words."""
    called = _headings(upload)
    return [
        _fault(fault, upload.file_name, called)
        for fault in sorted(checked.faults, key=_place_in_file)
    ]


def wishes_of(checked: Checked) -> list[dict[str, Any]]:
    """What is to be sent, fact by fact."""
    return [_wish(plan, checked.beside) for plan in checked.plans]


def what_is_asked(
    found: Upload,
    columns: Mapping[str, Any],
    table: Table,
    *,
    by: Actor,
    at: datetime,
    again: Again | None = None,
) -> Check:
    """What is to be checked: the file as a table, with the columns and answers that were chosen."""
    return Check(
        program=found.program,
        table=table,
        mode=found.shape["mode"],
        columns=columns["targets"],
        naming=Naming(gazetteer(), found.places),
        answers=Answers.kept(found.answers),
        texts=columns["texts"],
        erase=columns["erase"],
        by=by,
        at=at,
        sent=rows_sent(found),
        mends=mends_of(found),
        left=left_of(found),
        again=again,
    )


@transaction.atomic
def _keep(
    upload: int,
    job: int | None,
    findings: dict[str, Any],
    faults: list[dict[str, Any]],
    wishes: list[dict[str, Any]],
    rows: dict[str, Any],
) -> None:
    """Keep what was found, unless another check was asked for meanwhile."""
    found = Upload.objects.select_for_update().filter(pk=upload, finished_at=None).first()
    if found is not None and found.job_id == job:
        found.findings, found.faults, found.wishes = findings, faults, wishes
        found.rows = rows
        count_left(found)
        found.save(update_fields=["findings", "faults", "wishes", "rows"])


def findings_of(upload: Upload, checked: Checked) -> dict[str, Any]:
    """What the preview shows beside faults and rows."""
    called = _headings(upload)
    return {
        "counts": dict(checked.counts),
        "mends": checked.mends,
        "proposed": sorted(Counter(checked.proposed.values()).items()),
        "questions": [_question(question) for question in checked.questions],
        "orders": [
            {**asdict(one), "called": called.get(one.column, one.column)} for one in checked.orders
        ],
        "words": [
            {
                "column": one.column,
                "called": called.get(one.column, one.column),
                "written": one.written[:MOST_TEXT],
                "options": list(one.options),
                "at": one.rows,
            }
            for one in checked.words[:MOST_WORDS]
        ],
        "sources": [
            {
                "written": one.written,
                "cells": one.cells,
                "at": one.rows,
            }
            for one in checked.sources
        ],
        "lacking": {
            "recorded": checked.lacking.recorded,
            "corrected": checked.lacking.corrected,
        },
        "effect": _effect(checked.effect) if checked.effect else None,
        "cautions": [asdict(one) for one in checked.cautions[:MOST_CAUTIONS]],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "written": question.written,
        "candidates": list(question.candidates),
        "called": question.called,
        "at": question.rows,
    }


def _effect(effect: Effect) -> dict[str, Any]:
    """The places whose status would be another on some day come first."""
    turned = [one for one in effect.places if one.other_status]
    others = [one for one in effect.places if not one.other_status]
    moves = Counter(
        (before or "", after or "")
        for before, after in (one.statuses for one in effect.places)
        if before != after
    )
    return {
        "places": [
            {
                "geoid": one.geoid,
                "name": one.name,
                "from": one.changed_from.isoformat() if one.changed_from else "",
                "before": one.statuses[0] or "",
                "after": one.statuses[1] or "",
                "turned": one.other_status,
            }
            for one in [*turned, *others][:MOST_PLACES]
        ],
        "touched": len(effect.places),
        "turned": len(turned),
        "spans": effect.spans_changed,
        "moves": [[before, after, count] for (before, after), count in moves.most_common()],
    }


def _headings(upload: Upload) -> dict[str, str]:
    """What the author calls each column: faults are told in the words of the file."""
    targets = upload.columns["targets"] if upload.columns else []
    pairs = zip(targets, upload.shape["headings"], strict=False)
    called = {target: heading for target, heading in pairs if target}
    for renamed in COLUMNS.values() if upload.shape["mode"] == EXPORT else ():
        for name, own in renamed.items():
            called.setdefault(own, called.get(name, own))
    # A place that is named has no geoid in the file.
    for name in NAMED:
        if name in called:
            called.setdefault("geoid", called[name])
    return called


def _fault(fault: Fault, file: str, called: Mapping[str, str]) -> dict[str, Any]:
    named = _("%(file)s, sheet %(sheet)s") % {"file": file, "sheet": fault.file}
    return {
        "file": named if fault.file else file,
        "sheet": fault.file,
        "target": fault.column,
        "row": fault.row,
        "column": fault.column if fault.file else called.get(fault.column, fault.column),
        "value": fault.value[:MOST_TEXT],
        "reason": fault.reason,
    }


def _place_in_file(fault: Fault) -> tuple[bool, int, str]:
    return fault.file != "", fault.row, fault.column


def _wish(plan: Plan, beside: Collection[str]) -> dict[str, Any]:
    """What is to be sent, and the cells as they stood: the page shows both.

    `beside` are the facts that come of no row of the sheet itself: new sources.
    """
    wish = wish_to_send(plan)
    before = plan.before.cells if plan.before else {}
    return {
        "action": wish.action,
        "kind": wish.kind,
        "name": wish.name,
        "fact": plan.name,
        "cells": dict(wish.cells),
        "was": {name: before.get(name, "") for name in wish.cells} if plan.before else {},
        "base": wish.base,
        "row": wish.row,
        "beside": plan.name in beside and wish.kind == SOURCES.kind.value,
        "places": sorted(plan.places),
    }
