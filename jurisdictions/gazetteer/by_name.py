"""Places by name: exactly so called, so beginning, holding the words, or one slip away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jurisdictions.gazetteer.candidates import Candidates
from jurisdictions.gazetteer.cities import City
from jurisdictions.gazetteer.index import CityIndex, PlaceIndex
from jurisdictions.gazetteer.kinds_written import CITY, Words, without_kind, without_office
from jurisdictions.gazetteer.nicknames import NICKNAMES
from jurisdictions.gazetteer.parsing import Wanted
from jurisdictions.gazetteer.reading import How
from jurisdictions.gazetteer.state_names import state_named
from jurisdictions.gazetteer.words import key_of, short_words_meant
from jurisdictions.status.geoids import is_state, state_of

MANY_ZIPS = 8
IN_A_CITY, IN_A_TOWN = 100_000, 10_000
"""What each ZIP code of a city weighs, in people: a bare name rather means a large city."""
OUTWEIGHS = 1e9
CITY_FROM = 3
"""Letters from which on the beginning of a city's name is looked for: two begin hundreds."""
INDEPENDENT = frozenset(("independent-city", "municipality"))


class NameFinder:
    """Looks one wish up in the names of places, their nicknames and the cities in them."""

    def __init__(self, index: PlaceIndex, cities: CityIndex) -> None:
        self.index, self.cities = index, cities

    def states(self, words: Words, into: Candidates) -> None:
        """Add the state that all the words together name: "Calif.", "N.Y."."""
        if state := state_named(words):
            into.add(state, How.NAME, OUTWEIGHS)

    def exact(self, wish: Wanted, into: Candidates, step: int = 0) -> None:
        """Add the places that are so called; of a name in several parts, those that fit most."""
        if len(wish.parts) == 1:
            self._exact(wish.words, wish, into, step)
            return
        found = []
        for part in (*wish.parts, wish.words):
            of_part = Candidates(self.index)
            self._exact(part, wish, of_part, step)
            found.append(of_part)
        several = [one.in_order() for one in reversed(found) if one]
        sets = [{match.geoid for match in matches} for matches in several]
        common = set.intersection(*sets) if sets else set()
        # What has nothing in common names several places: none of them is left out.
        matches = [match for one in (several[:1] if common else several) for match in one]
        best = {g: min(m.how for one in several for m in one if m.geoid == g) for g in common}
        for rank, match in enumerate(matches):
            if not common or match.geoid in common:
                how = best.get(match.geoid, match.how)
                into.add(match.geoid, how, -rank, said=match.said, step=step)

    def _exact(self, words: Words, wish: Wanted, into: Candidates, step: float) -> None:
        """The name as it is; without an office's words; without the word for its kind."""
        office = without_office(words)
        for said in dict.fromkeys((words, office)):
            if said and self._so_called(said, wish, into, step):
                return
        for said in dict.fromkeys((office, words)):
            bare, kind, found = without_kind(said)
            if found and self._of_kind(bare, kind, wish, into, step):
                return

    def _so_called(self, words: Words, wish: Wanted, into: Candidates, step: float) -> bool:
        key, before = key_of(words), len(into)
        own = [*self.index.full.whole(key), *self.index.bare.whole(key)]
        for geoid in self._within(own, wish):
            level_back = int(is_state(geoid)) if wish.states else int(not is_state(geoid))
            into.add(geoid, How.NAME, self._people(geoid), step=step, back=level_back)
        for geoid in self._within(self.index.former_names.get(key, ()), wish):
            into.add(geoid, How.FORMER_NAME, 0, step=step, back=1 - bool(wish.states))
        self._nicknamed(key, wish, into, step)
        for city in self._cities_within(self.cities.whole(key), wish):
            self._add_city(city, How.CITY, wish, into, step)
        return len(into) > before

    def _of_kind(self, bare: Words, kind: str, wish: Wanted, into: Candidates, step: float) -> bool:
        """Places of the kind that was said; of any kind of county when there is none."""
        key, before = key_of(bare), len(into)
        own = [*self.index.full.whole(key), *self.index.bare.whole(key)]
        counties = [g for g in self._within(own, wish) if not is_state(g)]
        kinds = INDEPENDENT if kind == CITY else {kind}
        fitting = [g for g in counties if self.index.places[g].kind in kinds]
        if kind == CITY:
            for city in self._cities_within(self.cities.whole(key), wish):
                # What the post calls so lies behind the city that is a place of its own.
                behind = step + 0.5 if self._fits_in(fitting, city) else step
                self._add_city(city, How.CITY, wish, into, behind)
        if len(into) == before or fitting:
            for geoid in fitting or counties:
                into.add(geoid, How.NAME, self._people(geoid), step=step)
        for geoid in self._within(self.index.former_names.get(key, ()), wish):
            into.add(geoid, How.FORMER_NAME, 0, step=step)
        if len(into) == before:
            self._nicknamed(key, wish, into, step)
        return len(into) > before

    def _fits_in(self, fitting: Sequence[str], city: City) -> bool:
        return any(state_of(geoid) == city.state for geoid in fitting)

    def begun(self, wish: Wanted, into: Candidates) -> None:
        """Add the places whose name begins so, and those that have all the words in a name.

        Where none does, without the word for a kind: "condado de san fr", not written to its end.
        """
        before = len(into)
        self._begun(wish.words, "", wish, into)
        bare, kind, said = without_kind(without_office(wish.words))
        if said and len(into) == before:
            self._begun(bare, kind, wish, into)

    def _begun(self, words: Words, kind: str, wish: Wanted, into: Candidates) -> None:
        key = key_of(words)
        if not key:
            return
        begun = [*self.index.full.begun(key), *self.index.bare.begun(key)]
        for geoid in self._rather(kind, self._within(begun, wish)):
            into.add(geoid, How.BEGINNING, self._people(geoid))
        if len(key) >= CITY_FROM and kind in {"", CITY}:
            for city in self._cities_within(self.cities.begun(key), wish):
                self._add_city(city, How.BEGINNING, wish, into, 0)
        for geoid in self._rather(kind, self._within(self._having(words), wish)):
            into.add(geoid, How.INSIDE, self._people(geoid))

    def _rather(self, kind: str, geoids: Iterable[str]) -> list[str]:
        """Those of the kind that was said; of any kind of county when there is none."""
        found = list(geoids)
        if not kind:
            return found
        kinds = INDEPENDENT if kind == CITY else {kind}
        counties = [geoid for geoid in found if not is_state(geoid)]
        return [g for g in counties if self.index.places[g].kind in kinds] or counties

    def near(self, wish: Wanted, into: Candidates) -> None:
        """Add the places whose name is one slip of the pen away."""
        office = without_office(wish.words)
        bare, kind, _found = without_kind(office)
        for words in dict.fromkeys((wish.words, office, bare)):
            key = key_of(words)
            own = [*self.index.full.nearly(key), *self.index.bare.nearly(key)]
            for geoid in self._within(own, wish):
                into.add(geoid, How.NEAR, self._people(geoid))
            if not kind or kind == CITY:
                for city in self._cities_within(self.cities.nearly(key), wish):
                    self._add_city(city, How.NEAR, wish, into, 0)
            for meant in short_words_meant(words):
                own = [*self.index.full.whole(key_of(meant)), *self.index.bare.whole(key_of(meant))]
                for geoid in self._within(own, wish):
                    into.add(geoid, How.NEAR, self._people(geoid))

    def _having(self, words: Words) -> Iterator[str]:
        if any(len(word) > 1 for word in words):
            yield from self.index.texts.holding([f" {word}" for word in words])

    def _nicknamed(self, key: str, wish: Wanted, into: Candidates, step: float) -> None:
        for at, geoid in enumerate(self._within(NICKNAMES.get(key, ()), wish)):
            into.add(geoid, How.NICKNAME, OUTWEIGHS - at, step=step, back=1 - bool(wish.states))

    def _add_city(self, city: City, how: How, wish: Wanted, into: Candidates, step: float) -> None:
        each = IN_A_CITY if city.zips >= MANY_ZIPS else IN_A_TOWN
        # A town of one ZIP code stands behind the county of its name, however few live there.
        behind = int(not wish.states) + int(city.zips == 1)
        back = behind if how is How.CITY else 0
        for at, geoid in enumerate(city.geoids):
            weight = city.zips * each if not at else 1 / at
            into.add(geoid, how, weight, said=city.name, step=step, back=back)

    def _within(self, geoids: Iterable[str], wish: Wanted) -> Iterator[str]:
        for geoid in geoids:
            if wish.states is None or state_of(geoid) in wish.states:
                yield geoid

    def _cities_within(self, cities: Iterable[City], wish: Wanted) -> Iterator[City]:
        for city in cities:
            if wish.states is None or city.state in wish.states:
                yield city

    def _people(self, geoid: str) -> int:
        return self.index.places[geoid].population
