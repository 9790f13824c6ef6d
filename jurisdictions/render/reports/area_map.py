"""A map of some places, filled, as a bare SVG picture: no words, so that it needs no font."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.boundaries import Boundaries, load_boundaries
from jurisdictions.render.pictures.boundary_lines import Line
from jurisdictions.render.pictures.map_paint import (
    COAST,
    COUNTY,
    SMALL,
    area,
    hatch_defs,
    hatch_of,
    outlined,
    ringed,
    stroked,
    texture_defs,
)
from jurisdictions.render.pictures.textures import has_texture
from jurisdictions.render.programs.color_tokens import Hatch
from jurisdictions.render.reports.colours import colour_of, colours

MARGIN = 0.03
WIDE = 240
"""The longer side in pixels as it is about printed: what widths of lines and textures go by."""
TINY, RADIUS = 14, 14
"""A chosen place smaller than this in pixels gets a ring of that radius."""


@dataclass(frozen=True, slots=True)
class View:
    """The part of the map units that is shown."""

    left: int
    top: int
    width: int
    height: int

    @property
    def unit(self) -> int:
        """The longer side."""
        return max(self.width, self.height)


def boundaries_of(as_of: AsOf) -> Boundaries:
    """The program's boundaries, decoded once for each process."""
    name = f"us-counties-{as_of.program.vintage}.json"
    return load_boundaries(Path(settings.BASE_DIR) / "static" / "geo" / name)


def area_map(
    boundaries: Boundaries,
    values: Mapping[str, str],
    *,
    chosen: str = "",
    limited: Collection[str] = (),
    hatch: Hatch = "added",
) -> str:
    """Fill places by their status (`values` by geoid, "" for a place that is only there).

    `chosen` is outlined, and ringed where it is tiny; those `limited` are struck through.
    """
    told, every = colours(), boundaries.svg_path_of
    paths = {geoid: every[geoid] for geoid in values if geoid in every}
    view = view_of(_rings(boundaries, paths))
    unit = view.unit / WIDE
    fine, whole = unit * SMALL, "".join(paths.values())
    parts = [
        hatch_defs(told, fine),
        texture_defs(told, LAYER, (values[geoid] for geoid in paths), unit),
        stroked(whole, told["map-coast"], 2 * COAST * unit),
        *_areas(paths, values),
        stroked(whole, told["map-county-line"], COUNTY * fine),
        *_struck(paths, values, limited, hatch),
    ]
    if chosen in paths:
        own = view_of(_rings(boundaries, {chosen}))
        parts += [
            outlined(paths[chosen], told, fine),
            *_areas({chosen: paths[chosen]}, values),
            stroked(paths[chosen], told["map-highlight"], fine),
        ]
        if own.unit < TINY * unit:
            x, y = own.left + own.width / 2, own.top + own.height / 2
            parts.append(ringed(x, y, RADIUS, told, unit))
    return svg(view, parts)


LAYER = "status"


def _areas(paths: Mapping[str, str], values: Mapping[str, str]) -> list[str]:
    """A path for each status, and one for its texture."""
    told, by_status = colours(), dict[str, list[str]]()
    for geoid, path in paths.items():
        by_status.setdefault(values[geoid], []).append(path)
    fills = [area(colour_of(LAYER, status), found) for status, found in by_status.items()]
    textures = (
        area(f"url(#map-{status})", found)
        for status, found in by_status.items()
        if has_texture(told, f"{LAYER}-{status}")
    )
    return [*fills, *textures]


def _struck(
    paths: Mapping[str, str], values: Mapping[str, str], limited: Collection[str], hatch: Hatch
) -> list[str]:
    """The second mark on those that have it: ink or the page's color, as the fill needs."""
    by_hatch: dict[str, list[str]] = {}
    for geoid in sorted(set(limited) & paths.keys()):
        name = hatch_of(hatch, colour_of(LAYER, values[geoid]))
        by_hatch.setdefault(name, []).append(paths[geoid])
    return [area(f"url(#{name})", found) for name, found in by_hatch.items()]


def svg(view: View, parts: Iterable[str]) -> str:
    """A picture of the view; its size in pixels says only its shape."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="{view.left} {view.top} {view.width} {view.height}" '
        f'width="{view.width / view.unit * 600:.0f}" height="{view.height / view.unit * 600:.0f}">'
        f"{''.join(parts)}</svg>"
    )


def view_of(rings: Iterable[Line]) -> View:
    """What shows all the rings, with a margin."""
    points = [point for ring in rings for point in ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    margin = int(max(right - left, bottom - top) * MARGIN) + 1
    return View(left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin)


def _rings(boundaries: Boundaries, wanted: Collection[str]) -> Iterable[Line]:
    return (
        ring
        for geoid, rings in zip(boundaries.places, boundaries.rings, strict=True)
        if geoid in wanted
        for ring in rings
    )
