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
    boundaries: Boundaries, rows: Iterable[StatusRow], state: str, geoid: str
) -> Locator | None:
    """The map of the state with that geoid; None when the boundaries do not have it."""
    box = next((one.box for one in boundaries.states if one.geoid == state), None)
    if box is None:
        return None
    paths = boundaries.svg_path_of
    drawn = sorted((row for row in rows if row.geoid in paths), key=lambda row: row.geoid == geoid)
    ring = _ring(boundaries, geoid, max(box[2] - box[0], box[3] - box[1])) if geoid in paths else ""
    shapes = "".join(
        f"{_halo(paths[row.geoid]) if row.geoid == geoid and not ring else ''}"
        f'<path class="lo-shape status-{row.status}{" lo-own" if row.geoid == geoid else ""}"'
        f' d="{paths[row.geoid]}"><title>{escape(row.name)}</title></path>'
        for row in drawn
    )
    # All texts are escaped.
    return Locator(_view_box(box), mark_safe(f"{shapes}{ring}"))  # noqa: S308


def _halo(path: str) -> str:
    return f'<path class="lo-halo" d="{path}"/>'


def _ring(boundaries: Boundaries, geoid: str, side: int) -> str:
    """The ring around the largest part of a tiny place; "" for one that is seen without."""
    left, top, right, bottom = max(
        (_box(ring) for ring in boundaries.rings[boundaries.places.index(geoid)]),
        key=lambda box: (box[2] - box[0]) * (box[3] - box[1]),
    )
    if max(right - left, bottom - top) >= TINY * side:
        return ""
    at = f'cx="{(left + right) // 2}" cy="{(top + bottom) // 2}" r="{round(RING * side)}"'
    return f'<circle class="lo-halo" {at}/><circle class="lo-ring" {at}/>'


def _box(ring: Line) -> Box:
    xs, ys = zip(*ring, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _view_box(box: tuple[int, int, int, int]) -> str:
    left, top, right, bottom = box
    free = round(MARGIN * max(right - left, bottom - top)) + 1
    return f"{left - free} {top - free} {right - left + 2 * free} {bottom - top + 2 * free}"
