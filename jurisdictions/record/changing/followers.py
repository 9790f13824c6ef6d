"""Contradictions follow the fact: what the record holds is told as it stands after a correction."""

from __future__ import annotations

from collections.abc import Sequence

from jurisdictions.models import Citation
from jurisdictions.record.changing.contradictions import FIELDS, standing_contradictions
from jurisdictions.record.changing.moments import Moment
from jurisdictions.record.changing.versions import BATCH, supersede
from jurisdictions.record.changing.wishes import Plan


def follow_corrections(plans: Sequence[Plan], moment: Moment) -> None:
    """Bring the contradictions of corrected facts up to date.

    One that says what the record now holds ends. One that still says otherwise is kept with the
    new value beside it, without its adjudication: that was about the value before.
    """
    corrected = {plan.before.version.fact_id: plan for plan in plans if plan.before and plan.cells}
    ended: list[int] = []
    begun: list[Citation] = []
    for one in standing_contradictions(list(corrected)).values():
        plan = corrected[one.fact_id]
        if one.field not in plan.cells or one.change_id == moment.change.pk:
            continue
        now = plan.cells[one.field]
        ended.append(one.pk)
        if one.said != now:
            begun.append(_beside(one, now, moment))
    supersede(Citation, ended, moment)
    Citation.objects.bulk_create(begun, batch_size=BATCH)


def _beside(before: Citation, now: str, moment: Moment) -> Citation:
    kept = {name: getattr(before, name) for name in FIELDS}
    return Citation(
        fact_id=before.fact_id,
        source_id=before.source_id,
        contradicts=True,
        field=before.field,
        recorded_at=moment.at,
        change=moment.change,
        **{**kept, "recorded": now, "adjudication": "", "adjudication_es": ""},
    )
