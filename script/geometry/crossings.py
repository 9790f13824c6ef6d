"""Where borders cross, touch or run over each other other than at a common end, exactly."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from typing import TypeAlias

from .points import GridPoint, GridRing

Segment: TypeAlias = tuple[GridPoint, GridPoint]
Numbered: TypeAlias = tuple[int, Segment]
# Side of the squares that segments are sorted into, so that only near ones are compared.
CELL = 2000


def crossing_arcs(arcs: Sequence[GridRing]) -> set[int]:
    """Return the numbers of the arcs that meet themselves or another elsewhere than at an end."""
    found: set[int] = set()
    for cell in _cells(arcs):
        for (one, first), (other, second) in combinations(cell, 2):
            if meet_wrongly(first, second):
                found |= {one, other}
    return found


def meet_wrongly(first: Segment, second: Segment) -> bool:
    """Whether two segments share more than one end of each."""
    if not _near(first, second):
        return False
    common = {*first} & {*second}
    if len(common) == 1:
        (end,) = common
        (a,), (b,) = ({*first} - common, {*second} - common)
        return _turn(end, a, b) == 0 and _ahead(end, a, b)
    return bool(common) or _cross(first, second)


def _cells(arcs: Sequence[GridRing]) -> Iterable[list[Numbered]]:
    cells: dict[tuple[int, int], list[Numbered]] = {}
    for number, arc in enumerate(arcs):
        for a, b in pairwise(arc):
            columns = sorted((a[0] // CELL, b[0] // CELL))
            rows = sorted((a[1] // CELL, b[1] // CELL))
            for column in range(columns[0], columns[1] + 1):
                for row in range(rows[0], rows[1] + 1):
                    cells.setdefault((column, row), []).append((number, (a, b)))
    return cells.values()


def _near(first: Segment, second: Segment) -> bool:
    """Whether the boxes around two segments meet."""
    (ax, ay), (bx, by) = first
    (cx, cy), (dx, dy) = second
    return not (
        (ax < cx and ax < dx and bx < cx and bx < dx)
        or (ax > cx and ax > dx and bx > cx and bx > dx)
        or (ay < cy and ay < dy and by < cy and by < dy)
        or (ay > cy and ay > dy and by > cy and by > dy)
    )


def _turn(a: GridPoint, b: GridPoint, c: GridPoint) -> int:
    turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (turn > 0) - (turn < 0)


def _ahead(end: GridPoint, a: GridPoint, b: GridPoint) -> bool:
    return (a[0] - end[0]) * (b[0] - end[0]) + (a[1] - end[1]) * (b[1] - end[1]) > 0


def _cross(first: Segment, second: Segment) -> bool:
    """Whether segments without a common end meet; their boxes are known to."""
    (a, b), (c, d) = first, second
    return _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0
