"""All names of all places, by what they are looked up by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from threading import Lock

from jurisdictions.gazetteer.cities import City, cities, zip_codes
from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.kinds_written import without_kind
from jurisdictions.gazetteer.words import SLIP_FROM, key_of, keys_of, one_slip_apart
from jurisdictions.status.geoids import is_state

MOST_BEGUN = 400
"""Names that are looked at for a beginning; a single letter begins thousands."""
EDGE = 2
"""One slip leaves the first or the last letters of a name as they are."""


@dataclass(frozen=True, slots=True)
class Former:
    """A code and a name that a place had or came to have, or that what it was made from had.

    `part`: most of what the code stands for lies elsewhere.
    """

    code: str
    name: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """A place as it can be named. `state` is its state's two letters."""

    geoid: str
    kind: str
    name: str
    state: str
    others: tuple[str, ...] = ()
    ocd_id: str = ""
    population: int = 0
    former: tuple[Former, ...] = ()

    @property
    def is_state(self) -> bool:
        """Whether it is of the level of states."""
        return is_state(self.geoid)

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the main one first."""
        return (self.name, *self.others)


class Keys:
    """Keys of names -> whatever bears them, found whole, by their beginning, or with a slip."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """`pairs` of a key and a bearer."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, bearer in pairs:
            if key and bearer not in found[key]:
                found[key].append(bearer)
        self.bearers = {key: tuple(bearers) for key, bearers in found.items() if bearers}
        self._sorted = sorted(self.bearers)
        self._edges: dict[str, list[str]] = defaultdict(list)
        for key in self._sorted:
            if len(key) >= SLIP_FROM - 1:
                self._edges[f"{key[:EDGE]}-"].append(key)
                self._edges[f"-{key[-EDGE:]}"].append(key)

    def whole(self, key: str) -> tuple[str, ...]:
        """Who bears the name itself."""
        return self.bearers.get(key, ())

    def begun(self, key: str) -> Iterator[str]:
        """Who bears a longer name that begins so."""
        at = bisect_left(self._sorted, key)
        for longer in self._sorted[at : at + MOST_BEGUN]:
            if not longer.startswith(key):
                return
            if longer != key:
                yield from self.bearers[longer]

    def nearly(self, key: str) -> Iterator[str]:
        """Who bears a name that is one slip of the pen away."""
        if len(key) < SLIP_FROM:
            return
        like = {*self._edges.get(f"{key[:EDGE]}-", ()), *self._edges.get(f"-{key[-EDGE:]}", ())}
        for other in sorted(like):
            if abs(len(other) - len(key)) <= 1 and one_slip_apart(key, other):
                yield from self.bearers[other]


class Lines:
    """Texts of a line each, searched as one: to look into each takes a hundred times as long."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        """`lines` of a bearer and its text."""
        self._lines = list(lines)
        self._whole = "\n".join(text for _bearer, text in self._lines)
        ends = accumulate((len(text) + 1 for _bearer, text in self._lines), initial=0)
        self._starts = list(ends)

    def holding(self, parts: Sequence[str]) -> Iterator[str]:
        """Who bears a text that holds all of the parts, in the order of the lines."""
        longest = max(parts, key=len)
        at = self._whole.find(longest)
        while at >= 0:
            line = bisect_right(self._starts, at) - 1
            bearer, text = self._lines[line]
            if all(part in text for part in parts):
                yield bearer
            at = self._whole.find(longest, self._starts[line + 1])


class PlaceIndex:
    """The names of the places themselves."""

    def __init__(self, places: Iterable[PlaceNames]) -> None:
        self.places = {place.geoid: place for place in places}
        own = [
            (place, fold(name).split()) for place in self.places.values() for name in place.names
        ]
        self.full = Keys((key, place.geoid) for place, words in own for key in keys_of(words))
        self.bare = Keys(
            (key, place.geoid)
            for place, words in own
            if not place.is_state
            for bare, _kind, found in [without_kind(tuple(words))]
            if found
            for key in keys_of(bare)
        )
        self.former_codes = self._by_former(lambda former: {former.code})
        self.former_names = self._by_former(lambda former: _former_keys(former.name))
        self.ocd = {p.ocd_id.casefold(): p.geoid for p in self.places.values() if p.ocd_id}
        self.texts = Lines(
            (place.geoid, f" {fold(' '.join(place.names))} ") for place in self.places.values()
        )

    def _by_former(self, of: Callable[[Former], set[str]]) -> dict[str, tuple[str, ...]]:
        """Keys of codes or names of another time -> places; what stands itself is no former one."""
        found: dict[str, list[tuple[bool, str]]] = defaultdict(list)
        for place in self.places.values():
            for former in place.former:
                if former.code not in self.places:
                    for key in of(former):
                        found[key].append((former.part, place.geoid))
        return {
            key: tuple(dict.fromkeys(geoid for _part, geoid in sorted(pairs)))
            for key, pairs in found.items()
        }


def _former_keys(name: str) -> set[str]:
    words = tuple(fold(name).split())
    return {key_of(words), key_of(without_kind(words)[0])} - {""}


class CityIndex:
    """The names of cities: the same for every edition."""

    def __init__(self, found: Iterable[City]) -> None:
        self.cities: tuple[City, ...] = tuple(found)
        self.names = Keys(
            (key_of(fold(city.name).split()), str(at)) for at, city in enumerate(self.cities)
        )

    def whole(self, key: str) -> list[City]:
        """The cities of a name."""
        return [self.cities[int(at)] for at in self.names.whole(key)]

    def begun(self, key: str) -> list[City]:
        """The cities whose longer name begins so."""
        return [self.cities[int(at)] for at in self.names.begun(key)]

    def nearly(self, key: str) -> list[City]:
        """The cities whose name is one slip away."""
        return [self.cities[int(at)] for at in self.names.nearly(key)]


_making = Lock()


def city_index() -> CityIndex:
    """The index of all cities, made when it is first needed: some 0.3 s. Who comes too waits."""
    with _making:
        return _city_index()


def read_lists() -> None:
    """Read the lists of cities and ZIP codes, so that the first who asks needs not wait."""
    city_index()
    zip_codes()


@lru_cache(maxsize=1)
def _city_index() -> CityIndex:
    return CityIndex(cities())
