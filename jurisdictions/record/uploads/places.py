"""Written names of places -> places: the reader of names, and when it is to be asked back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from jurisdictions.gazetteer.index import PlaceNames
from jurisdictions.gazetteer.kinds_written import without_kind
from jurisdictions.gazetteer.reader import NameReader
from jurisdictions.gazetteer.reading import OF_THE_PLACE, Match, Reading
from jurisdictions.gazetteer.words import key_of
from jurisdictions.models.folding import fold
from jurisdictions.status.geoids import is_state, lies_in

MOST_CANDIDATES = 8
NEAR = 0.72
Place = PlaceNames


@dataclass(frozen=True, slots=True)
class Named:
    """What a written name means: one place, or several to ask about; neither: none is so called.

    `everything`: it stands for all places of a state.
    """

    geoid: str = ""
    candidates: tuple[str, ...] = ()
    unknown_state: bool = False
    everything: bool = False


class Gazetteer:
    """Every place on record by what it may be called."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._reader = NameReader(places)
        self.places = self._reader.index.places

    def state(self, written: str) -> str:
        """The geoid of a state by its name, its code or its digits; "" for none."""
        return self._reader.state(written)

    def led_to(self, code: str) -> tuple[str, ...]:
        """The places that have what a code of another time stood for, the main one first."""
        if code in self.places:
            return ()
        return self._reader.index.former_codes.get(code, ())

    def find(self, name: str, state: str = "", *, county: bool = False) -> Named:
        """The place of a name, "Cook" or "Cook County, Illinois"; `county`: of no state as such.

        One place that is so called is the place; of several, somebody has to say which. A city
        is not the county that it lies in: that is asked about too.
        """
        reading = self._reader.read(name, state)
        exact = _of_level(reading.so_called, county=county)
        own = [match.geoid for match in exact if match.how in OF_THE_PLACE]
        if len(own) == 1 and own[0] == exact[0].geoid:
            return Named(geoid=own[0])
        several = tuple(match.geoid for match in exact) if len(exact) > 1 else ()
        return Named("", several, reading.unknown_state, reading.everything)

    def near(self, name: str, state: str = "", *, county: bool = False) -> tuple[str, ...]:
        """Places that a name may mean that none bears, the likeliest first."""
        reading = self._reader.read(name, state)
        found = [match.geoid for match in _of_level(reading.matches, county=county)]
        like = () if found else self._like(name, reading, county=county)
        return tuple(dict.fromkeys((*found, *like)))[:MOST_CANDIDATES]

    def _like(self, name: str, reading: Reading, *, county: bool) -> list[str]:
        """Places whose name is like the written one, the likest first."""
        head = name.rpartition(",")[0] if reading.state else ""
        bare, _kind, _found = without_kind(tuple(fold(head or name).split()))
        bearers = {**self._reader.index.full.bearers, **self._reader.index.bare.bearers}
        fitting = {
            key: kept
            for key, geoids in bearers.items()
            if (kept := [g for g in geoids if self._fits(g, reading.state, county=county)])
        }
        near = get_close_matches(key_of(bare), fitting, n=MOST_CANDIDATES, cutoff=NEAR)
        return [geoid for key in near for geoid in sorted(fitting[key])]

    def _fits(self, geoid: str, state: str, *, county: bool) -> bool:
        return (not state or lies_in(geoid, state)) and not (county and is_state(geoid))


def _of_level(matches: Iterable[Match], *, county: bool) -> list[Match]:
    return [match for match in matches if not (county and is_state(match.geoid))]
