"""Places as GeoJSON (RFC 7946): a feature for each row, with real borders or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.geometry_text import NO_GEOMETRY, geometry_text
from jurisdictions.render.files.json_file import json_bytes, row_objects
from jurisdictions.render.files.tables import Sheet, Value


def geojson_chunks(
    as_of: AsOf, about: Mapping[str, object], sheets: Iterable[Sheet], *, bordered: bool
) -> Iterator[bytes]:
    """A FeatureCollection piece by piece; `about` is told in its foreign members.

    Coordinates are longitude and latitude, WGS 84. Without borders every geometry is null. A row
    that is about no place itself has the borders of its `geoids`, and its first column for an id.
    """
    head = json_bytes({"type": "FeatureCollection", **about})
    yield head[:-1] + b',"features":['
    comma = ""
    for sheet in sheets:
        for row in row_objects(sheet, as_of):
            key = json_bytes(row.get("geoid") or next(iter(row.values()))).decode()
            shape = _shape(row) if bordered else NO_GEOMETRY
            properties = json_bytes(row).decode()
            yield (
                f'{comma}{{"type":"Feature","id":{key},"geometry":{shape},'
                f'"properties":{properties}}}'
            ).encode()
            comma = ","
    yield b"]}"


def _shape(row: Mapping[str, Value]) -> str:
    """The borders of a row's place, or of all the places that it serves."""
    if geoid := row.get("geoid"):
        return geometry_text(str(geoid))
    served = row["geoids"]
    found = [geometry_text(geoid) for geoid in served] if isinstance(served, tuple) else []
    shapes = [shape for shape in found if shape != NO_GEOMETRY]
    if len(shapes) == 1:
        return shapes[0]
    told = ",".join(shapes)
    return f'{{"type":"GeometryCollection","geometries":[{told}]}}' if shapes else NO_GEOMETRY
