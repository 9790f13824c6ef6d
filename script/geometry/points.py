"""Points and rings, before and after they are put on the grid of whole numbers."""

from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
# Closed: the last point repeats the first.
Ring: TypeAlias = tuple[Point, ...]
GridPoint: TypeAlias = tuple[int, int]
GridRing: TypeAlias = tuple[GridPoint, ...]
