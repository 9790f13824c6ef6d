"""A map of some places, filled, as a bare SVG picture: no words, so that it needs no font."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.boundaries import Boundaries, load_boundaries
from jurisdictions.render.pictures.boundary_lines import Line
from jurisdictions.render.reports.colours import NEUTRAL, colours

MARGIN = 0.03
OUTLINE, BORDER = 0.006, 0.0022
"""Widths of the outline and of inner borders, as shares of the longer side."""
HATCH = 0.014
SMALL = 0.06
"""A chosen place smaller than this share of the picture gets a ring of that radius."""


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


_paths: dict[str, Mapping[str, str]] = {}


def paths_of(boundaries: Boundaries) -> Mapping[str, str]:
    """SVG path data by geoid, made once for each file of boundaries."""
    if boundaries.hash not in _paths:
        made = dict(zip(boundaries.places, boundaries.svg_paths(), strict=True))
        _paths[boundaries.hash] = made
    return _paths[boundaries.hash]


def area_map(
    boundaries: Boundaries,
    fills: Mapping[str, str],
    *,
    chosen: str = "",
    limited: Collection[str] = (),
) -> str:
    """Fill the places of `fills` (colour by geoid); outline `chosen`, hatch those `limited`."""
    paths = {geoid: paths_of(boundaries)[geoid] for geoid in fills if geoid in paths_of(boundaries)}
    view = view_of(_rings(boundaries, paths))
    outline, border = view.unit * OUTLINE, view.unit * BORDER
    ink, line = colours()["map-coast"], colours()["map-county-line"]
    parts = [
        _stroke("".join(paths.values()), ink, outline * 2),
        *_areas(paths, fills),
        _stroke("".join(paths.values()), line, border),
    ]
    parts.append(hatched(view, "".join(paths[g] for g in limited if g in paths)))
    if chosen in paths:
        own = view_of(_rings(boundaries, {chosen}))
        parts += [
            _stroke(paths[chosen], "#ffffff", outline * 2.6),
            f'<path fill="{fills[chosen]}" d="{paths[chosen]}"/>',
            _stroke(paths[chosen], colours()["ink"], outline * 1.3),
            _ring(own, view) if own.unit < view.unit * SMALL else "",
        ]
    return svg(view, parts)


def _ring(own: View, view: View) -> str:
    """A circle around a place too small to be seen."""
    x, y = own.left + own.width // 2, own.top + own.height // 2
    return (
        f'<circle cx="{x}" cy="{y}" r="{view.unit * SMALL:.0f}" fill="none" '
        f'stroke="{colours()["accent"]}" stroke-width="{view.unit * OUTLINE * 1.3:.0f}"/>'
    )


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


def _areas(paths: Mapping[str, str], fills: Mapping[str, str]) -> list[str]:
    """One path for each colour."""
    by_colour: dict[str, list[str]] = {}
    for geoid, path in paths.items():
        by_colour.setdefault(fills.get(geoid, NEUTRAL), []).append(path)
    return [f'<path fill="{fill}" d="{"".join(found)}"/>' for fill, found in by_colour.items()]


def _stroke(path: str, colour: str, width: float) -> str:
    return (
        f'<path fill="none" stroke="{colour}" stroke-width="{width:.1f}" '
        f'stroke-linejoin="round" d="{path}"/>'
    )


def hatched(view: View, path: str, share: float = HATCH) -> str:
    """The areas of a path hatched; `share` is the distance of the lines in the longer side."""
    if not path:
        return ""
    size = view.unit * share
    return (
        f'<defs><pattern id="h" width="{size:.1f}" height="{size:.1f}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0 0V{size:.1f}" stroke="{colours()["map-hatch"]}" '
        f'stroke-width="{size / 3:.1f}" stroke-opacity=".6"/></pattern></defs>'
        f'<path fill="url(#h)" d="{path}"/>'
    )
