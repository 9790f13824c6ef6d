"""Which places a change concerns, the region that holds them, and who may act in all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Q

from jurisdictions.models import Citation, Fact
from jurisdictions.models.lying_in import lying_in
from jurisdictions.models.standing import MODELS, at, in_parts
from jurisdictions.record.changing.serving import ABOUT_AGENCIES, regions_of_versions
from jurisdictions.record.people.permissions import CONTRIBUTOR, Actor, NotAllowed, demand
from jurisdictions.status.geoids import NATION, lies_in_any, smallest_around
from jurisdictions.status.kinds import NATIONAL, PLACED

PROPOSE = "facts.propose"


def smallest_region(places: Collection[str]) -> str:
    """The smallest region that holds all places: a county, else a state, else the nation."""
    return smallest_around(places)


def region_of(places: Collection[str], by: Actor) -> str:
    """The region of an act; one that concerns no place is done where its author works.

    A source that nothing cites yet is such a case. Raises NotAllowed for who works nowhere.
    """
    if places:
        return smallest_region(places)
    own = by.regions(CONTRIBUTOR)
    if not own:
        raise NotAllowed(PROPOSE, NATION)
    return smallest_region(own)


def demand_everywhere(by: Actor, door: str, places: Iterable[str], author_id: int = 0) -> None:
    """Raise NotAllowed unless the actor may pass the door in every one of the places."""
    for place in sorted(set(places)):
        demand(by, door, place, author_id)


def places_citing(sources: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The places of the facts that cite each source, by the source's key."""
    cited: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for part in in_parts(list(dict.fromkeys(sources))):
        current = Citation.objects.current().filter(source__kind="source", source__key__in=part)
        for key, kind, fact in current.values_list("source__key", "fact__kind", "fact_id"):
            cited[key].add((kind, fact))
    places = places_of_facts({one for facts in cited.values() for one in facts})
    return {
        key: frozenset(places[one] for one in facts & places.keys()) for key, facts in cited.items()
    }


def region_of_fact(name: str, place: str) -> str:
    """Where a fact is kept: a source where the facts that cite it are; else its place, or US."""
    kind, _colon, key = name.partition(":")
    if kind in ABOUT_AGENCIES:
        versions: Any = MODELS[kind]._default_manager
        last = versions.filter(fact__kind=kind, fact__key=key).order_by("-pk")[:1]
        return next(iter(regions_of_versions(kind, last).values()), place or NATION)
    if kind != "source":
        return place or NATION
    places = places_citing([key]).get(key)
    return smallest_region(places) if places else NATION


def a_place_beyond(change: int, regions: Collection[str]) -> str:
    """A place outside the regions, a fact of which the change wrote or ended; "" for none."""
    if NATION in regions:
        return ""
    inside = Q(geoid="") | lying_in(regions)
    for kind in PLACED:
        versions: Any = MODELS[kind]._default_manager
        touched = versions.filter(Q(change_id=change) | Q(ended_by_id=change))
        if kind in ABOUT_AGENCIES:
            there = sorted(regions_of_versions(kind, touched).values())
            if out := next((one for one in there if not lies_in_any(one, regions)), ""):
                return out
            continue
        found = touched.exclude(inside).values_list("geoid", flat=True).first()
        if found:
            return str(found)
    return ""


def places_then(facts: Iterable[Fact], moments: Iterable[int | None]) -> set[str]:
    """Where the facts were once each of these changes was made, and are (None); sources nowhere."""
    ids: dict[str, list[int]] = defaultdict(list)
    for fact in facts:
        ids[fact.kind].append(fact.pk)
    places = {NATION} if any(ids[kind] for kind in NATIONAL) else set[str]()
    for moment in moments:
        for kind in PLACED:
            for part in in_parts(ids[kind]):
                versions = at(MODELS[kind]._default_manager.filter(fact_id__in=part), moment)
                if kind in ABOUT_AGENCIES:
                    places |= set(regions_of_versions(kind, versions).values())
                    continue
                places |= set(versions.values_list("geoid", flat=True).distinct())
    return places - {""}


def places_of_facts(facts: Collection[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """The place of each fact that stands, by its kind and id."""
    ids: dict[str, list[int]] = defaultdict(list)
    for kind, fact in facts:
        ids[kind].append(fact)
    found: dict[tuple[str, int], str] = {}
    for kind, wanted in ids.items():
        for part in in_parts(wanted):
            versions: Any = MODELS[kind]._default_manager
            standing = versions.filter(superseded_at=None, fact_id__in=part)
            if kind in PLACED and kind not in ABOUT_AGENCIES:
                # A source may support thousands of facts: no version is made whole for its place.
                there = dict(standing.values_list("fact_id", "geoid"))
            else:
                there = regions_of_versions(kind, standing)
            found |= {(kind, fact): place for fact, place in there.items()}
    return found
