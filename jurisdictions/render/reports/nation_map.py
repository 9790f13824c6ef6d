"""The whole map as a bare SVG picture by status, with the borders of the states."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from jurisdictions.render.pictures.boundaries import Boundaries, lines_path
from jurisdictions.render.reports.area_map import View, hatched, paths_of, svg
from jurisdictions.render.reports.colours import colour_of, colours

_lines: dict[str, str] = {}


def nation_map(
    boundaries: Boundaries, values: Mapping[str, str], limited: Collection[str] = ()
) -> str:
    """Fill every place by its status (`values` by geoid) and hatch those limited."""
    view = View(0, 0, *boundaries.extent)
    by_colour: dict[str, list[str]] = {}
    paths = paths_of(boundaries)
    for geoid, path in paths.items():
        by_colour.setdefault(colour_of("status", values.get(geoid, "")), []).append(path)
    areas = (f'<path fill="{fill}" d="{"".join(found)}"/>' for fill, found in by_colour.items())
    hatch = hatched(view, "".join(paths[geoid] for geoid in limited if geoid in paths), 0.006)
    return svg(view, [*areas, hatch, _borders(boundaries, view)])


def _borders(boundaries: Boundaries, view: View) -> str:
    """The lines, which do not depend on the day: made once."""
    if boundaries.hash not in _lines:
        unit = view.unit / 1000
        drawn = (
            (boundaries.county_lines, "map-county-line", 0.35),
            (boundaries.coast, "map-coast", 0.5),
            (boundaries.state_lines, "map-state-line", 0.8),
        )
        _lines[boundaries.hash] = "".join(
            f'<path fill="none" stroke="{colours()[name]}" stroke-width="{width * unit:.1f}" '
            f'stroke-linejoin="round" d="{lines_path(lines)}"/>'
            for lines, name, width in drawn
        ) + "".join(
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="none" '
            f'stroke="{colours()["map-coast"]}" stroke-width="{0.6 * unit:.1f}"/>'
            for x, y, width, height in (frame.box for frame in boundaries.frames)
        )
    return _lines[boundaries.hash]
