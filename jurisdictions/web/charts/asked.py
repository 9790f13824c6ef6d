"""Which place a chart is asked for: the nation, a state by its letters, any place by its geoid."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.finding import place_now
from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf, PlaceRow

STATE, PLACE = "state", "place"
TAKES = (STATE, PLACE)


def place_asked(as_of: AsOf, query: QueryDict) -> PlaceRow | None:
    """The place that a query names, None for the nation; raise BadAsk, OldCode."""
    state, geoid = (query.get(name, "").strip() for name in TAKES)
    if state and geoid:
        raise BadAsk(PLACE, _("cannot stand beside “state”: either names the place"))
    if geoid:
        found = place_now(as_of, geoid)
        if found is None:
            raise BadAsk(PLACE, _("is no Census code of a state or a county that is on record"))
        return found
    if not state:
        return None
    named = (place for place in states_of(as_of) if place.state == state.upper())
    found = next(named, None)
    if found is None:
        raise BadAsk(STATE, _("is not a state or territory: write its two letters"))
    return found


def asked_as(place: PlaceRow | None) -> dict[str, str]:
    """The parameters that ask for a place."""
    if place is None:
        return {}
    return {STATE: place.state} if place.is_state else {PLACE: place.geoid}
