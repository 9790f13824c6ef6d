"""Which region the rows of a file go to: one proposal for each that somebody reviews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jurisdictions.models import Role
from jurisdictions.record.kinds import SOURCES
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.telling import REVIEWING
from jurisdictions.status.geoids import NATION, around, is_county, smallest_around, state_of

Kept = Mapping[str, Any]
"""A wish as the check kept it."""
SOURCE = SOURCES.kind.value


@dataclass(frozen=True, slots=True)
class Part:
    """The wishes that go to one region, and how many people may decide on them there.

    `geoid` is the region that holds their places. `unreviewed` are the states, if any, that
    nobody reviews: their rows go to those who review the nation.
    """

    geoid: str
    wishes: tuple[Kept, ...]
    facts: int
    reviewers: int
    unreviewed: tuple[str, ...] = ()


def parts_of(wishes: Sequence[Kept], by: Actor) -> list[Part]:
    """The wishes by region, the region with the most facts first; none reviewed by their author.

    A new source goes with every part whose rows cite it, and with the first when none does.
    """
    reviewers = _reviewers(by)
    grouped: dict[str, list[Kept]] = defaultdict(list)
    unreviewed: dict[str, set[str]] = defaultdict(set)
    loose: dict[str, Kept] = {}
    for wish in wishes:
        places = wish.get("places") or ()
        if wish["kind"] == SOURCE and not places:
            loose[wish["cells"].get("key", "")] = wish
            continue
        desk = _desk(places, reviewers)
        grouped[desk].append(wish)
        if desk == NATION and (region := smallest_around(places or {NATION})) != NATION:
            unreviewed[desk].add(state_of(region))
    ordered = sorted(grouped, key=lambda one: (-len(grouped[one]), one))
    return _with_sources(ordered or [NATION], grouped, unreviewed, loose, reviewers)


def _with_sources(
    ordered: Sequence[str],
    grouped: Mapping[str, Sequence[Kept]],
    unreviewed: Mapping[str, Collection[str]],
    loose: Mapping[str, Kept],
    reviewers: Mapping[str, Collection[int]],
) -> list[Part]:
    cited = {one["cells"].get("source", "") for own in grouped.values() for one in own}
    found = []
    for at, desk in enumerate(ordered):
        own = grouped.get(desk, ())
        keys = {one["cells"].get("source", "") for one in own}
        sources = [
            wish for key, wish in loose.items() if key in keys or (at == 0 and key not in cited)
        ]
        places = {place for one in own for place in one["places"]}
        region = smallest_around(places) if places else desk
        people = set[int]().union(*(reviewers.get(one, ()) for one in around(region)))
        without = tuple(sorted(unreviewed.get(desk, ())))
        found.append(Part(region, (*sources, *own), len(own) or len(sources), len(people), without))
    return found


def _desk(places: Collection[str], reviewers: Mapping[str, Collection[int]]) -> str:
    """The region whose reviewers decide: the state, else the county itself, else the nation."""
    region = smallest_around(places) if places else NATION
    if region == NATION or reviewers.get(state_of(region)):
        return state_of(region)
    return region if is_county(region) and reviewers.get(region) else NATION


def _reviewers(by: Actor) -> Mapping[str, Collection[int]]:
    """The people who may decide in each region, but for the author. One query."""
    held = Role.objects.filter(role__in=REVIEWING, ended_at=None, person__suspended_at=None)
    found: dict[str, set[int]] = defaultdict(set)
    for person, geoid in held.exclude(person_id=by.person_id).values_list("person_id", "geoid"):
        found[geoid].add(person)
    return found
