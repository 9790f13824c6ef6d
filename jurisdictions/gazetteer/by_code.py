"""Places by geoid, by an old code, by ZIP code, by Open Civic Data identifier."""

from __future__ import annotations

from collections.abc import Iterator

from jurisdictions.gazetteer.cities import zip_codes
from jurisdictions.gazetteer.codes import Code, ocd_parts
from jurisdictions.gazetteer.index import PlaceIndex, city_index
from jurisdictions.gazetteer.kinds_written import without_kind
from jurisdictions.gazetteer.reading import How, Match
from jurisdictions.gazetteer.state_names import state_named
from jurisdictions.gazetteer.words import key_of_text
from jurisdictions.status.geoids import begins, lies_in, padded

MOST_BEGUN = 40
"""Places that are offered for the beginning of a code."""


def by_code(index: PlaceIndex, code: Code) -> tuple[Match, ...]:
    """The place of a geoid, those of an old one, those of a ZIP code; each once, in that order.

    None for a number of which digits are lost: it would be a guess.
    """
    if code.lost:
        return ()
    whole = padded(code.digits)
    found = [] if code.zip_only else list(_by_geoid(index, whole))
    if not code.sure:
        found += (
            Match(geoid, How.ZIP, whole)
            for geoid in zip_codes().get(whole, "").split()
            if geoid in index.places
        )
    if not found and not code.sure and not code.zip_only:
        begun = sorted(geoid for geoid in index.places if begins(geoid, code.digits))
        found += (Match(geoid, How.BEGINNING) for geoid in begun[:MOST_BEGUN])
        found += _by_zip_begun(index, code.digits)
    return _each_once(found)


def _by_geoid(index: PlaceIndex, geoid: str) -> Iterator[Match]:
    if geoid in index.places:
        yield Match(geoid, How.CODE)
    for place in index.former_codes.get(geoid, ()):
        if place != geoid:
            yield Match(place, How.FORMER_CODE, geoid)


def _by_zip_begun(index: PlaceIndex, digits: str) -> list[Match]:
    found: dict[str, Match] = {}
    for code, geoids in zip_codes().items():
        main = geoids.partition(" ")[0]
        if code.startswith(digits) and main in index.places:
            found.setdefault(main, Match(main, How.BEGINNING, code))
        if len(found) >= MOST_BEGUN:
            break
    return list(found.values())


def by_ocd_id(index: PlaceIndex, text: str) -> tuple[Match, ...]:
    """The place of an Open Civic Data identifier: its own, or that of the city or county named."""
    if known := index.ocd.get(text.strip().casefold()):
        return (Match(known, How.CODE),)
    parts = ocd_parts(text) or {}
    code = next((parts[k] for k in ("state", "territory", "district") if parts.get(k)), "")
    state = state_named((code,)) if code else ""
    kind, name = next(reversed(parts.items()), ("", ""))
    if not state or state not in index.places:
        return ()
    if kind in {"state", "territory", "district"}:
        return (Match(state, How.CODE),)
    bare, _kind, _found = without_kind(tuple(name.split()))
    keys = {key_of_text(name), key_of_text(" ".join(bare))}
    bearers = [g for key in keys for g in (*index.full.whole(key), *index.bare.whole(key))]
    own = [Match(g, How.CODE) for g in bearers if lies_in(g, state) and g != state]
    former = [g for key in keys for g in index.former_names.get(key, ()) if lies_in(g, state)]
    of_city = [
        Match(geoid, How.CITY, city.name)
        for key in keys
        for city in city_index().whole(key)
        if city.state == state
        for geoid in city.geoids
    ]
    old = [Match(geoid, How.FORMER_NAME) for geoid in former]
    found = (of_city or own) if kind == "place" else (own or old or of_city)
    return _each_once(found)


def _each_once(matches: list[Match]) -> tuple[Match, ...]:
    first: dict[str, Match] = {}
    for match in matches:
        first.setdefault(match.geoid, match)
    return tuple(first.values())
