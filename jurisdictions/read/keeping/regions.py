"""Regions of roles: what they are called, and which one somebody means who types a name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jurisdictions.gazetteer.reading import OF_THE_PLACE
from jurisdictions.read.finding import find_places, newest_reader
from jurisdictions.read.places import all_places, fold
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
    reading = newest_reader().read(text)
    exact = [match.geoid for match in reading.exact]
    states = [m.geoid for m in reading.exact if m.how in OF_THE_PLACE and is_state(m.geoid)]
    if len(states) == 1 or reading.meant:
        return (states or [reading.meant])[0]
    offered = tuple(places[geoid] for geoid in exact)
    raise Unclear(text, offered or find_places(text, language, ALL))


def region_choices(language: str) -> tuple[str, ...]:
    """What the field offers while somebody types: the nation and the states."""
    states = (place.label for place in all_places(language).values() if place.is_state)
    return (region_name(NATION, language), *sorted(states, key=fold))


def _nation_names() -> set[str]:
    return {"us", "usa", "united states", "the whole united states", "estados unidos"} | {
        fold(_("the whole United States"))
    }
