"""Citations that say otherwise on one field of a fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jurisdictions.models import Citation, Fact, Program
from jurisdictions.models.standing import in_parts, keys_by_kind
from jurisdictions.record.changing.versions import BATCH, Moment, Outcome, supersede

FIELDS = ("recorded", "said", "locator", "note", "note_es", "adjudication", "adjudication_es")
Key = tuple[int, int, str]
"""What tells one contradiction from another: the fact, the source, the field."""


@dataclass(frozen=True, slots=True)
class ContradictionDraft:
    """A source that says otherwise: `fact` is a public name, `field` one of its fields.

    `values` are those of FIELDS that the draft speaks of; the others keep their value.
    """

    fact: str
    field: str
    source: str
    values: Mapping[str, str]
    row: int = 0


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


def facts_named(program: Program | None, names: Iterable[str]) -> dict[str, Fact]:
    """The identities of a program's facts by public name, on record or not; None: shared ones."""
    return {
        fact.name: fact
        for kind, keys in keys_by_kind(names).items()
        for part in in_parts(keys)
        for fact in Fact.objects.filter(program=program, kind=kind, key__in=part)
    }


def standing_contradictions(facts: Sequence[int]) -> dict[Key, Citation]:
    """The contradictions that stand now against facts, by their ids."""
    return {
        (one.fact_id, one.source_id, one.field): one
        for part in in_parts(facts)
        for one in Citation.objects.current()
        .filter(contradicts=True, fact_id__in=part)
        .select_related("source")
    }


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
