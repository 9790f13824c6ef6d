"""Rings around tiny places whose status few have that day: without one nobody would see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from jurisdictions.render.pictures.boundaries import Boundaries
from jurisdictions.render.pictures.map_paint import ringed
from jurisdictions.render.pictures.map_picture import OTHER, MapPicture
from jurisdictions.status.geoids import NATION, lies_in

FEW = 2
TINY = 10
"""A place under this size in both directions, in pixels of the picture."""
RADIUS = 8
HUELESS = 16
"""Paper and the grays of what is over differ by no more between red, green and blue."""


def rings_svg(
    picture: MapPicture, boundaries: Boundaries, colours: Mapping[str, str], unit: float
) -> str:
    """The rings as SVG; `unit` is map units to a pixel of the picture."""
    return "".join(
        ringed(x, y, RADIUS, colours, unit)
        for x, y in _centers(picture, boundaries, colours, TINY * unit)
    )


def _centers(
    picture: MapPicture, boundaries: Boundaries, colours: Mapping[str, str], least: float
) -> Iterator[tuple[float, float]]:
    counts = Counter(picture.values.values())
    rare = {
        value
        for value, count in counts.items()
        if count <= FEW and not is_hueless(colours.get(f"{picture.layer}-{value}", OTHER))
    }
    state = next((s.geoid for s in boundaries.states if s.abbreviation == picture.state), NATION)
    for geoid, rings in zip(boundaries.places, boundaries.rings, strict=True):
        value = picture.values.get(geoid, "")
        if value not in rare or not lies_in(geoid, state):
            continue
        if picture.isolated in ("", value):
            xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
            if max(max(xs) - min(xs), max(ys) - min(ys)) < least:
                yield (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def is_hueless(fill: str) -> bool:
    """Whether "#rrggbb" is hardly a color: paper, bare page, a gray."""
    parts = [int(fill[at : at + 2], 16) for at in (1, 3, 5)]
    return max(parts) - min(parts) <= HUELESS
