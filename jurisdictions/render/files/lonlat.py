"""Counties and states in degrees of longitude and latitude, for GeoJSON.

They come from a TopoJSON file that script/geometry/README.md describes.
"""

import gzip
import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from pathlib import Path
from typing import TypeAlias

# Longitude, latitude.
Position: TypeAlias = list[float]
MultiPolygon: TypeAlias = list[list[list[Position]]]
# Longitudes, latitudes: a fifth of the room that positions take.
Arc: TypeAlias = tuple[Sequence[float], Sequence[float]]

FILE = Path(__file__).parents[2] / "data/geometry/us-counties-2010-lonlat.json.gz"


@dataclass(frozen=True)
class Outlines:
    """Each place's polygons of rings of arc numbers, by geoid; ~n is arc n walked backwards."""

    places: dict[str, list[list[list[int]]]]
    arcs: tuple[Arc, ...]

    def multipolygon(self, geoid: str) -> MultiPolygon:
        """Return new GeoJSON coordinates of a place; raises KeyError when there is none."""
        return [[self._ring(ring) for ring in rings] for rings in self.places[geoid]]

    def _ring(self, numbers: Sequence[int]) -> list[Position]:
        points = list(chain.from_iterable(self._walk(number) for number in numbers))
        return [*points, [*points[0]]]

    def _walk(self, number: int) -> list[Position]:
        """Return an arc's points without the last, where the next arc starts."""
        longitudes, latitudes = self.arcs[max(number, ~number)]
        points = [[*point] for point in zip(longitudes, latitudes, strict=True)]
        return points[:-1] if number >= 0 else points[:0:-1]


def multipolygon(geoid: str, path: Path = FILE) -> MultiPolygon:
    """Return the coordinates of a GeoJSON MultiPolygon (RFC 7946, WGS 84 degrees, 5 decimals).

    `geoid` is that of a county (5 digits) or of a state (2 digits) of 2010. Outer rings go
    counter-clockwise, holes clockwise, and no ring crosses the 180th meridian. The lists are the
    caller's own. Raises KeyError for any other geoid, OSError when the file cannot be read.
    """
    return load_outlines(path).multipolygon(geoid)


@cache
def load_outlines(path: Path = FILE) -> Outlines:
    """Read the file, once for each path; raises OSError when it cannot be read."""
    file = json.loads(gzip.decompress(path.read_bytes()))
    collections = file["objects"].values()
    geometries = chain.from_iterable(collection["geometries"] for collection in collections)
    units_per_degree = round(1 / file["transform"]["scale"][0])
    return Outlines(
        places={geometry["id"]: geometry["arcs"] for geometry in geometries},
        arcs=tuple(_arc(steps, units_per_degree) for steps in file["arcs"]),
    )


def _arc(steps: Sequence[tuple[int, int]], units_per_degree: int) -> Arc:
    xs, ys = zip(*steps, strict=True)
    return _degrees(xs, units_per_degree), _degrees(ys, units_per_degree)


def _degrees(steps: Sequence[int], units_per_degree: int) -> Sequence[float]:
    # A division gives the nearest float, which prints in five decimals; the scale does not.
    return array("d", [units / units_per_degree for units in accumulate(steps)])
