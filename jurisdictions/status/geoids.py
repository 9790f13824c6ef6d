"""Census geoids: which level of government a code names, and what lies in what.

A geoid is text: US for the nation, two digits for a state, five for a county or its equivalent,
the first two of them its state's. Nothing else in the project reads the shape of a code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NATION = "US"
STATE_DIGITS = 2
COUNTY_DIGITS = 5
_CODE = re.compile(rf"{NATION}|\d{{{STATE_DIGITS}}}|\d{{{COUNTY_DIGITS}}}", re.ASCII)


def is_geoid(text: str) -> bool:
    """Whether a text has the shape of a code, of any level."""
    return _CODE.fullmatch(text) is not None


def is_nation(geoid: str) -> bool:
    """Whether a code is the nation's."""
    return geoid == NATION


def is_state(geoid: str) -> bool:
    """Whether a code is of the level of states: a state, a territory, the District's."""
    return len(geoid) == STATE_DIGITS and geoid != NATION


def is_county(geoid: str) -> bool:
    """Whether a code is of the level of counties and their equivalents."""
    return len(geoid) == COUNTY_DIGITS


def state_of(geoid: str) -> str:
    """The code of the state that a place lies in; a state's, and the nation's, is its own."""
    return geoid[:STATE_DIGITS]


def lies_in(geoid: str, region: str) -> bool:
    """Whether a place is the region or lies in it: the nation holds all, a state its counties."""
    return region in (geoid, state_of(geoid), NATION)


def lies_in_any(geoid: str, regions: Iterable[str]) -> bool:
    """Whether a place is one of the regions or lies in one of them."""
    return not around(geoid).isdisjoint(regions)


def around(geoid: str) -> frozenset[str]:
    """The regions that hold a place: itself, its state, the nation."""
    return frozenset((geoid, state_of(geoid), NATION))


def smallest_around(geoids: Iterable[str]) -> str:
    """The smallest region that holds all the places: one place, one state, or the nation."""
    places = set(geoids)
    if len(places) == 1:
        return places.pop()
    states = {state_of(geoid) for geoid in places}
    return states.pop() if len(states) == 1 else NATION


def begins(geoid: str, digits: str) -> bool:
    """Whether a code begins with these digits, as while it is being typed."""
    return geoid.startswith(digits)


def padded(digits: str) -> str:
    """A code whose one leading zero a spreadsheet took away, with it: "6075" -> "06075"."""
    lost = len(digits) + 1 in (STATE_DIGITS, COUNTY_DIGITS)
    return f"0{digits}" if lost else digits
