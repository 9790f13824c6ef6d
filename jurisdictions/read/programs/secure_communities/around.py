"""How many jurisdictions of a state are activated on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.places import places_of
from jurisdictions.read.raw_spans import RawSpan
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import spans_on
from jurisdictions.status.geoids import lies_in
from jurisdictions.status.programs.secure_communities.vocabulary import ActivationStanding, Status

ACTIVATED, GONE = ActivationStanding.ACTIVATED.value, Status.DOES_NOT_EXIST.value


@dataclass(frozen=True, slots=True)
class MemberCount:
    """How many of a state's jurisdictions are activated on the day: "26 of 102"."""

    activated: int
    total: int


def member_count(as_of: AsOf, state_geoid: str) -> MemberCount:
    """The places of a state that exist on the day, and how many of them are activated."""
    members = [p.geoid for p in places_of(as_of).values() if p.parent == state_geoid]
    return _counted(spans_on(as_of, members))


@kept_once(maxsize=128)
def member_count_kept(as_of: AsOf, state_geoid: str) -> MemberCount:
    """The same for many places of a state, one after the other: the states last asked for."""
    spans = spans_on(as_of)
    return _counted(s for s in spans if s.geoid != state_geoid and lies_in(s.geoid, state_geoid))


def _counted(spans: Iterable[RawSpan]) -> MemberCount:
    standing = [span.activation for span in spans if span.status != GONE]
    return MemberCount(standing.count(ACTIVATED), len(standing))
