"""The changes that touched the facts about a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from typing import TypeVar

from django.conf import settings
from django.db.models import Q

from jurisdictions.models import Agency, Citation
from jurisdictions.models.agency import serving
from jurisdictions.models.base import FactVersion
from jurisdictions.models.standing import MODELS, cells_of, in_parts
from jurisdictions.read.keeping.fact_versions import changes_of, only_moved
from jurisdictions.read.keeping.history_rows import How, PlaceChange, TouchedFact
from jurisdictions.read.keeping.record_changes import record_changes
from jurisdictions.status.geoids import NATION, is_county
from jurisdictions.status.kinds import NATIONAL, OF_AGENCIES, PLACED, SHARED, FactKind, kinds_in


def place_history(geoid: str, program: str = "") -> tuple[PlaceChange, ...]:
    """The changes that touched facts about a place, the newest first: its own, not its state's.

    What is about an agency is about each county that it serves. For the nation these are the
    federal acts, and what is recorded of it as a place. A fact that was moved belongs to both
    places. One query for each kind of fact, and two.
    """
    touched: dict[int, list[TouchedFact]] = defaultdict(list)
    for fact, versions, citations in _facts(geoid, program or settings.DEFAULT_PROGRAM):
        for change in changes_of([*versions, *citations]):
            cells = _written(change, versions)
            touched[change].append(TouchedFact(fact, _how(change, versions, citations), cells))
    changes = record_changes(touched)
    return tuple(
        PlaceChange(changes[change], tuple(touched[change]))
        for change in sorted(touched, reverse=True)
    )


def _facts(geoid: str, program: str) -> Iterator[tuple[str, list[FactVersion], list[Citation]]]:
    """Every fact that ever was about the place, with all its versions and citations."""
    versions: list[FactVersion] = []
    for kind in kinds_in(program):
        mine = MODELS[kind]._default_manager.all()
        if kind not in SHARED:
            mine = mine.filter(fact__program__slug=program)
        if kind in NATIONAL and geoid == NATION:
            versions += mine.select_related("fact").order_by("pk")
        elif kind in PLACED:
            here = mine.filter(_about(kind, geoid)).values("fact_id")
            versions += mine.filter(fact_id__in=here).select_related("fact").order_by("pk")
    by_fact = _by_fact(versions)
    ids = list(by_fact)
    cited = Citation.objects.order_by("pk")
    citations = _by_fact(one for part in in_parts(ids) for one in cited.filter(fact_id__in=part))
    for fact, found in by_fact.items():
        yield found[0].fact.name, found, citations.get(fact, [])


def _about(kind: str, geoid: str) -> Q:
    """Versions that are about a place: what is about an agency, about each county it serves."""
    if kind == FactKind.AGENCY:
        return Q(geoid=geoid) | serving(geoid)
    if kind in OF_AGENCIES and is_county(geoid):
        return Q(agency__in=Agency.objects.filter(serving(geoid)).values("agency"))
    return Q(geoid=geoid)


AnyVersion = TypeVar("AnyVersion", FactVersion, Citation)


def _by_fact(versions: Iterable[AnyVersion]) -> dict[int, list[AnyVersion]]:
    found: dict[int, list[AnyVersion]] = defaultdict(list)
    for version in versions:
        found[version.fact_id].append(version)
    return found


def _only_moved(
    change: int, versions: Iterable[FactVersion], citations: Iterable[Citation]
) -> bool:
    """Whether the change only gave a step another number in its thread."""
    if any(change in (one.change_id, one.ended_by_id) for one in citations):
        return False
    told = {
        one.change_id == change: cells_of(one.fact.kind, one)
        for one in versions
        if change in (one.change_id, one.ended_by_id)
    }
    return only_moved(told[False], told[True])


def _written(change: int, versions: Iterable[FactVersion]) -> dict[str, str]:
    """The cells that the fact had once the change was made; before it where it was retracted."""
    then = [version for version in versions if version.change_id <= change]
    version = max(then, key=attrgetter("change_id"))
    return cells_of(version.fact.kind, version)


def _how(change: int, versions: Iterable[FactVersion], citations: Collection[Citation]) -> How:
    """What became of a fact with a change that touched it."""
    begun = any(version.change_id == change for version in versions)
    ended = any(version.ended_by_id == change for version in versions)
    if begun and ended:
        return How.MOVED if _only_moved(change, versions, citations) else How.CORRECTED
    if begun:
        return How.RECORDED
    if ended:
        return How.RETRACTED
    touched = [c for c in citations if change in (c.change_id, c.ended_by_id)]
    return How.DISPUTED if all(one.contradicts for one in touched) else How.CORRECTED
