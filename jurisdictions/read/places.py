"""Places: by geoid, by name, by what lies in them; kept in memory for each edition."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from django.utils.text import slugify

from jurisdictions.models import Edition, Jurisdiction
from jurisdictions.read.languages import in_language
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.status.vocabulary import PlaceKind

NATION = "US"
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A key for search and sort: no accents, no case, no punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’`")
    return _NOT_A_WORD.sub(" ", letters).strip()


def places_of(as_of: AsOf) -> Mapping[str, PlaceRow]:
    """Every place by geoid, as the record named it in the edition."""
    return _places(as_of.edition.last_change, as_of.edition.stamp, as_of.language)


def all_places(language: str) -> Mapping[str, PlaceRow]:
    """Every place by geoid, as the newest edition of any program names it."""
    newest = Edition.objects.order_by("-last_change_id", "-pk").first()
    if newest is None:
        return {}
    return _places(newest.last_change_id, newest.token.hex, language)


def states_of(as_of: AsOf) -> tuple[PlaceRow, ...]:
    """States, districts and territories by name."""
    found = (place for place in places_of(as_of).values() if place.is_state)
    return tuple(sorted(found, key=lambda place: fold(place.name)))


def members_of(as_of: AsOf, state_geoid: str) -> tuple[PlaceRow, ...]:
    """The places in a state, by name."""
    found = (p for p in places_of(as_of).values() if p.parent == state_geoid)
    return tuple(sorted(found, key=lambda place: (fold(place.name), place.geoid)))


def find_places(text: str, language: str, limit: int = 20) -> tuple[PlaceRow, ...]:
    """Places whose name or alias has every word of the text; accents and case do not matter.

    Names that begin with the text come first, then states before counties, larger before smaller.
    """
    words = fold(text).split()
    if not words:
        return ()
    places = all_places(language)
    whole = " ".join(words)
    found = [
        (_rank(place, whole), place)
        for place, searched in ((p, search_text(p)) for p in places.values())
        if all(f" {word}" in searched for word in words)
    ]
    found.sort(key=lambda pair: pair[0])
    return tuple(place for _rank_, place in found[:limit])


def search_text(place: PlaceRow) -> str:
    """All that a place is found by, folded, a blank before each word."""
    return f" {fold(' '.join((place.label, place.state, *place.aliases)))} {place.geoid}"


def _rank(place: PlaceRow, whole: str) -> tuple[bool, bool, int, str]:
    begins = any(fold(name).startswith(whole) for name in (place.name, *place.aliases))
    return not begins, not place.is_state, -(place.population_2010 or 0), place.label


@lru_cache(maxsize=4)
def _places(last_change: int, stamp: str, language: str) -> Mapping[str, PlaceRow]:
    del stamp  # part of the key: change numbers are not unique across databases
    versions = Jurisdiction.objects.after_change(last_change).order_by("geoid")
    rows = [version for version in versions if version.geoid != NATION]
    names = {row.geoid: in_language(row, "name", language) for row in rows}
    return {row.geoid: _place(row, names, language) for row in rows}


def _place(row: Jurisdiction, names: Mapping[str, str], language: str) -> PlaceRow:
    name, parent = names[row.geoid], row.parent or None
    around = names.get(row.parent, "")
    label = f"{name}, {around}" if around and around != name else name
    return PlaceRow(
        geoid=row.geoid,
        kind=PlaceKind(row.kind),
        name=name,
        label=label,
        slug=slugify(fold(label)),
        state=row.state,
        state_geoid=row.parent or row.geoid,
        state_name=around or name,
        parent=parent,
        ocd_id=row.ocd_id,
        population_2010=row.population_2010,
        aliases=tuple(alias for alias in row.aliases.split("|") if alias),
        note=in_language(row, "note", language),
    )
