"""Borders that neighbours share, found by the points they have in common."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

P = TypeVar("P", bound=tuple[float, float])


class Topology(Generic[P]):
    """Rings as sequences of arcs; an arc ends where the ring's neighbours change.

    `arcs` are point sequences, each kept once. `places` gives, for each geoid, its rings as arc
    numbers: n for arc n as it stands, ~n for arc n walked backwards.
    """

    def __init__(self, places: Mapping[str, Sequence[Sequence[P]]]) -> None:
        """Take rings by geoid; a ring closes, its last point repeating its first."""
        self.arcs: list[tuple[P, ...]] = []
        self.places: dict[str, list[list[int]]] = {}
        self._ends: dict[tuple[P, P], int] = {}
        junctions = _junctions(places)
        for geoid, rings in places.items():
            self.places[geoid] = [self._arcs_of(ring, junctions) for ring in rings]

    def _arcs_of(self, ring: Sequence[P], junctions: set[P]) -> list[int]:
        return [self._number(arc) for arc in _cut(ring[:-1], junctions)]

    def _number(self, arc: tuple[P, ...]) -> int:
        backwards = self._ends.get((arc[-1], arc[-2]))
        if backwards is not None and self.arcs[backwards] == arc[::-1]:
            del self._ends[arc[-1], arc[-2]]
            return ~backwards
        self._ends[arc[0], arc[1]] = len(self.arcs)
        self.arcs.append(arc)
        return len(self.arcs) - 1


def _junctions(places: Mapping[str, Sequence[Sequence[P]]]) -> set[P]:
    """Return the points where rings meet or part: those whose two neighbours are not always so."""
    beside: dict[P, frozenset[P]] = {}
    found: set[P] = set()
    for rings in places.values():
        for ring in rings:
            open_ring = ring[:-1]
            for number, point in enumerate(open_ring):
                before, after = open_ring[number - 1], open_ring[(number + 1) % len(open_ring)]
                if beside.setdefault(point, frozenset((before, after))) != {before, after}:
                    found.add(point)
    return found


def _cut(ring: Sequence[P], junctions: set[P]) -> list[tuple[P, ...]]:
    """Cut an open ring at its junctions; without any, start at the least point, for its hole."""
    cuts = [number for number, point in enumerate(ring) if point in junctions]
    if not cuts:
        cuts = [min(range(len(ring)), key=lambda number: ring[number])]
    turned = [*ring[cuts[0] :], *ring[: cuts[0] + 1]]
    places = [cut - cuts[0] for cut in cuts] + [len(ring)]
    return [tuple(turned[a : b + 1]) for a, b in pairwise(places)]
