"""Facts as they stood once a change was made, recorded anew with all that cited them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Q

from jurisdictions.models import Citation, Fact, Program
from jurisdictions.models.base import FactVersion, Version
from jurisdictions.models.standing import KIND_OF, MODELS, at, fields_of, in_parts
from jurisdictions.record.changing.contradictions import FIELDS
from jurisdictions.record.changing.moments import Moment, Outcome
from jurisdictions.record.changing.soundness import refuse_unsound
from jurisdictions.record.changing.versions import BATCH, supersede

Kept = tuple[object, ...]
"""What tells one current row from another: a fact, or a citation of it."""


def facts_touched(program: Program, *changes: int) -> list[Fact]:
    """The facts with a version or a citation that the changes began or ended."""
    models: tuple[Any, ...] = (*MODELS.values(), Citation)
    ids = {
        fact
        for part in in_parts(changes)
        for model in models
        for fact in model._default_manager.filter(
            Q(change_id__in=part) | Q(ended_by_id__in=part)
        ).values_list("fact_id", flat=True)
    }
    mine = Q(program=program) | Q(program=None)
    return [
        fact
        for part in in_parts(sorted(ids))
        for fact in Fact.objects.filter(mine, pk__in=part).order_by("pk")
    ]


def latest_changes(facts: Sequence[Fact]) -> dict[int, int]:
    """The latest change that touched each fact, or what cites it, by the fact's id."""
    latest: dict[int, int] = defaultdict(int)
    for rows in _rows(facts):
        for fact, begun, ended in rows.values_list("fact_id", "change_id", "ended_by_id"):
            latest[fact] = max(latest[fact], begun, ended or 0)
    return latest


def later_changes(facts: Sequence[Fact], change: int) -> list[int]:
    """The changes after this one that touched the facts, or what cites them, the latest first."""
    found = {
        number
        for rows in _rows(facts)
        for pair in rows.values_list("change_id", "ended_by_id")
        for number in pair
        if number and number > change
    }
    return sorted(found, reverse=True)


def changed_after(facts: Sequence[Fact], change: int) -> list[str]:
    """The names of those facts that a later change touched."""
    latest = latest_changes(facts)
    return [fact.name for fact in facts if latest[fact.pk] > change]


def restore(facts: Sequence[Fact], until: int, moment: Moment) -> list[tuple[Fact, Outcome]]:
    """Bring the facts to how they stood after `until`; those that were not on record then go.

    Answers the facts that were not so already, and what became of them. Raises Refused when the
    record would not be sound; the caller's transaction is then to be given up.
    """
    ended: set[int] = set()
    begun: set[int] = set()
    cited: set[int] = set()
    for rows in _rows(facts):
        then, now = _by_key(at(rows, until)), _by_key(at(rows, None))
        gone = [row for key, row in now.items() if _differs(row, then.get(key))]
        back = [row for key, row in then.items() if _differs(row, now.get(key))]
        supersede(rows.model, [row.pk for row in gone], moment)
        anew = [_anew(row, moment) for row in back]
        rows.model._default_manager.bulk_create(anew, batch_size=BATCH)
        ids = {row.fact_id for row in gone}, {row.fact_id for row in back}
        if rows.model is Citation:
            cited |= ids[0] | ids[1]
        else:
            ended, begun = ended | ids[0], begun | ids[1]
    refuse_unsound(moment.change.pk)
    touched = ended | begun | cited
    return [(f, _outcome(f.pk in ended, f.pk in begun)) for f in facts if f.pk in touched]


def _outcome(ended: bool, begun: bool) -> Outcome:
    if ended is begun:
        return Outcome.CORRECTED
    return Outcome.CREATED if begun else Outcome.RETRACTED


def _rows(facts: Sequence[Fact]) -> Iterator[Any]:
    """Every version of the facts, kind by kind, and every citation of them."""
    ids: Mapping[str, list[int]] = defaultdict(list)
    for fact in facts:
        ids[fact.kind].append(fact.pk)
    for kind, mine in ids.items():
        for part in in_parts(mine):
            yield MODELS[kind]._default_manager.filter(fact_id__in=part)
            yield Citation.objects.filter(fact_id__in=part)


def _by_key(rows: Collection[Any]) -> dict[Kept, Any]:
    return {_key(row): row for row in rows}


def _key(row: FactVersion | Citation) -> Kept:
    if isinstance(row, Citation):
        return row.fact_id, row.source_id, row.contradicts, row.field
    return (row.fact_id,)


def _differs(row: FactVersion | Citation, other: FactVersion | Citation | None) -> bool:
    return other is None or _values(row) != _values(other)


def _values(row: FactVersion | Citation) -> dict[str, Any]:
    fields = FIELDS if isinstance(row, Citation) else fields_of(KIND_OF[type(row)])
    return {name: getattr(row, name) for name in fields}


def _anew(row: FactVersion | Citation, moment: Moment) -> Version:
    told: dict[str, Any] = {"fact_id": row.fact_id, "recorded_at": moment.at, **_values(row)}
    if isinstance(row, Citation):
        told |= {"source_id": row.source_id, "contradicts": row.contradicts, "field": row.field}
    return type(row)(change=moment.change, **told)
