"""Write versions: create, correct by superseding, retract; never overwrite."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jurisdictions.models import Citation, Fact, Program
from jurisdictions.models.base import FactVersion, Version
from jurisdictions.record.changing.moments import Moment, Outcome
from jurisdictions.record.columns import Kind
from jurisdictions.record.rows import Draft

BATCH = 500
"""Rows a statement: within SQLite's limit on parameters."""


def write_drafts(
    kind: Kind, drafts: Sequence[Draft], program: Program, moment: Moment
) -> list[Outcome]:
    """Record each draft as the current version of its fact; an outcome for each, in order.

    A field that a draft does not speak of keeps its value.
    """
    owner = None if kind.shared else program
    facts = _identities(kind, drafts, owner)
    standing = _standing(kind, owner, [facts[draft.key].pk for draft in drafts])
    outcomes: list[Outcome] = []
    ended: list[FactVersion] = []
    begun: list[FactVersion] = []
    for draft in drafts:
        fact = facts[draft.key]
        before = standing.get(fact.pk)
        outcomes.append(_outcome(before, draft))
        if outcomes[-1] is Outcome.UNCHANGED:
            continue
        if before is not None:
            ended.append(before)
        begun.append(_version(kind, fact, before, draft, moment))
    supersede(kind.model, [version.pk for version in ended], moment)
    kind.model._default_manager.bulk_create(begun, batch_size=BATCH)
    if kind.cited:
        cited = _cite(drafts, facts, moment)
        outcomes = [
            Outcome.CORRECTED if key in cited and outcome is Outcome.UNCHANGED else outcome
            for key, outcome in zip((d.key for d in drafts), outcomes, strict=True)
        ]
    return outcomes


def supersede(model: type[Version], ids: Sequence[int], moment: Moment) -> None:
    """End versions at the moment, on the change."""
    for start in range(0, len(ids), BATCH):
        model._default_manager.filter(pk__in=ids[start : start + BATCH]).update(
            superseded_at=moment.at, ended_by=moment.change
        )


def _identities(kind: Kind, drafts: Sequence[Draft], owner: Program | None) -> dict[str, Fact]:
    """The identity of each draft's fact, made where it is new, in the order of the drafts."""
    recorded = Fact.objects.filter(kind=kind.kind, program=owner)
    if len(drafts) <= BATCH:
        recorded = recorded.filter(key__in=[draft.key for draft in drafts])
    facts = {fact.key: fact for fact in recorded}
    new = [
        Fact(program=owner, kind=kind.kind, key=draft.key)
        for draft in drafts
        if draft.key not in facts
    ]
    for fact in Fact.objects.bulk_create(new, batch_size=BATCH):
        facts[fact.key] = fact
    return facts


def _standing(kind: Kind, owner: Program | None, ids: list[int]) -> dict[int, Any]:
    current = kind.model._default_manager.filter(superseded_at__isnull=True, fact__program=owner)
    if len(ids) <= BATCH:
        current = current.filter(fact_id__in=ids)
    return {version.fact_id: version for version in current}


def _outcome(before: FactVersion | None, draft: Draft) -> Outcome:
    if before is None:
        return Outcome.CREATED
    same = all(getattr(before, name) == value for name, value in draft.values.items())
    return Outcome.UNCHANGED if same else Outcome.CORRECTED


def _version(
    kind: Kind, fact: Fact, before: FactVersion | None, draft: Draft, moment: Moment
) -> FactVersion:
    kept = {name: getattr(before, name) for name in kind.fields} if before else {}
    return kind.model(
        **{**kept, **draft.values}, fact=fact, recorded_at=moment.at, change=moment.change
    )


def _cite(drafts: Sequence[Draft], facts: dict[str, Fact], moment: Moment) -> set[str]:
    """Make each draft's source the one that supports its fact; the keys whose citation changed."""
    sources = {fact.key: fact for fact in Fact.objects.filter(kind="source", program__isnull=True)}
    named = {facts[draft.key].pk for draft in drafts}
    current = Citation.objects.filter(superseded_at__isnull=True, contradicts=False)
    if len(named) <= BATCH:
        current = current.filter(fact_id__in=named)
    standing: dict[int, list[Citation]] = {}
    for citation in current:
        standing.setdefault(citation.fact_id, []).append(citation)
    changed: set[str] = set()
    ended: list[int] = []
    begun: list[Citation] = []
    for draft in drafts:
        fact = facts[draft.key]
        cited = standing.get(fact.pk, [])
        if not draft.source:
            # Of a kind that need not name one: what it named before supports it no more.
            ended += [c.pk for c in cited]
            changed |= {draft.key} if cited else set()
            continue
        source = sources[draft.source]
        told = (source.pk, draft.locator, draft.quote)
        if any((c.source_id, c.locator, c.quote) == told for c in cited):
            continue
        ended += [c.pk for c in cited if c.source_id == source.pk or len(cited) == 1]
        begun.append(
            Citation(
                fact=fact,
                source=source,
                locator=draft.locator,
                quote=draft.quote,
                recorded_at=moment.at,
                change=moment.change,
            )
        )
        changed.add(draft.key)
    supersede(Citation, ended, moment)
    Citation.objects.bulk_create(begun, batch_size=BATCH)
    return changed
