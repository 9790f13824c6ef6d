"""The borders of places as the text of GeoJSON geometries, and how long that text is."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from jurisdictions.render.files.lonlat import FILE, load_outlines

NO_GEOMETRY = "null"
BYTES_A_POINT = 21.8
"""What a point takes in the text: two numbers of five decimals, brackets, commas."""


def geometry_text(geoid: str) -> str:
    """A MultiPolygon as JSON (RFC 7946); `null` for a place without borders on file.

    The text is put together from the numbers themselves: an encoder walking the nested lists of
    the whole country would take several times as long.
    """
    outlines = load_outlines()
    polygons = outlines.places.get(geoid)
    if polygons is None:
        return NO_GEOMETRY
    return f'{{"type":"MultiPolygon","coordinates":[{_polygons(polygons)}]}}'


def _polygons(polygons: Iterable[Iterable[Iterable[int]]]) -> str:
    return ",".join(f"[{','.join(_ring(ring) for ring in rings)}]" for rings in polygons)


def _ring(numbers: Iterable[int]) -> str:
    points = list(chain.from_iterable(_walk(number) for number in numbers))
    points.append(points[0])
    return f"[{','.join(points)}]"


def _walk(number: int) -> Iterator[str]:
    """An arc's points without the last, where the next one starts."""
    xs, ys = load_outlines().arcs[max(number, ~number)]
    if number < 0:
        xs, ys = xs[:0:-1], ys[:0:-1]
    else:
        xs, ys = xs[:-1], ys[:-1]
    return (f"[{x},{y}]" for x, y in zip(xs, ys, strict=True))


@cache
def geometry_sizes() -> Mapping[str, int]:
    """About how many bytes each place's geometry takes, without building it."""
    file = json.loads(gzip.decompress(FILE.read_bytes()))
    lengths = [len(arc) - 1 for arc in file["arcs"]]
    shapes = chain.from_iterable(part["geometries"] for part in file["objects"].values())
    return {
        shape["id"]: round(BYTES_A_POINT * sum(lengths[max(n, ~n)] for n in _numbers(shape)))
        for shape in shapes
    }


def _numbers(shape: Mapping[str, list[list[list[int]]]]) -> Iterator[int]:
    return chain.from_iterable(chain.from_iterable(shape["arcs"]))
