"""Agencies that a list names for the first time: what they are, and the places they serve."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.reader import NameReader
from jurisdictions.record.lists.programs.section_287g.rows import ListRow
from jurisdictions.status.geoids import is_state
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    Matched,
    Sureness,
)
from jurisdictions.status.successions import BAR

_KINDS: Mapping[str, AgencyKind] = {
    "sheriff": AgencyKind.SHERIFF,
    "constable": AgencyKind.CONSTABLE,
    "marshal": AgencyKind.MARSHAL,
    "correction": AgencyKind.CORRECTIONS,
    "jail": AgencyKind.CORRECTIONS,
    "detention": AgencyKind.CORRECTIONS,
    "prison": AgencyKind.CORRECTIONS,
    "attorney": AgencyKind.PROSECUTOR,
    "prosecut": AgencyKind.PROSECUTOR,
    "guard": AgencyKind.GUARD,
    "police": AgencyKind.POLICE,
    "public safety": AgencyKind.POLICE,
    "patrol": AgencyKind.POLICE,
    "trooper": AgencyKind.POLICE,
}
_PARTED = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*", re.I)
LONGEST_KEY = 110


@dataclass(frozen=True, slots=True)
class NewAgency:
    """The cells of an agency, or none where its places are asked for, out of the candidates."""

    cells: Mapping[str, str]
    candidates: tuple[str, ...] = ()


def new_agency(row: ListRow, reader: NameReader, place: str = "") -> NewAgency:
    """What a row says of an agency that is not on record; `place` is the one that was answered."""
    level, kind = _level(row), _kind(row)
    if not row.state:
        return NewAgency({})
    if place or level is AgencyLevel.STATE:
        how = Matched.BY_HAND if place else Matched.STATE_AGENCY
        return NewAgency(_cells(row, level, kind, (place or row.state,), how))
    listed, several = _listed(row, reader)
    named = _named(row, level, reader)
    places, how_found = _served(listed, named, several=several, level=level)
    if how_found is None:
        return NewAgency({}, tuple(dict.fromkeys((*listed, *named))))
    return NewAgency(_cells(row, level, kind, places, how_found))


def _served(
    listed: tuple[str, ...], named: tuple[str, ...], *, several: bool, level: AgencyLevel
) -> tuple[tuple[str, ...], Matched | None]:
    """The places that both the list and the name speak for, or one of them alone; else None."""
    if listed and set(listed) & set(named) and (len(listed) == 1 or set(listed) == set(named)):
        return listed, Matched.NAME_AND_LIST
    if listed and (not named or several):
        return listed, Matched.LIST
    if not listed and len(named) == 1:
        return named, Matched.NAME if level is AgencyLevel.COUNTY else Matched.PLACE_NAME
    return (), None


def _listed(row: ListRow, reader: NameReader) -> tuple[tuple[str, ...], bool]:
    """The counties of the column of counties, all of them or none, and whether it names several."""
    parts = [part for part in _PARTED.split(row.county) if part]
    found: list[str] = []
    for part in parts:
        own = _counties(part, row.state, reader)
        if len(own) != 1:
            return (), False
        found += own
    return tuple(dict.fromkeys(found)), len(parts) > 1


def _counties(name: str, state: str, reader: NameReader) -> list[str]:
    exact = reader.read(name, state).so_called
    found = [match.geoid for match in exact if not is_state(match.geoid)]
    titled = [geoid for geoid in found if _is_titled(name, geoid, reader)]
    return titled if len(titled) == 1 else found


def _is_titled(name: str, geoid: str, reader: NameReader) -> bool:
    """Whether a place's name is the text, or the text and the word for a county."""
    own = fold(reader.index.places[geoid].name)
    return own in (fold(name), f"{fold(name)} county", f"{fold(name)} parish")


def _named(row: ListRow, level: AgencyLevel, reader: NameReader) -> tuple[str, ...]:
    matches = reader.read(row.name, row.state)
    exact = matches.so_called if level is AgencyLevel.COUNTY else matches.exact
    return tuple(match.geoid for match in exact if not is_state(match.geoid))


def _level(row: ListRow) -> AgencyLevel:
    words = fold(row.name).split()
    if row.level.startswith("state"):
        return AgencyLevel.STATE
    if row.level.startswith(("mun", "city", "town")):
        return AgencyLevel.MUNICIPAL
    if row.level.startswith(("county", "parish")) or {"county", "parish", "sheriffs"} & set(words):
        return AgencyLevel.COUNTY
    return AgencyLevel.STATE if "state" in words else AgencyLevel.MUNICIPAL


def _kind(row: ListRow) -> AgencyKind:
    name = fold(row.name)
    return next((kind for part, kind in _KINDS.items() if part in name), AgencyKind.OTHER)


def _cells(
    row: ListRow, level: AgencyLevel, kind: AgencyKind, places: tuple[str, ...], how: Matched
) -> dict[str, str]:
    reach = {
        AgencyLevel.STATE: AgencyReach.STATE,
        AgencyLevel.COUNTY: AgencyReach.WHOLE_COUNTY,
        AgencyLevel.MUNICIPAL: AgencyReach.PART_OF_COUNTY,
    }[level]
    if kind is AgencyKind.CONSTABLE and level is AgencyLevel.COUNTY:
        reach = AgencyReach.PART_OF_COUNTY
    sure = Sureness.MEDIUM if how is Matched.PLACE_NAME else Sureness.HIGH
    return {
        "geoid": row.state,
        "name": row.name,
        "aliases": "",
        "level": level.value,
        "kind": kind.value,
        "reach": reach.value,
        "geoids": BAR.join(places),
        "matched": how.value,
        "sure": sure.value,
    }


def key_in(state_letters: str, name: str, taken: frozenset[str]) -> str:
    """A key that no agency on record has: the state's letters, and the words of the name."""
    words = fold(name).replace("sheriffs office", "sheriff office").split()
    stem = "-".join((state_letters.lower(), *words))[:LONGEST_KEY]
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}-{number}", number + 1
    return key
