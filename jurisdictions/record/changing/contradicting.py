"""Writes what sources say otherwise: each as the current citation of its fact, field, source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jurisdictions.models import Citation, Fact, Program
from jurisdictions.record.changing.contradictions import (
    FIELDS,
    ContradictionDraft,
    facts_named,
    standing_contradictions,
)
from jurisdictions.record.changing.moments import Moment, Outcome
from jurisdictions.record.changing.versions import BATCH, supersede


def write_contradictions(
    drafts: Sequence[ContradictionDraft], program: Program, moment: Moment
) -> list[Outcome]:
    """Record each as the current citation of its fact, field and source; an outcome for each."""
    facts = facts_named(program, (draft.fact for draft in drafts))
    sources = facts_named(None, (f"source:{draft.source}" for draft in drafts))
    standing = standing_contradictions([fact.pk for fact in facts.values()])
    outcomes: list[Outcome] = []
    ended: list[int] = []
    begun: list[Citation] = []
    for draft in drafts:
        fact, source = facts[draft.fact], sources[f"source:{draft.source}"]
        before = standing.get((fact.pk, source.pk, draft.field))
        outcomes.append(_outcome(before, draft.values))
        if outcomes[-1] is Outcome.UNCHANGED:
            continue
        if before:
            ended.append(before.pk)
        begun.append(_citation(fact, source, draft, before, moment))
    supersede(Citation, ended, moment)
    Citation.objects.bulk_create(begun, batch_size=BATCH)
    return outcomes


def _outcome(before: Citation | None, values: Mapping[str, str]) -> Outcome:
    if before is None:
        return Outcome.CREATED
    same = all(getattr(before, name) == value for name, value in values.items())
    return Outcome.UNCHANGED if same else Outcome.CORRECTED


def _citation(
    fact: Fact, source: Fact, draft: ContradictionDraft, before: Citation | None, moment: Moment
) -> Citation:
    kept = {name: getattr(before, name) for name in FIELDS} if before else {}
    return Citation(
        fact=fact,
        source=source,
        contradicts=True,
        field=draft.field,
        recorded_at=moment.at,
        change=moment.change,
        **{**kept, **draft.values},
    )
