"""How far a change reaches where a state counts its counties and they see what is said of it."""

from __future__ import annotations

from collections.abc import Collection

from jurisdictions.status.geoids import is_county, is_state, state_of


def state_and_counties(touched: Collection[str], places: Collection[str]) -> set[str]:
    """A county touches itself and its state, which counts it; a state itself and its counties."""
    states = set(filter(is_state, touched))
    counties = set(filter(is_county, touched))
    counting = {state_of(county) for county in counties}
    return {
        geoid
        for geoid in places
        if geoid in counties or geoid in counting or state_of(geoid) in states
    }
