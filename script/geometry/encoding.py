"""Whole numbers as printable characters, and rings as whole numbers.

A number below 62 is one character; a larger one is led by its low five-bit digits. Signed numbers
are folded first: 0, -1, 1, -2 become 0, 1, 2, 3.

The shapes are one run of numbers. For each place in order: how many rings; for each ring: its
start, as steps from the start of the ring before (signed x, y), and how many arcs; for each arc:
how many steps, then the steps (signed x, y). An arc of no steps is one that a neighbour has
already drawn, walked backwards: a number follows, counting those not yet shared that end here.
"""

from collections.abc import Iterable, Mapping

from .points import GridPoint, GridRing
from .topology import Topology

# Printable ASCII that JSON writes as itself.
ALPHABET = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
LAST_DIGITS, DIGITS = 62, 31


def characters(numbers: Iterable[int]) -> str:
    """Write numbers of zero or more, a few characters each."""
    return "".join(_number(number) for number in numbers)


def folded(number: int) -> int:
    """Fold a signed number into one of zero or more, small when it is near zero."""
    return 2 * number if number >= 0 else -2 * number - 1


def shape_numbers(places: Mapping[str, list[GridRing]]) -> list[int]:
    """Return the run of numbers that draws the places, each shared border once."""
    return _Shapes(Topology[GridPoint](places)).numbers


def _number(number: int) -> str:
    text = ""
    while number >= LAST_DIGITS:
        text += ALPHABET[LAST_DIGITS + number % DIGITS]
        number //= DIGITS
    return text + ALPHABET[number]


class _Shapes:
    def __init__(self, topology: Topology[GridPoint]) -> None:
        self.numbers: list[int] = []
        self._arcs = topology.arcs
        self._ending_at: dict[GridPoint, list[int]] = {}
        self._at: GridPoint = (0, 0)
        for rings in topology.places.values():
            self.numbers.append(len(rings))
            for ring in rings:
                self._write_ring(ring)

    def _write_ring(self, ring: list[int]) -> None:
        first = ring[0]
        start = self._arcs[first][0] if first >= 0 else self._arcs[~first][-1]
        self._step_to(start)
        self.numbers.append(len(ring))
        for number in ring:
            if number >= 0:
                self._write_arc(number)
            else:
                self._share_arc(~number)
        self._at = start

    def _write_arc(self, number: int) -> None:
        arc = self._arcs[number]
        self.numbers.append(len(arc) - 1)
        for point in arc[1:]:
            self._step_to(point)
        self._ending_at.setdefault(arc[-1], []).append(number)

    def _share_arc(self, number: int) -> None:
        arc = self._arcs[number]
        waiting = self._ending_at[arc[-1]]
        self.numbers += [0, waiting.index(number)]
        waiting.remove(number)
        self._at = arc[0]

    def _step_to(self, point: GridPoint) -> None:
        self.numbers += [folded(point[0] - self._at[0]), folded(point[1] - self._at[1])]
        self._at = point
