"""A small map of one state on a day, to find a place in: shapes with the class of their colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from jurisdictions.read.rows import StatusRow
from jurisdictions.render.pictures.boundaries import Boundaries

MARGIN = 0.04
"""Part of the state's larger side that is left free around it."""


@dataclass(frozen=True, slots=True)
class Locator:
    """The shapes of a state as SVG, the chosen place last so that its outline lies on top."""

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
    shapes = "".join(
        f'<path class="lo-shape status-{row.status}{" lo-own" if row.geoid == geoid else ""}"'
        f' d="{paths[row.geoid]}"><title>{escape(row.name)}</title></path>'
        for row in drawn
    )
    return Locator(_view_box(box), mark_safe(shapes))  # noqa: S308 - all texts are escaped


def _view_box(box: tuple[int, int, int, int]) -> str:
    left, top, right, bottom = box
    free = round(MARGIN * max(right - left, bottom - top)) + 1
    return f"{left - free} {top - free} {right - left + 2 * free} {bottom - top + 2 * free}"
