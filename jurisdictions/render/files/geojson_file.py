"""Places as GeoJSON (RFC 7946): a feature for each row, with real borders or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.geometry_text import NO_GEOMETRY, geometry_text
from jurisdictions.render.files.json_file import json_bytes, row_objects
from jurisdictions.render.files.tables import Sheet


def geojson_chunks(
    as_of: AsOf, about: Mapping[str, object], sheets: Iterable[Sheet], *, bordered: bool
) -> Iterator[bytes]:
    """A FeatureCollection piece by piece; `about` is told in its foreign members.

    Coordinates are longitude and latitude, WGS 84. Without borders every geometry is null.
    """
    head = json_bytes({"type": "FeatureCollection", **about})
    yield head[:-1] + b',"features":['
    comma = ""
    for sheet in sheets:
        for row in row_objects(sheet, as_of):
            geoid = str(row["geoid"])
            shape = geometry_text(geoid) if bordered else NO_GEOMETRY
            properties = json_bytes(row).decode()
            yield (
                f'{comma}{{"type":"Feature","id":"{geoid}","geometry":{shape},'
                f'"properties":{properties}}}'
            ).encode()
            comma = ","
    yield b"]}"
