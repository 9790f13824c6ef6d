"""Regions of roles: what they are called, and which one somebody means who types a name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jurisdictions.read.places import all_places, find_places, fold
from jurisdictions.read.rows import PlaceRow
from jurisdictions.status.geoids import NATION, is_state

MOST_OFFERED, ALL = 5, 10_000


class Unclear(LookupError):
    """No region, or more than one, is meant; `offered` are some of the `count` it could be."""

    def __init__(self, text: str, found: tuple[PlaceRow, ...]) -> None:
        self.text, self.offered, self.count = text, found[:MOST_OFFERED], len(found)
        super().__init__(text)


def region_name(geoid: str, language: str) -> str:
    """What a region is called; the geoid itself for a place that is not on record."""
    if geoid == NATION:
        return _("the whole United States")
    place = all_places(language).get(geoid)
    return place.label if place else geoid


def region_meant(text: str, language: str) -> str:
    """The geoid of the region that a text names: by geoid, postal code, name or alias.

    A name that several places bear is never guessed at. Raises Unclear.
    """
    said, places = fold(text), all_places(language)
    if said in _nation_names():
        return NATION
    if said in places:
        return said
    exact = [place.geoid for place in places.values() if said and said in _names(place)]
    states = [geoid for geoid in exact if is_state(geoid)]
    if len(exact) == 1 or len(states) == 1:
        return (states or exact)[0]
    raise Unclear(text, tuple(places[geoid] for geoid in exact) or find_places(text, language, ALL))


def region_choices(language: str) -> tuple[str, ...]:
    """What the field offers while somebody types: the nation and the states."""
    states = (place.label for place in all_places(language).values() if place.is_state)
    return (region_name(NATION, language), *sorted(states, key=fold))


def _nation_names() -> set[str]:
    return {"us", "usa", "united states", "the whole united states", "estados unidos"} | {
        fold(_("the whole United States"))
    }


def _names(place: PlaceRow) -> set[str]:
    own = {place.label, place.name, *place.aliases, *([place.state] if place.is_state else ())}
    return {fold(name) for name in own}
