"""What happened to one place or to one agency: what somebody follows who is not after a state."""

from __future__ import annotations

from collections.abc import Collection

from jurisdictions.read.agencies.around import agencies_around
from jurisdictions.read.agencies.at_a_place import at_a_place
from jurisdictions.read.agencies.rows import AgencyRow
from jurisdictions.read.happened.between import all_happenings
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.status.kinds import FactKind, kinds_in


def happened_to_agency(as_of: AsOf, agency: AgencyRow) -> tuple[Happening, ...]:
    """What an agency signed and applied for, and how it ended; first to last."""
    around = agencies_around(as_of, agency.own.state)
    signed = [one.name for one in around.agreements if one.agency.key == agency.key]
    waits = [one for one in around.applications if one.agency]
    waiting = [one.name for one in waits if one.agency and one.agency.key == agency.key]
    return _with_facts(as_of, {*signed, *waiting})


def happened_at(as_of: AsOf, place: PlaceRow) -> tuple[Happening, ...]:
    """What happened at a place, first to last: to all of a state; to a county what counts for it.

    That is its own and its state's facts; where a program's facts are of agencies, those of the
    agencies that serve the county, of its state's agencies, and the laws of its state.
    """
    if place.is_state:
        return tuple(one for one in all_happenings(as_of) if one.state == place.state)
    if has_agencies(as_of):
        seen = at_a_place(as_of, place)
        signed = {one.name for one in seen.agreements}
        waiting = {one.name for one in seen.applications}
        return _with_facts(as_of, signed | waiting | {one.name for one in seen.laws})
    around = {place.geoid, place.state_geoid}
    return tuple(one for one in all_happenings(as_of) if one.geoid in around)


def has_agencies(as_of: AsOf) -> bool:
    """Whether a program's facts are of agencies."""
    return FactKind.AGENCY.value in kinds_in(as_of.program.slug)


def _with_facts(as_of: AsOf, names: Collection[str]) -> tuple[Happening, ...]:
    return tuple(one for one in all_happenings(as_of) if one.fact in names)
