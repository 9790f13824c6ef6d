"""Citations that say otherwise on one field of a fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jurisdictions.models import Citation, Fact, Program
from jurisdictions.models.standing import in_parts, keys_by_kind

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
