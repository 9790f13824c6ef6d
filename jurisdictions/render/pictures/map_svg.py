"""The map of one day as an SVG picture that stands alone: title, day, legend, source line."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from jurisdictions.render.pictures.boundaries import Boundaries, State
from jurisdictions.render.pictures.map_frames import box_with_insets, frames_svg
from jurisdictions.render.pictures.map_layout import Layout, wide_layout
from jurisdictions.render.pictures.map_paint import (
    CASING,
    COAST,
    COUNTY,
    SMALL,
    SMALL_BELOW,
    STATE,
    area,
    hatch_defs,
    hatch_of,
    outlined,
    stroked,
    texture_defs,
)
from jurisdictions.render.pictures.map_picture import OTHER, MapPicture
from jurisdictions.render.pictures.map_rings import rings_svg
from jurisdictions.render.pictures.map_svg_words import legend_svg, words_svg
from jurisdictions.render.pictures.textures import has_texture
from jurisdictions.status.geoids import NATION, lies_in

STATE_MARGIN = 0.06
STAND_BACK = "0.25"


def map_svg(
    picture: MapPicture,
    boundaries: Boundaries,
    colours: Mapping[str, str],
    layout: Layout | None = None,
) -> str:
    """The picture as SVG text; `colours` are the style sheet's tokens by name."""
    layout = layout or wide_layout(boundaries.width, boundaries.height)
    width, height = layout.width, layout.height
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img" aria-labelledby="t d" '
            f'font-family="{layout.font}">'
        ),
        f'<title id="t">{escape(picture.title)}</title>',
        f'<desc id="d">{escape(picture.description)}</desc>',
        f'<rect width="{width}" height="{height}" fill="{colours["paper"]}"/>',
        hatch_defs(colours, boundaries.scale),
        *([] if layout.bare else _words(picture, layout, colours)),
        _map(picture, boundaries, colours, layout),
        "</svg>",
    ]
    return "".join(parts)


def _words(picture: MapPicture, layout: Layout, colours: Mapping[str, str]) -> list[str]:
    return [words_svg(picture, layout, colours), legend_svg(picture, layout, colours)]


def _map(
    picture: MapPicture, boundaries: Boundaries, colours: Mapping[str, str], layout: Layout
) -> str:
    state = next((s for s in boundaries.states if s.abbreviation == picture.state), None)
    left, top, width, height = _view(state, boundaries)
    # Map units to a pixel of the picture: lines are as wide in a state as in the nation.
    unit = max(width / layout.map_size[0], height / layout.map_size[1])
    chosen = boundaries.svg_path_of.get(picture.chosen, "")
    fine = unit if layout.map_size[0] >= SMALL_BELOW else unit * SMALL
    return (
        f'<svg x="{layout.map_at[0]}" y="{layout.map_at[1]}" width="{layout.map_size[0]}" '
        f'height="{layout.map_size[1]}" viewBox="{left} {top} {width} {height}">'
        f"{texture_defs(colours, picture.layer, picture.values.values(), unit)}"
        f"{_areas(picture, boundaries, colours)}"
        f"{_lines(boundaries, colours, fine, counties=fine == unit)}"
        f"{frames_svg(picture, boundaries, colours, unit, state)}"
        f"{rings_svg(picture, boundaries, colours, unit)}"
        f"{outlined(chosen, colours, unit) if chosen else ''}</svg>"
    )


def _view(state: State | None, boundaries: Boundaries) -> tuple[int, int, int, int]:
    """The part of the map that is shown: all of it, or a state with a margin."""
    if state is None:
        return (0, 0, *boundaries.extent)
    left, top, right, bottom = box_with_insets(state, boundaries)
    margin = int(max(right - left, bottom - top) * STATE_MARGIN)
    return left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin


def _areas(picture: MapPicture, boundaries: Boundaries, colours: Mapping[str, str]) -> str:
    """One path for each value, near and standing back, and one for the hatch."""
    groups: dict[tuple[str, bool], list[str]] = {}
    hatched: dict[str, list[str]] = {"h": [], "hl": [], "hm": []}
    state = next((s.geoid for s in boundaries.states if s.abbreviation == picture.state), NATION)
    for geoid, path in zip(boundaries.places, boundaries.svg_paths(), strict=True):
        value = picture.values.get(geoid, "")
        back = not lies_in(geoid, state) or picture.isolated not in ("", value)
        groups.setdefault((value, back), []).append(path)
        if geoid in picture.limited:
            fill = colours.get(f"{picture.layer}-{value}", OTHER)
            hatched[hatch_of(picture.hatch, fill, back=back)].append(path)
    paths = [
        area(colours.get(f"{picture.layer}-{value}", OTHER), shapes, STAND_BACK if back else "1")
        for (value, back), shapes in sorted(groups.items())
    ]
    paths += [
        area(f"url(#map-{value})", shapes)
        for (value, back), shapes in sorted(groups.items())
        if not back and has_texture(colours, f"{picture.layer}-{value}")
    ]
    paths += [area(f"url(#{name})", shapes) for name, shapes in hatched.items()]
    return f"<g>{''.join(paths)}</g>"


def _lines(
    boundaries: Boundaries, colours: Mapping[str, str], unit: float, *, counties: bool
) -> str:
    """The lines, without those of counties in a small map, which would be all lines."""
    drawn = (
        *([("county", "map-county-line", COUNTY)] if counties else []),
        ("coast", "map-coast", COAST),
        ("state", "map-state-casing", CASING),
        ("state", "map-state-line", STATE),
    )
    return "".join(
        stroked(boundaries.line_paths[lines], colours[name], width * unit)
        for lines, name, width in drawn
    )
