"""The names of places, cities and ZIP codes as files for the browser's reader of names.

The words, patterns and weights go with them, so that the algorithm in `static/js/core/names/`
looks up and ranks, and knows no word of its own. What a place is called in a language is written
only where it is another name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from jurisdictions.gazetteer.cities import City, cities, zip_codes
from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.index import PlaceIndex, PlaceNames, read_lists
from jurisdictions.gazetteer.packed_words import packed_words
from jurisdictions.gazetteer.spanish_names import spanish_kinds, spanish_name
from jurisdictions.gazetteer.words import key_of
from jurisdictions.status.geoids import lies_in

FULL = 110_000
"""Bytes of a part, unpacked, from which the next letter begins another; a third of it packed."""
Parts = tuple[tuple[str, bytes], ...]
"""Files by what their first key begins with, in order: a key is in the last that begins before."""


def packed_places(index: PlaceIndex, called: Mapping[str, Mapping[str, str]]) -> bytes:
    """All places with their names, and the words; `called`: language -> geoid -> name.

    Of the names only those are told that do not follow from the English one.
    """
    places = index.places.values()
    return _json(
        {
            "geoids": _joined(place.geoid for place in places),
            "kinds": _joined(place.kind for place in places),
            "people": [place.population for place in places],
            "names": [list(place.names) for place in places],
            "spanishKinds": spanish_kinds(),
            "called": {
                language: {
                    place.geoid: names[place.geoid]
                    for place in places
                    if names.get(place.geoid, place.name) != _by_rule(place, language)
                }
                for language, names in called.items()
            },
            # In the order of keys: every process has to make the same file.
            "formerCodes": dict(sorted(index.former_codes.items())),
            "formerNames": dict(sorted(index.former_names.items())),
            "words": packed_words(),
        }
    )


def _by_rule(place: PlaceNames, language: str) -> str:
    if language != "es":
        return place.name
    return spanish_name(place.name, is_state=place.is_state).title


@cache
def packed_cities() -> Parts:
    """Cities by the first letter of their keys, each part in the order of keys, then of states."""
    keyed = sorted(
        ((key_of(fold(city.name).split()), at, city) for at, city in enumerate(cities())),
        key=lambda one: one[:2],
    )
    return _parted([(key, _line(city)) for key, _at, city in keyed if key])


def _line(city: City) -> str:
    """A name, its state, its counties without the state's digits, its ZIP codes unless one."""
    others = (g.removeprefix(city.state) if lies_in(g, city.state) else g for g in city.geoids)
    told = (city.name, city.state, " ".join(others), "" if city.zips == 1 else str(city.zips))
    return "\t".join(told).rstrip("\t")


@cache
def packed_zips() -> Parts:
    """ZIP codes by their first digit, with their counties."""
    return _parted([(code, f"{code} {geoids}") for code, geoids in sorted(zip_codes().items())])


def pack_lists() -> None:
    """Read and pack the lists of cities and ZIP codes, so that nobody who asks needs wait."""
    read_lists()
    packed_cities()
    packed_zips()


def _parted(lines: list[tuple[str, str]]) -> Parts:
    """Lines by what they are looked up by, in files of whole first letters."""
    parts: list[tuple[str, list[str]]] = []
    size = FULL
    for first, own in groupby(lines, key=lambda line: line[0][0]):
        texts = [text for _key, text in own]
        weight = sum(len(text) + 1 for text in texts)
        if size + weight > FULL:
            parts.append((first, []))
            size = 0
        parts[-1][1].extend(texts)
        size += weight
    return tuple((first, _json({"lines": "\n".join(texts)})) for first, texts in parts)


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)


def _json(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
