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
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.preview import Effect
from jurisdictions.record.uploads.aliases import COUNTY_NAME, PLACE_NAME, STATE_NAME
from jurisdictions.record.uploads.answers import Answers
from jurisdictions.record.uploads.checking import Check, Checked, Tell, check_table
from jurisdictions.record.uploads.columns import EXPORT
from jurisdictions.record.uploads.effects import wish_to_send
from jurisdictions.record.uploads.exports import COLUMNS
from jurisdictions.record.uploads.layouts import table_of
from jurisdictions.record.uploads.naming import Naming, Question, gazetteer
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
            table = table_of(found)
        except (Unreadable, OSError) as wrong:
            _keep(upload, job, {"stuck": str(wrong)}, [], [])
            return
        tell(0.05)
        checked = check_table(_asked(found, found.columns, table, by=actor, at=at), tell)
        called = _headings(found)
        _keep(
            upload,
            job,
            _findings(checked, called),
            [
                _fault(fault, found.file_name, called)
                for fault in sorted(checked.faults, key=_place_in_file)
            ],
            [_wish(plan, checked.beside) for plan in checked.plans],
        )


def _asked(
    found: Upload, columns: Mapping[str, Any], table: Table, *, by: Actor, at: datetime
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
    )


@transaction.atomic
def _keep(
    upload: int,
    job: int | None,
    findings: dict[str, Any],
    faults: list[dict[str, Any]],
    wishes: list[dict[str, Any]],
) -> None:
    """Keep what was found, unless another check was asked for meanwhile."""
    found = Upload.objects.select_for_update().filter(pk=upload, finished_at=None).first()
    if found is not None and found.job_id == job:
        found.findings, found.faults, found.wishes = findings, faults, wishes
        found.save(update_fields=["findings", "faults", "wishes"])


def _findings(checked: Checked, called: Mapping[str, str]) -> dict[str, Any]:
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
                "rows": len(one.rows),
                "first": one.rows[0],
            }
            for one in checked.words[:MOST_WORDS]
        ],
        "sources": [
            {
                "written": one.written,
                "cells": one.cells,
                "rows": len(one.rows),
                "first": one.rows[0],
            }
            for one in checked.sources
        ],
        "lacking": {
            "recorded": len(checked.lacking.recorded),
            "corrected": len(checked.lacking.corrected),
            "first": min((*checked.lacking.recorded, *checked.lacking.corrected), default=0),
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
        "rows": len(question.rows),
        "first": question.rows[0] if question.rows else 0,
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
        "beside": plan.name in beside,
        "places": sorted(plan.places),
    }
