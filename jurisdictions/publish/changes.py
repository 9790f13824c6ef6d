"""Which facts changed between two states of the record, and which places that touches."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Q

from jurisdictions.models import Citation
from jurisdictions.models.base import Version
from jurisdictions.models.standing import MODELS
from jurisdictions.status.geoids import NATION, is_county, is_state, state_of
from jurisdictions.status.kinds import KINDS_OF_FACT


@dataclass(frozen=True, slots=True)
class Changed:
    """Names of the facts that changed; `places` None means that every place is touched."""

    facts: frozenset[str]
    places: frozenset[str] | None


def changed_facts(program_id: int, after: int, until: int) -> Changed:
    """The facts with a version begun, ended or cited anew in the changes (after, until]."""
    names: set[str] = set()
    touched: set[str] = set()
    for kind, about in KINDS_OF_FACT.items():
        place = ("geoid",) if about.placed else ()
        for _kind, key, *where in _versions(MODELS[kind], program_id, after, until, *place):
            names.add(f"{kind}:{key}")
            if about.decides:
                touched.add(where[0] if where else NATION)
    names |= {f"{k}:{key}" for k, key in _versions(Citation, program_id, after, until)}
    return Changed(frozenset(names), None if NATION in touched else frozenset(touched))


def _versions(
    model: type[Version], program_id: int, after: int, until: int, *more: str
) -> Iterator[tuple[str, ...]]:
    begun = Q(change_id__gt=after, change_id__lte=until)
    ended = Q(ended_by_id__gt=after, ended_by_id__lte=until)
    mine = Q(fact__program_id=program_id) | Q(fact__program_id=None)
    rows = model._default_manager.filter((begun | ended) & mine)
    yield from rows.values_list("fact__kind", "fact__key", *more)


def reach(touched: Collection[str], parents: Collection[str]) -> set[str]:
    """A county touches itself and its state, which counts it; a state itself and its counties."""
    states = set(filter(is_state, touched))
    counties = set(filter(is_county, touched))
    counting = {state_of(county) for county in counties}
    return {
        geoid
        for geoid in parents
        if geoid in counties or geoid in counting or state_of(geoid) in states
    }
