"""Visvalingam and Whyatt's line simplification (1993): drop the point with the least triangle."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic

from .topology import P


def simplify(arc: Sequence[P], least_area: float) -> tuple[P, ...]:
    """Drop points until every triangle of three in a row has at least that area.

    The ends stay. A closed arc keeps at least three distinct points.
    """
    line = _Line(arc)
    keep_at_least = 4 if arc[0] == arc[-1] else 2
    remaining = len(arc)
    while line.heap and remaining > keep_at_least:
        area, point = heapq.heappop(line.heap)
        if area != line.areas[point]:
            continue
        if area >= least_area:
            break
        line.drop(point)
        remaining -= 1
    return line.points()


@dataclass
class _Line(Generic[P]):
    arc: Sequence[P]
    heap: list[tuple[float, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        last = len(self.arc) - 1
        self.before = list(range(-1, last))
        self.after = list(range(1, last + 2))
        self.areas: list[float | None] = [None] * (last + 1)
        for point in range(1, last):
            self._weigh(point, 0.0)

    def _weigh(self, point: int, at_least: float) -> None:
        (ax, ay), (bx, by), (cx, cy) = (
            self.arc[self.before[point]],
            self.arc[point],
            self.arc[self.after[point]],
        )
        area = max(at_least, abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2)
        self.areas[point] = area
        heapq.heappush(self.heap, (area, point))

    def drop(self, point: int) -> None:
        """Take the point out; its neighbours never come to weigh less than it did."""
        area = self.areas[point] or 0.0
        self.areas[point] = None
        before, after = self.before[point], self.after[point]
        self.after[before], self.before[after] = after, before
        for neighbour in (before, after):
            if 0 < neighbour < len(self.arc) - 1:
                self._weigh(neighbour, area)

    def points(self) -> tuple[P, ...]:
        """Return what is left, ends included."""
        last = len(self.arc) - 1
        inner = (self.arc[n] for n in range(1, last) if self.areas[n] is not None)
        return (self.arc[0], *inner, self.arc[last])
