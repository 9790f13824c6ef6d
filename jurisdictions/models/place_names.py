"""A place on record -> all that the reader of names may find it by."""

from __future__ import annotations

from jurisdictions.gazetteer.index import Former, PlaceNames
from jurisdictions.gazetteer.spanish_names import SpanishName, spanish_name
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.status.geoids import is_county
from jurisdictions.status.successions import SuccessionKind, successions


def name_in(row: Jurisdiction, language: str) -> str:
    """What a place is called in headings and lists: "Harris County", "Condado de Harris"."""
    return forms_of(row).title if language == "es" else row.name


def forms_of(row: Jurisdiction) -> SpanishName:
    """Its Spanish name in the forms that sentences need."""
    return spanish_name(row.name, row.name_es, is_state=not is_county(row.geoid))


def names_of(row: Jurisdiction) -> PlaceNames:
    """Its names in both languages, its codes, those it had or came to have, its people."""
    return PlaceNames(
        geoid=row.geoid,
        kind=row.kind,
        name=row.name,
        state=row.state,
        others=tuple(name for name in (row.name_es, *row.aliases.split("|")) if name),
        ocd_id=row.ocd_id,
        population=row.population_2010 or 0,
        former=tuple(
            Former(other.code, other.name, part=other.kind is SuccessionKind.PART)
            for other in (*successions(row.predecessors), *successions(row.successors))
            if other.code != row.geoid
        ),
    )
