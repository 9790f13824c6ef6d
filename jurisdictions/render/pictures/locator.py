"""A small map of one state on a day, to find a place in: shapes with the class of their colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jurisdictions.read.rows import StatusRow
from jurisdictions.render.pictures.boundaries import Boundaries, line_path

MARGIN = 0.04
"""Part of the state's larger side that is left free around it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A place: its outline, the class of its colour, its name."""

    path: str
    css: str
    name: str
    own: bool


@dataclass(frozen=True, slots=True)
class Locator:
    """The shapes of a state, the chosen place last so that its outline lies on top."""

    view_box: str
    shapes: tuple[Shape, ...]


def locator(
    boundaries: Boundaries, rows: Iterable[StatusRow], state: str, geoid: str
) -> Locator | None:
    """The map of the state with that geoid; None when the boundaries do not have it."""
    box = next((one.box for one in boundaries.states if one.geoid == state), None)
    if box is None:
        return None
    rings = dict(zip(boundaries.places, boundaries.rings, strict=True))
    shapes = [
        Shape(
            "".join(f"{line_path(ring[:-1])}z" for ring in rings[row.geoid]),
            f"status-{row.status}",
            row.name,
            row.geoid == geoid,
        )
        for row in rows
        if row.geoid in rings
    ]
    return Locator(_view_box(box), tuple(sorted(shapes, key=lambda shape: shape.own)))


def _view_box(box: tuple[int, int, int, int]) -> str:
    left, top, right, bottom = box
    free = round(MARGIN * max(right - left, bottom - top)) + 1
    return f"{left - free} {top - free} {right - left + 2 * free} {bottom - top + 2 * free}"
