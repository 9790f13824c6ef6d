"""From full detail to what a screen can show: fewer points, whole numbers, no slivers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import sqrt

from .points import GridPoint, GridRing, Point, Ring
from .simplify import simplify
from .topology import Topology

UNITS_PER_PIXEL = 8
# Least triangle, in square pixels, that is still a bend of a border.
BEND = 0.2
# A place smaller than this many square pixels keeps proportionally smaller bends.
SMALL_PLACE = 40.0
FINEST_BEND = 0.01
# An islet below this many square pixels goes, unless it is all its place has.
ISLET = 0.2
# An island that is a whole place is drawn at least this large, around its own middle.
LEAST_ISLAND = 2.0


class LostPlaceError(Exception):
    """Generalising left a place without a ring that encloses anything."""


def generalise(places: Mapping[str, list[Ring]]) -> dict[str, list[GridRing]]:
    """Return the rings, largest first, on a grid of UNITS_PER_PIXEL; neighbours share borders.

    Raises LostPlaceError when nothing is left of a place.
    """
    topology = Topology[Point](places)
    topology.arcs = _simplified(topology, places)
    uses = Counter(_arc(n) for rings in topology.places.values() for ring in rings for n in ring)
    return {
        geoid: _on_the_grid(
            geoid, [(_joined(topology, ring), _alone(ring, uses)) for ring in rings]
        )
        for geoid, rings in topology.places.items()
    }


def area(ring: Sequence[tuple[float, float]]) -> float:
    """Return the signed area of a closed ring: positive when clockwise on the screen."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) / 2


def _simplified(
    topology: Topology[Point], places: Mapping[str, list[Ring]]
) -> list[tuple[Point, ...]]:
    bends = [BEND] * len(topology.arcs)
    for geoid, rings in topology.places.items():
        size = abs(sum(area(ring) for ring in places[geoid]))
        bend = max(FINEST_BEND, BEND * min(1.0, size / SMALL_PLACE))
        for number in (_arc(n) for ring in rings for n in ring):
            bends[number] = min(bends[number], bend)
    return [simplify(arc, bend) for arc, bend in zip(topology.arcs, bends, strict=True)]


def _arc(number: int) -> int:
    return number if number >= 0 else ~number


def _alone(ring: Sequence[int], uses: Counter[int]) -> bool:
    return all(uses[_arc(number)] == 1 for number in ring)


def _joined(topology: Topology[Point], ring: Sequence[int]) -> Ring:
    points: list[Point] = []
    for number in ring:
        arc = topology.arcs[_arc(number)]
        points += (arc if number >= 0 else arc[::-1])[:-1]
    return (*points, points[0])


def _on_the_grid(geoid: str, rings: list[tuple[Ring, bool]]) -> list[GridRing]:
    rings = sorted(rings, key=lambda pair: -abs(area(pair[0])))
    largest, alone = rings[0]
    if alone:
        rings[0] = _at_least(largest, LEAST_ISLAND), alone
    kept = [
        ring
        for number, (ring, alone) in enumerate(rings)
        if number == 0 or not alone or abs(area(ring)) >= ISLET
    ]
    gridded = [clean(_rounded(ring)) for ring in kept]
    if not gridded[0]:
        raise LostPlaceError(geoid)
    return [ring for ring in gridded if ring]


def _at_least(ring: Ring, size: float) -> Ring:
    """Return the ring, blown up around its middle to that area when it is smaller."""
    factor = sqrt(size / abs(area(ring)))
    if factor <= 1:
        return ring
    x = sum(x for x, _ in ring[1:]) / (len(ring) - 1)
    y = sum(y for _, y in ring[1:]) / (len(ring) - 1)
    return tuple((x + (px - x) * factor, y + (py - y) * factor) for px, py in ring)


def _rounded(ring: Ring) -> list[GridPoint]:
    return [(round(x * UNITS_PER_PIXEL), round(y * UNITS_PER_PIXEL)) for x, y in ring[:-1]]


def clean(ring: list[GridPoint]) -> GridRing:
    """Take out repeated points and spikes; nothing is left of a ring that encloses nothing."""
    length = 0
    while length != len(ring):
        length = len(ring)
        ring = [point for n, point in enumerate(ring) if point != ring[n - 1]]
        ring = _without_spike(ring)
    closed = (*ring, *ring[:1])
    return closed if area(closed) else ()


def _without_spike(ring: list[GridPoint]) -> list[GridPoint]:
    for n, point in enumerate(ring):
        if len(ring) > 2 and ring[n - 2] == point:
            return [other for m, other in enumerate(ring) if m not in (n, (n - 1) % len(ring))]
    return ring
