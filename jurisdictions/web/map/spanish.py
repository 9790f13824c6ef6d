"""What the map's scripts need to call places by their Spanish names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from jurisdictions.gazetteer.spanish_names import spanish_kinds, spanish_name
from jurisdictions.read.languages import SPANISH
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.reports.area_map import boundaries_of


def spanish_of(as_of: AsOf) -> dict[str, object] | None:
    """The words for kinds, and the names by geoid that do not follow from those of the boundaries.

    None on pages in another language: there the names of the boundaries are right.
    """
    if as_of.language != SPANISH:
        return None
    return {"kinds": spanish_kinds(), "own": _own_names(replace(as_of, on=date.max, far_on=None))}


@lru_cache(maxsize=8)
def _own_names(as_of: AsOf) -> dict[str, str]:
    boundaries, places = boundaries_of(as_of), places_of(as_of)
    drawn = zip(boundaries.places, boundaries.full_names, strict=True)
    return {
        geoid: places[geoid].name
        for geoid, name in drawn
        if geoid in places and places[geoid].name != spanish_name(name).title
    }
