"""The Census shapefiles: verified, read, and put back to the counties of 2010."""

import hashlib
from collections.abc import Callable, Iterator
from importlib import resources
from io import BytesIO
from typing import Any

import shapefile  # type: ignore[import-not-found, unused-ignore]

from .points import Ring

PACKAGE = "_plotly_geo.package_data"
COUNTIES_2016 = "cb_2016_us_county_500k"
COUNTIES_2010 = "gz_2010_us_050_00_500k"
SHA256 = {
    "cb_2016_us_county_500k.shp": (
        "06463cf329d6f412d7f3323748225aca1ca495a8c04af58cfaf169fc3a8c8df4"
    ),
    "cb_2016_us_county_500k.dbf": (
        "7fc0fed7a05fd336bb7d6004ae895cb8758dbe9d337d0d1f733df69b85b413de"
    ),
    "gz_2010_us_050_00_500k.shp": (
        "efeae56a018adf01ae6f5293b5b51585acf2e136742617627a6bbcab23705e53"
    ),
    "gz_2010_us_050_00_500k.dbf": (
        "130b8824faeca66cbf73cabc02d1528916b9a3fc3b4f0d79a2bf9ca640a21350"
    ),
}
# Renamed and renumbered in 2015, with the same boundaries.
GEOID_IN_2010 = {"46102": "46113", "02158": "02270"}
BEDFORD_CITY = "51515"
BEDFORD_COUNTY = "51019"


class UnexpectedSourceError(Exception):
    """A shapefile is not the one that was pinned."""


def counties_of_2010() -> dict[str, list[Ring]]:
    """Return the rings (degrees of longitude, latitude) of every county of 2010, by geoid.

    Raises UnexpectedSourceError when a shapefile does not have the pinned SHA-256.
    """
    rings = dict(_read(COUNTIES_2016, lambda record: str(record["GEOID"])))
    for now, then in GEOID_IN_2010.items():
        rings[then] = rings.pop(now)
    _cut_out_bedford_city(rings)
    return rings


def _cut_out_bedford_city(rings: dict[str, list[Ring]]) -> None:
    """Give the city, dissolved in 2013, its own ring and the county a hole of the same points."""
    of_2010 = dict(_read(COUNTIES_2010, lambda record: f"{record['STATE']}{record['COUNTY']}"))
    city = of_2010[BEDFORD_CITY]
    rings[BEDFORD_CITY] = city
    rings[BEDFORD_COUNTY] += [ring[::-1] for ring in city]


def _read(stem: str, geoid: Callable[[Any], str]) -> Iterator[tuple[str, list[Ring]]]:
    """Yield each feature's geoid and rings, which close: the last point repeats the first."""
    shp, dbf = (BytesIO(_verified(f"{stem}.{suffix}")) for suffix in ("shp", "dbf"))
    with shapefile.Reader(shp=shp, dbf=dbf, encoding="latin-1") as reader:
        for feature in reader.iterShapeRecords():
            yield geoid(feature.record), _rings(feature.shape)


def _rings(shape: Any) -> list[Ring]:
    points = [(float(point[0]), float(point[1])) for point in shape.points]
    ends = [*shape.parts[1:], len(points)]
    return [tuple(points[a:b]) for a, b in zip(shape.parts, ends, strict=True)]


def _verified(name: str) -> bytes:
    content = resources.files(PACKAGE).joinpath(name).read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256[name]:
        raise UnexpectedSourceError(name)
    return content
