"""Plans -> versions: the one way by which facts are recorded, corrected, retracted, disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from jurisdictions.models import Citation, Program
from jurisdictions.models.standing import in_parts
from jurisdictions.record.changing.contradicting import write_contradictions
from jurisdictions.record.changing.followers import follow_corrections
from jurisdictions.record.changing.moments import Moment, Outcome
from jurisdictions.record.changing.soundness import refuse_unsound
from jurisdictions.record.changing.versions import supersede, write_drafts
from jurisdictions.record.changing.wishes import RETRACT, Plan
from jurisdictions.record.kinds import KINDS


def write_plans(plans: Sequence[Plan], program: Program, moment: Moment) -> list[Outcome]:
    """Carry out every plan under one change; an outcome for each, in order.

    What others refer to is written first. Raises Refused when the record would refer to places
    or sources that are not on it; the caller's transaction is then to be given up.
    """
    outcomes = dict.fromkeys(range(len(plans)), Outcome.UNCHANGED)
    for name, kind in KINDS.items():
        drafts = [
            (index, plan.draft)
            for index, plan in enumerate(plans)
            if plan.draft and plan.kind.kind == name
        ]
        if drafts:
            written = write_drafts(kind, [draft for _index, draft in drafts], program, moment)
            outcomes |= zip((index for index, _draft in drafts), written, strict=True)
    _retract([plan for plan in plans if plan.wish.action == RETRACT], moment)
    disputed = [(i, plan.contradiction) for i, plan in enumerate(plans) if plan.contradiction]
    if disputed:
        written = write_contradictions([draft for _i, draft in disputed], program, moment)
        outcomes |= zip((index for index, _draft in disputed), written, strict=True)
    follow_corrections([plan for plan in plans if plan.draft and plan.before], moment)
    refuse_unsound(moment.change.pk)
    return [
        Outcome.RETRACTED if plan.wish.action == RETRACT and plan.before else outcomes[index]
        for index, plan in enumerate(plans)
    ]


def _retract(plans: Sequence[Plan], moment: Moment) -> None:
    """End the versions, with all their citations."""
    ended = defaultdict(list)
    for plan in plans:
        if plan.before:
            ended[plan.kind.model].append(plan.before.version)
    for model, versions in ended.items():
        supersede(model, [version.pk for version in versions], moment)
        for part in in_parts([version.fact_id for version in versions]):
            cited = Citation.objects.current().filter(fact_id__in=part)
            supersede(Citation, list(cited.values_list("pk", flat=True)), moment)
