"""A place on record -> all that the reader of names may find it by."""

from __future__ import annotations

from jurisdictions.gazetteer.index import PlaceNames
from jurisdictions.models.jurisdiction import Jurisdiction


def names_of(row: Jurisdiction) -> PlaceNames:
    """Its names in both languages, its codes, its people."""
    return PlaceNames(
        geoid=row.geoid,
        kind=row.kind,
        name=row.name,
        state=row.state,
        others=tuple(name for name in (row.name_es, *row.aliases.split("|")) if name),
        ocd_id=row.ocd_id,
        population=row.population_2010 or 0,
    )
