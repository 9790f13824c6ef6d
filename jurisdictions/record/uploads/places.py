"""Written names of places -> places: the reader of names, and when it is to be asked back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from jurisdictions.gazetteer.index import PlaceNames
from jurisdictions.gazetteer.kinds_written import means_nothing, means_total, without_kind
from jurisdictions.gazetteer.reader import name_reader
from jurisdictions.gazetteer.reading import OF_THE_PLACE, How, Match, Reading
from jurisdictions.gazetteer.words import key_of
from jurisdictions.models.folding import fold
from jurisdictions.status.geoids import is_state, lies_in

MOST_CANDIDATES = 8
NEAR = 0.72
LARGE, RIVAL = 500_000, 4
"""People of a county, and how many times those of the other, for a city in it to be thought of."""
Place = PlaceNames


@dataclass(frozen=True, slots=True)
class Named:
    """What a written name means: one place, or several to ask about; neither: none is so called.

    `everything`: it stands for all places of a state; `total`: for a sum of several.
    """

    geoid: str = ""
    candidates: tuple[str, ...] = ()
    unknown_state: bool = False
    everything: bool = False
    total: bool = False


class Gazetteer:
    """Every place on record by what it may be called."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._reader = name_reader(tuple(places))
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
        if county and len(own) == 1:
            exact = [m for m in exact if m.how in OF_THE_PLACE or self._rivals(m, own[0])]
        if len(own) == 1 and own[0] == exact[0].geoid:
            return Named(geoid=own[0])
        several = tuple(match.geoid for match in exact) if len(exact) > 1 else ()
        total = not exact and means_total(tuple(fold(name).split()))
        return Named("", several, reading.unknown_state, reading.everything, total)

    def near(self, name: str, state: str = "", *, county: bool = False) -> tuple[str, ...]:
        """Places that a name may mean that none bears, the likeliest first.

        "N/A" means none; the state beside it, if there is one, is all that the row may be about.
        """
        if means_nothing(tuple(fold(name).split())):
            return tuple(filter(None, (self.state(state),)))
        reading = self._reader.read(name, state)
        found = [match.geoid for match in _of_level(reading.matches, county=county)]
        like = () if found else self._like(name, reading, county=county)
        # What is like no county may stand for the state: its department of corrections.
        near = (*found, *like) or tuple(match.geoid for match in reading.matches)
        # A state among counties is the likeliest: who writes "Georgia" means no county of Alabama.
        named = self.state(name)
        said = (named,) if named and (not state or self.state(state) == named) else ()
        return tuple(dict.fromkeys((*said, *near)))[:MOST_CANDIDATES]

    def _rivals(self, match: Match, county: str) -> bool:
        """Whether a city of another county is so large that a column of counties may mean it."""
        people = self.places[match.geoid].population, self.places[county].population
        return match.how is How.CITY and people[0] > RIVAL * people[1] and people[0] > LARGE

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
