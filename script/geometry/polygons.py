"""Rings from the borders around one place or many, sorted into polygons with their holes."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, pi
from typing import TypeAlias

from .points import GridPoint, GridRing

# Arc numbers, ~n for arc n walked backwards.
ArcRing: TypeAlias = list[int]
# Outer ring first, then the holes.
ArcPolygon: TypeAlias = list[ArcRing]


class LooseRingError(Exception):
    """A hole lies in none of the polygons."""


class Outlines:
    """Outlines of one place or of several together, from arcs with the land on their right."""

    def __init__(self, arcs: Sequence[GridRing]) -> None:
        self._arcs = arcs

    def polygons(self, rings: Iterable[ArcRing]) -> list[ArcPolygon]:
        """Return the polygons that the rings cover, largest first, their land on the left.

        What two rings share is inside and goes. Raises LooseRingError when they make no polygons.
        """
        measured = [(ring, self.points(ring)) for ring in self._outer_rings(rings)]
        measured.sort(key=lambda pair: area(pair[1]))
        outer = [(ring, points) for ring, points in measured if area(points) < 0]
        polygons = [[_backwards(ring)] for ring, _ in outer]
        for ring, points in measured:
            if area(points) > 0:
                polygons[_around(points, [around for _, around in outer])].append(_backwards(ring))
        return polygons

    def points(self, ring: ArcRing) -> GridRing:
        """Return the points of a ring, which closes: the last repeats the first."""
        points = [point for number in ring for point in self._walk(number)[:-1]]
        return (*points, points[0])

    def _walk(self, number: int) -> GridRing:
        return self._arcs[number] if number >= 0 else self._arcs[~number][::-1]

    def _outer_rings(self, rings: Iterable[ArcRing]) -> list[ArcRing]:
        """Return the rings of what is walked one way only, each passing any point once."""
        walked = {number for ring in rings for number in ring}
        unused = {number: self._walk(number) for number in sorted(walked) if ~number not in walked}
        found: list[ArcRing] = []
        path: ArcRing = []
        while unused or path:
            number = self._next(path, unused)
            path.append(number)
            end = unused.pop(number)[-1]
            starts = [self._walk(earlier)[0] for earlier in path]
            if end in starts:
                found.append(path[starts.index(end) :])
                path = path[: starts.index(end)]
        return found

    def _next(self, path: ArcRing, unused: dict[int, GridRing]) -> int:
        if not path:
            return next(iter(unused))
        last = self._walk(path[-1])
        back = _direction(last[-1], last[-2])
        return min(
            (number for number, arc in unused.items() if arc[0] == last[-1]),
            key=lambda number: (_direction(*unused[number][:2]) - back) % (2 * pi),
        )


def area(ring: GridRing) -> float:
    """Return the signed area of a closed ring: positive when counter-clockwise, north up."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) / 2


def _backwards(ring: ArcRing) -> ArcRing:
    return [~number for number in reversed(ring)]


def _direction(start: GridPoint, towards: GridPoint) -> float:
    return atan2(towards[1] - start[1], towards[0] - start[0])


def _around(hole: GridRing, rings: Sequence[GridRing]) -> int:
    """Return which of the rings, largest first, is the smallest around the hole."""
    for number in reversed(range(len(rings))):
        corners = set(rings[number])
        free = next((point for point in hole if point not in corners), None)
        if free and _is_inside(free, rings[number]):
            return number
    raise LooseRingError(hole[0])


def _is_inside(point: GridPoint, ring: GridRing) -> bool:
    x, y = point
    crossed = [
        (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0
        if by > ay
        else (bx - ax) * (y - ay) - (by - ay) * (x - ax) < 0
        for (ax, ay), (bx, by) in pairwise(ring)
        if (ay > y) != (by > y)
    ]
    return sum(crossed) % 2 == 1
