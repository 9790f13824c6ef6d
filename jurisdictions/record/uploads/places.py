"""Written names of places -> places: by name or other name within the state; never guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from jurisdictions.models.folding import fold
from jurisdictions.status.geoids import is_state, lies_in

MOST_CANDIDATES = 8
NEAR = 0.72
TYPES: Mapping[str, str] = {
    "county": "county",
    "co": "county",
    "cnty": "county",
    "condado": "county",
    "parish": "parish",
    "parroquia": "parish",
    "borough": "borough",
    "census area": "census-area",
    "municipality": "municipality",
    "municipio": "municipio",
    "city": "independent-city",
    "ciudad": "independent-city",
}
"""What a place is called after its name, and the kind that it then is."""
BEFORE = ("county of ", "condado de ", "parish of ", "city of ", "ciudad de ", "municipio de ")
SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it can be named."""

    geoid: str
    kind: str
    name: str
    state: str
    others: tuple[str, ...] = ()

    @property
    def is_state(self) -> bool:
        """Whether it is a state rather than a county."""
        return is_state(self.geoid)


@dataclass(frozen=True, slots=True)
class Named:
    """What a written name means: one place, or several to ask about; neither: none is so called."""

    geoid: str = ""
    candidates: tuple[str, ...] = ()
    unknown_state: bool = False


class Gazetteer:
    """Every place on record by what it may be called."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = {place.geoid: place for place in places}
        self._states: dict[str, str] = {}
        self._names: dict[str, set[str]] = defaultdict(set)
        self._keys: dict[str, set[str]] = defaultdict(set)
        for place in self.places.values():
            names = (place.name, *place.others)
            if place.is_state:
                codes = {fold(place.state), _squeezed(place.state), place.geoid}
                self._states |= dict.fromkeys({*codes, *map(fold, names)}, place.geoid)
            for name in names:
                self._names[fold(name)].add(place.geoid)
                for key in _keys(name):
                    self._keys[key].add(place.geoid)

    def state(self, written: str) -> str:
        """The geoid of a state by its name, its code or its digits; "" for none."""
        name = fold(written)
        return self._states.get(name) or self._states.get(_squeezed(written), "")

    def find(self, name: str, state: str = "", *, county: bool = False) -> Named:
        """The place of a name, "Cook" or "Cook County, Illinois"; `county`: of no state as such.

        One place that is so called is the place; of several, somebody has to say which.
        """
        name, written_state = self._apart(name, state)
        within = self.state(written_state) if written_state else ""
        if written_state and not within:
            return Named(unknown_state=True)
        found = self._called(name, within, county)
        if len(found) == 1:
            return Named(geoid=found[0])
        return Named(candidates=tuple(found))

    def near(self, name: str, state: str = "", *, county: bool = False) -> tuple[str, ...]:
        """Places whose name is like one that means none, the likest first."""
        name, written_state = self._apart(name, state)
        within = self.state(written_state) if written_state else ""
        return tuple(self._near(name, within, county)[:MOST_CANDIDATES])

    def _apart(self, name: str, state: str) -> tuple[str, str]:
        """A name and its state, which may stand behind a comma."""
        head, comma, tail = name.rpartition(",")
        if comma and self.state(tail) and (not state or self.state(state) == self.state(tail)):
            return head, tail
        return name, state

    def _called(self, name: str, within: str, county: bool) -> list[str]:
        whole = fold(name)
        if exact := self._fitting(self._names.get(whole, ()), within, county):
            return sorted(exact)
        bare, kind = _without_type(whole)
        keys = {whole, _key(whole), _key(bare), _squeezed(bare)}
        found = {g for key in keys for g in self._fitting(self._keys.get(key, ()), within, county)}
        return sorted(g for g in found if not kind or self.places[g].kind == kind)

    def _fitting(self, geoids: Iterable[str], within: str, county: bool) -> set[str]:
        return {
            geoid
            for geoid in geoids
            if (not within or lies_in(geoid, within))
            and not (county and self.places[geoid].is_state)
        }

    def _near(self, name: str, within: str, county: bool) -> list[str]:
        """Places whose name is like the written one, the likest first."""
        bare, _kind = _without_type(fold(name))
        fitting = {
            key: places
            for key, geoids in self._keys.items()
            if (places := self._fitting(geoids, within, county))
        }
        near = get_close_matches(_key(bare), fitting, n=MOST_CANDIDATES, cutoff=NEAR)
        return list(dict.fromkeys(geoid for key in near for geoid in sorted(fitting[key])))


def _keys(name: str) -> set[str]:
    """All that a name may be looked up by: as it is, without its type, without its blanks."""
    whole = fold(name)
    bare, _kind = _without_type(whole)
    return {whole, _key(whole), _key(bare), _squeezed(bare), _squeezed(whole)} - {""}


def _key(name: str) -> str:
    return " ".join(SHORT.get(word, word) for word in name.split())


def _squeezed(name: str) -> str:
    return _key(fold(name)).replace(" ", "")


def _without_type(name: str) -> tuple[str, str]:
    """A folded name without the word that says what it is, and the kind that the word means."""
    for before in BEFORE:
        if name.startswith(before) and name != before.strip():
            return name.removeprefix(before), TYPES[before.split()[0]]
    for word, kind in TYPES.items():
        if name.endswith(f" {word}"):
            return name.removesuffix(f" {word}"), kind
    return name, ""
