"""The desk of somebody who keeps the record: their region, what waits, what changed, what lacks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from jurisdictions.models import Proposal, ProposalStatus
from jurisdictions.read.keeping.proposal_rows import ProposalLine
from jurisdictions.read.keeping.proposals import lines_of
from jurisdictions.read.keeping.queues import in_regions
from jurisdictions.read.keeping.region_changes import RegionChange, changes_in
from jurisdictions.read.keeping.stale_facts import StaleFacts, stale_facts
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.status.geoids import lies_in

SHOWN = 5


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region of somebody's: None for `place` is the nation; how many places lie in it."""

    geoid: str
    place: PlaceRow | None
    places: int


@dataclass(frozen=True, slots=True)
class Some:
    """The first of some proposals, and how many there are in all."""

    first: tuple[ProposalLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Desk:
    """What somebody sees first.

    `to_review` waits for a reviewer who is not its author; `asked` are their own proposals that
    wait for them, `mine` their own that wait for a reviewer.
    """

    regions: tuple[RegionRow, ...]
    to_review: Some
    asked: Some
    mine: Some
    changes: tuple[RegionChange, ...]
    stale: StaleFacts


def desk_of(
    as_of: AsOf,
    *,
    regions: Collection[str],
    reviews: Collection[str],
    person: int,
    reviews_own: bool = False,
    today: date,
) -> Desk:
    """The desk of a person who works in `regions` and decides in `reviews`. Some fifty queries."""
    own = Proposal.objects.filter(made_by_id=person)
    whose = Proposal.objects.exclude(made_by_id=0 if reviews_own else person)
    others = in_regions(whose, reviews)
    return Desk(
        regions=tuple(_region(as_of, region) for region in sorted(regions)),
        to_review=_some(others, ProposalStatus.OPEN),
        asked=_some(own, ProposalStatus.ASKED),
        mine=_some(own, ProposalStatus.OPEN),
        changes=changes_in(regions, as_of.program.slug),
        stale=stale_facts(as_of, regions, today),
    )


def _region(as_of: AsOf, region: str) -> RegionRow:
    places = places_of(as_of)
    within = sum(lies_in(geoid, region) for geoid in places)
    return RegionRow(region, places.get(region), within)


def _some(found: QuerySet[Proposal], status: ProposalStatus) -> Some:
    """The proposals of a status that have waited longest."""
    waiting = found.filter(status=status).order_by("pk")
    return Some(lines_of(waiting[:SHOWN]), waiting.count())
