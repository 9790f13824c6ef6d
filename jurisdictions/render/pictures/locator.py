"""A small map of one state on a day, to find a place in: shapes with the class of their colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from jurisdictions.read.rows import StatusRow
from jurisdictions.render.pictures.boundaries import Boundaries, Box
from jurisdictions.render.pictures.boundary_lines import Line

MARGIN = 0.04
"""Part of the state's larger side that is left free around it."""
CELLS = 640
"""Parts of the state's larger side to which a drawing of a page is rounded.

It stands 20 rem high there: half a pixel, and on a phone less.
"""
TINY, RING = 0.09, 0.06
"""A place under this part of the state's larger side gets a ring, which has that radius."""


@dataclass(frozen=True, slots=True)
class Locator:
    """The shapes of a state as SVG, the chosen place last so that its outline lies on top.

    It has a halo, and a ring where it is too small for its outline to be seen.
    """

    view_box: str
    shapes: SafeString


def locator(
    boundaries: Boundaries,
    rows: Iterable[StatusRow],
    state: str,
    geoid: str,
    cells: int = 0,
) -> Locator | None:
    """The map of the state with that geoid; None when the boundaries do not have it.

    `cells`: into how many parts of the state's larger side it is rounded; 0 for not at all.
    """
    box = next((one.box for one in boundaries.states if one.geoid == state), None)
    if box is None:
        return None
    side = max(box[2] - box[0], box[3] - box[1])
    step = max(side // cells, 1) if cells else 1
    known = boundaries.svg_path_of
    drawn = sorted((row for row in rows if row.geoid in known), key=lambda row: row.geoid == geoid)
    paths = {row.geoid: boundaries.coarse_path_of(row.geoid, step) for row in drawn}
    ring = _ring(boundaries, geoid, side, step) if geoid in known else ""
    shapes = "".join(
        f"{_halo(paths[row.geoid]) if row.geoid == geoid and not ring else ''}"
        f'<path class="lo-shape status-{row.status}{" lo-own" if row.geoid == geoid else ""}"'
        f' d="{paths[row.geoid]}"><title>{escape(row.name)}</title></path>'
        for row in drawn
    )
    # All texts are escaped.
    return Locator(_view_box(box, step), mark_safe(f"{shapes}{ring}"))  # noqa: S308


def _halo(path: str) -> str:
    return f'<path class="lo-halo" d="{path}"/>'


def _ring(boundaries: Boundaries, geoid: str, side: int, step: int) -> str:
    """The ring around the largest part of a tiny place; "" for one that is seen without."""
    left, top, right, bottom = max(
        (_box(ring) for ring in boundaries.rings[boundaries.places.index(geoid)]),
        key=lambda box: (box[2] - box[0]) * (box[3] - box[1]),
    )
    if max(right - left, bottom - top) >= TINY * side:
        return ""
    across, down, radius = (left + right) // 2, (top + bottom) // 2, RING * side
    at = f'cx="{across // step}" cy="{down // step}" r="{round(radius / step)}"'
    return f'<circle class="lo-halo" {at}/><circle class="lo-ring" {at}/>'


def _box(ring: Line) -> Box:
    xs, ys = zip(*ring, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _view_box(box: Box, step: int) -> str:
    left, top, right, bottom = (round(edge / step) for edge in box)
    free = round(MARGIN * max(right - left, bottom - top)) + 1
    return f"{left - free} {top - free} {right - left + 2 * free} {bottom - top + 2 * free}"
