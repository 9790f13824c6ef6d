"""The map of one day as an SVG picture that stands alone: title, day, legend, source line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from jurisdictions.render.pictures.boundaries import Boundaries, Frame
from jurisdictions.render.pictures.map_layout import LETTER, Layout, wide_layout
from jurisdictions.render.pictures.map_picture import OTHER, MapPicture
from jurisdictions.render.pictures.map_rings import rings_svg
from jurisdictions.render.pictures.map_svg_words import legend_svg, words_svg
from jurisdictions.render.pictures.textures import has_texture, texture_svg
from jurisdictions.render.programs.color_tokens import Hatch, ink_on
from jurisdictions.status.geoids import NATION, lies_in

STATE_MARGIN = 0.06
STAND_BACK = "0.25"
HATCHES = (
    ("h", "map-hatch", 1.5, ".8"),
    ("hl", "map-hatch-casing", 1.5, ".8"),
    ("hm", "map-ground", 2, "1"),
)


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
        _hatch(boundaries, colours),
        *([] if layout.bare else _words(picture, layout, colours)),
        _map(picture, boundaries, colours, layout),
        "</svg>",
    ]
    return "".join(parts)


def _words(picture: MapPicture, layout: Layout, colours: Mapping[str, str]) -> list[str]:
    return [words_svg(picture, layout, colours), legend_svg(picture, layout, colours)]


def _hatch(boundaries: Boundaries, colours: Mapping[str, str]) -> str:
    """The hatches: ink on light fills and on dark ones, and the page's own color, the widest."""
    size = 6 * boundaries.scale
    made = (
        f'<pattern id="{name}" width="{size}" height="{size}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0V{size}" stroke="{colours[ink]}" '
        f'stroke-width="{width * boundaries.scale}" stroke-opacity="{opacity}"/></pattern>'
        for name, ink, width, opacity in HATCHES
    )
    return f"<defs>{''.join(made)}</defs>"


def _map(
    picture: MapPicture, boundaries: Boundaries, colours: Mapping[str, str], layout: Layout
) -> str:
    left, top, width, height = _view(picture.state, boundaries)
    # Map units to a pixel of the picture: lines are as wide in a state as in the nation.
    unit = max(width / layout.map_size[0], height / layout.map_size[1])
    return (
        f'<svg x="{layout.map_at[0]}" y="{layout.map_at[1]}" width="{layout.map_size[0]}" '
        f'height="{layout.map_size[1]}" viewBox="{left} {top} {width} {height}">'
        f"{_textures(picture, colours, unit)}{_areas(picture, boundaries, colours)}"
        f"{_lines(boundaries, colours, unit, bare=layout.bare)}"
        f"{_frames(picture, boundaries, colours, unit)}"
        f"{rings_svg(picture, boundaries, colours, unit)}"
        f"{_chosen(picture, boundaries, colours, unit)}</svg>"
    )


def _textures(picture: MapPicture, colours: Mapping[str, str], unit: float) -> str:
    """The textures of the layer's values, as large on every part of the map."""
    values = sorted(set(picture.values.values()))
    tokens = {value: f"{picture.layer}-{value}" for value in values}
    made = (
        texture_svg(colours, token, f"map-{value}", unit)
        for value, token in tokens.items()
        if has_texture(colours, token)
    )
    return f"<defs>{''.join(made)}</defs>"


def _chosen(
    picture: MapPicture, boundaries: Boundaries, colours: Mapping[str, str], unit: float
) -> str:
    """The outline of the chosen place, dark within a light one, so that it shows on every fill."""
    if picture.chosen not in boundaries.places:
        return ""
    path = boundaries.svg_paths()[boundaries.places.index(picture.chosen)]
    outlines = (("map-highlight-casing", 5.5), ("map-highlight", 2.5))
    return "".join(
        f'<path fill="none" stroke="{colours[name]}" stroke-width="{size * unit:.1f}" '
        f'stroke-linejoin="round" d="{path}"/>'
        for name, size in outlines
    )


def _view(state: str, boundaries: Boundaries) -> tuple[int, int, int, int]:
    """The part of the map that is shown: all of it, or a state with a margin."""
    found = next((s for s in boundaries.states if s.abbreviation == state), None)
    if found is None:
        return (0, 0, *boundaries.extent)
    left, top, right, bottom = found.box
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
            hatched[_hatch_of(picture.hatch, fill, back)].append(path)
    paths = [
        _area(colours.get(f"{picture.layer}-{value}", OTHER), STAND_BACK if back else "1", shapes)
        for (value, back), shapes in sorted(groups.items())
    ]
    paths += [
        _area(f"url(#map-{value})", "1", shapes)
        for (value, back), shapes in sorted(groups.items())
        if not back and has_texture(colours, f"{picture.layer}-{value}")
    ]
    paths += [_area(f"url(#{name})", "1", shapes) for name, shapes in hatched.items()]
    return f"<g>{''.join(paths)}</g>"


def _hatch_of(hatch: Hatch, fill: str, back: bool) -> str:
    """Which of the hatches is struck through a fill."""
    if hatch == "missing":
        return "hm"
    return "hl" if ink_on(fill) == "#ffffff" and not back else "h"


def _area(fill: str, opacity: str, shapes: Sequence[str]) -> str:
    return f'<path fill="{fill}" opacity="{opacity}" d="{"".join(shapes)}"/>'


def _lines(boundaries: Boundaries, colours: Mapping[str, str], unit: float, *, bare: bool) -> str:
    """The lines, without those of counties in a small map, which would be all lines."""
    drawn = (
        *([] if bare else [("county", "map-county-line", 0.4)]),
        ("coast", "map-coast", 0.6),
        ("state", "map-state-casing", 2.0),
        ("state", "map-state-line", 0.8),
    )
    return "".join(
        f'<path fill="none" stroke="{colours[name]}" stroke-width="{size * unit:.1f}" '
        f'stroke-linejoin="round" d="{boundaries.line_paths[lines]}"/>'
        for lines, name, size in drawn
    )


def _frames(
    picture: MapPicture, boundaries: Boundaries, colours: Mapping[str, str], unit: float
) -> str:
    letters = 10 * max(unit, boundaries.scale)
    return "".join(
        _frame(frame, picture, boundaries, colours, letters) for frame in boundaries.frames
    )


def _frame(
    frame: Frame,
    picture: MapPicture,
    boundaries: Boundaries,
    colours: Mapping[str, str],
    size: float,
) -> str:
    x, y, width, height = frame.box
    fits = (w for w in picture.captions.get(frame.key, ()) if len(w) * size * LETTER < width - 80)
    left, baseline = frame.caption
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="none" '
        f'stroke="{colours["map-coast"]}" stroke-width="{0.75 * boundaries.scale}"/>'
        f'<text x="{left}" y="{baseline}" font-size="{size:.0f}" fill="{colours["ink-soft"]}">'
        f"{escape(next(fits, ''))}</text>"
    )
