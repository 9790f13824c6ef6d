"""The borders in the boundaries file: text to whole numbers, numbers to rings and lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from jurisdictions.status.geoids import state_of

Point: TypeAlias = tuple[int, int]
Line: TypeAlias = tuple[Point, ...]

ALPHABET = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
VALUES = {character: value for value, character in enumerate(ALPHABET)}
LAST_DIGITS, DIGITS = 62, 31


def decode_numbers(text: str) -> list[int]:
    """Return the numbers of zero or more that a string of ALPHABET stands for."""
    numbers = []
    number, place = 0, 1
    for character in text:
        value = VALUES[character]
        if value < LAST_DIGITS:
            numbers.append(number + value * place)
            number, place = 0, 1
        else:
            number += (value - LAST_DIGITS) * place
            place *= DIGITS
    return numbers


@dataclass
class Arc:
    """A line, and the numbers of the places that it bounds; `second` is None on the outer edge."""

    points: Line
    first: int
    second: int | None = None


class Shapes:
    """Draws the places one after the other, and keeps who drew which border first."""

    def __init__(self, numbers: list[int]) -> None:
        self.arcs: list[Arc] = []
        self._numbers = iter(numbers)
        self._unshared: dict[Point, list[Arc]] = {}
        self._start: Point = (0, 0)

    def rings(self, place: int) -> tuple[Line, ...]:
        """Return the rings of the next place, closed: the last point is the first."""
        return tuple(self._ring(place) for _ in range(next(self._numbers)))

    def _ring(self, place: int) -> Line:
        self._start = self._step_from(self._start)
        points = [self._start]
        for _ in range(next(self._numbers)):
            steps = next(self._numbers)
            points += self._draw(points[-1], steps, place) if steps else self._share(points, place)
        return tuple(points)

    def _draw(self, at: Point, steps: int, place: int) -> Line:
        points = [at]
        for _ in range(steps):
            points.append(self._step_from(points[-1]))
        arc = Arc(tuple(points), place)
        self.arcs.append(arc)
        self._unshared.setdefault(points[-1], []).append(arc)
        return arc.points[1:]

    def _share(self, points: list[Point], place: int) -> Line:
        arc = self._unshared[points[-1]].pop(next(self._numbers))
        arc.second = place
        return arc.points[-2::-1]

    def _step_from(self, point: Point) -> Point:
        x, y = next(self._numbers), next(self._numbers)
        return point[0] + ((x >> 1) ^ -(x & 1)), point[1] + ((y >> 1) ^ -(y & 1))


def sort_arcs(arcs: Sequence[Arc], places: Sequence[str]) -> dict[str, tuple[Line, ...]]:
    """Return the arcs as outer edge, borders of states and borders of counties."""
    lines: dict[str, list[Line]] = {"coast": [], "state_lines": [], "county_lines": []}
    for arc in arcs:
        if arc.second is None:
            lines["coast"].append(arc.points)
        elif state_of(places[arc.first]) != state_of(places[arc.second]):
            lines["state_lines"].append(arc.points)
        elif arc.first != arc.second:
            lines["county_lines"].append(arc.points)
    return {name: tuple(found) for name, found in lines.items()}
