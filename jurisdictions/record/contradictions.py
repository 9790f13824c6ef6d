"""Citations that say otherwise on one field of a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jurisdictions.models import Citation, Fact, Program
from jurisdictions.record.versions import Moment, Outcome, supersede

FIELDS = ("recorded", "said", "locator", "note", "note_es")


@dataclass(frozen=True, slots=True)
class ContradictionDraft:
    """A source that says otherwise: `fact` is a public name, `field` one of its fields."""

    fact: str
    field: str
    recorded: str
    said: str
    source: str
    note: str
    row: int = 0
    locator: str = ""
    note_es: str = ""


def write_contradictions(
    drafts: Sequence[ContradictionDraft], program: Program, moment: Moment
) -> Iterator[tuple[ContradictionDraft, Outcome]]:
    """Record each as the current citation of its fact, field and source."""
    facts = {fact.name: fact for fact in Fact.objects.filter(program=program)}
    sources = {fact.key: fact for fact in Fact.objects.filter(kind="source")}
    for draft in drafts:
        values = {name: getattr(draft, name) for name in FIELDS}
        key = {"fact": facts[draft.fact], "source": sources[draft.source], "field": draft.field}
        before = Citation.objects.filter(**key, contradicts=True, superseded_at=None).first()
        if before and all(getattr(before, name) == value for name, value in values.items()):
            yield draft, Outcome.UNCHANGED
            continue
        if before:
            supersede(Citation, [before.pk], moment)
        Citation.objects.create(
            **key, **values, contradicts=True, recorded_at=moment.at, change=moment.change
        )
        yield draft, Outcome.CORRECTED if before else Outcome.CREATED
