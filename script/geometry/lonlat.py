"""The counties and states on the globe: degrees in whole hundred-thousandths, borders shared."""

import gzip
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from math import cos, radians
from typing import Any

from .crossings import crossing_arcs
from .generalise import LostPlaceError, clean
from .points import GridPoint, GridRing, Ring
from .polygons import ArcPolygon, ArcRing, Outlines, area
from .simplify import simplify
from .topology import Topology

UNITS_PER_DEGREE = 100_000
# Least triangle, in square units, that is still a bend: an eighth of a square kilometre.
BEND = 100_000.0
# A place keeps bends of at least this part of its area, however small it is.
PART_OF_PLACE = 1 / 500
# An islet below this many square units, a tenth of a square kilometre, goes unless it is its place.
ISLET = 90_000.0
# How much finer a border is drawn, each time, that would cross another.
FINER = 1 / 8


def lonlat_document(places: Mapping[str, list[Ring]]) -> bytes:
    """Return the gzipped file for rings in degrees by geoid, land on their right.

    Raises LostPlaceError when nothing is left of a place.
    """
    topology = Topology[GridPoint](_without_islets(_on_the_grid(places)))
    topology.arcs = _generalised(topology)
    outlines = Outlines(topology.arcs)
    counties = {geoid: outlines.polygons(rings) for geoid, rings in topology.places.items()}
    states = {
        state: outlines.polygons(chain.from_iterable(rings))
        for state, rings in _by_state(topology.places).items()
    }
    return _gzipped(_topojson(topology.arcs, {"counties": counties, "states": states}))


def _on_the_grid(places: Mapping[str, list[Ring]]) -> dict[str, list[GridRing]]:
    return {
        geoid: [
            cleaned
            for ring in rings
            if (cleaned := clean([_grid_point(*point) for point in ring[:-1]]))
        ]
        for geoid, rings in places.items()
    }


def _grid_point(longitude: float, latitude: float) -> GridPoint:
    return round(longitude * UNITS_PER_DEGREE), round(latitude * UNITS_PER_DEGREE)


def _without_islets(places: Mapping[str, list[GridRing]]) -> dict[str, list[GridRing]]:
    """Leave out small rings that no other ring touches, but never the largest of a place."""
    uses = Counter(point for rings in places.values() for ring in rings for point in ring[:-1])
    kept: dict[str, list[GridRing]] = {}
    for geoid, rings in places.items():
        if not rings:
            raise LostPlaceError(geoid)
        largest = max(rings, key=_size)
        kept[geoid] = [
            ring
            for ring in rings
            if ring is largest or _size(ring) >= ISLET or any(uses[point] > 1 for point in ring)
        ]
    return kept


def _size(ring: GridRing) -> float:
    return abs(area(ring)) * _shrinking(ring)


def _shrinking(points: Sequence[GridPoint]) -> float:
    """Return how much shorter a degree of longitude is there than on the equator."""
    return cos(radians(points[0][1] / UNITS_PER_DEGREE))


def _generalised(topology: Topology[GridPoint]) -> list[GridRing]:
    """Drop points, but fewer of borders that would cross, run together or turn a ring over."""
    bends = _bends(topology)
    arcs = [simplify(arc, bend) for arc, bend in zip(topology.arcs, bends, strict=True)]
    while wrong := _wrong(topology, arcs):
        for number in wrong:
            # Below one unit only straight runs of points are left to keep.
            bends[number] = bends[number] * FINER if bends[number] > 1 else 0.0
            arcs[number] = simplify(topology.arcs[number], bends[number])
    return arcs


def _wrong(topology: Topology[GridPoint], arcs: Sequence[GridRing]) -> set[int]:
    """Return the arcs that do so and could be finer."""
    found = crossing_arcs(arcs)
    before, after = Outlines(topology.arcs), Outlines(arcs)
    for ring in chain.from_iterable(topology.places.values()):
        if area(before.points(ring)) * area(after.points(ring)) <= 0:
            found |= {max(number, ~number) for number in ring}
    return {number for number in found if len(arcs[number]) < len(topology.arcs[number])}


def _bends(topology: Topology[GridPoint]) -> list[float]:
    bends = [BEND / _shrinking(arc) for arc in topology.arcs]
    outlines = Outlines(topology.arcs)
    for rings in topology.places.values():
        size = abs(sum(area(outlines.points(ring)) for ring in rings))
        for number in chain.from_iterable(rings):
            arc = max(number, ~number)
            bends[arc] = min(bends[arc], size * PART_OF_PLACE)
    return bends


def _by_state(places: Mapping[str, list[ArcRing]]) -> dict[str, list[list[ArcRing]]]:
    states: dict[str, list[list[ArcRing]]] = {}
    for geoid, rings in places.items():
        states.setdefault(geoid[:2], []).append(rings)
    return states


def _topojson(
    arcs: Iterable[GridRing], objects: Mapping[str, Mapping[str, list[ArcPolygon]]]
) -> str:
    content = {
        "type": "Topology",
        "transform": {"scale": [1 / UNITS_PER_DEGREE] * 2, "translate": [0, 0]},
        "objects": {name: _collection(places) for name, places in objects.items()},
        "arcs": [_steps(arc) for arc in arcs],
    }
    return json.dumps(content, separators=(",", ":")) + "\n"


def _collection(places: Mapping[str, list[ArcPolygon]]) -> dict[str, Any]:
    geometries = [
        {"type": "MultiPolygon", "id": geoid, "arcs": polygons}
        for geoid, polygons in sorted(places.items())
    ]
    return {"type": "GeometryCollection", "geometries": geometries}


def _steps(arc: GridRing) -> list[GridPoint]:
    return [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(((0, 0), *arc))]


def _gzipped(text: str) -> bytes:
    file = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=9, mtime=0) as zipped:
        zipped.write(text.encode("utf-8"))
    return file.getvalue()
