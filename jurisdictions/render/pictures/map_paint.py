"""What every map of ours is painted with, of the nation or of a few places: fills, lines, marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jurisdictions.render.pictures.textures import has_texture, texture_svg
from jurisdictions.render.programs.color_tokens import Hatch, ink_on

COUNTY, COAST, CASING, STATE, FRAME = 0.55, 0.7, 1.9, 0.7, 0.75
"""Widths of lines in pixels of the picture: the palette's."""
CHOSEN = (("map-highlight-casing", 5.5), ("map-highlight", 2.5))
RING = (("map-ground", 3), ("map-highlight", 1.1))
"""Lines that show on every fill, the wider first."""
SMALL_BELOW, SMALL = 560, 0.75
"""Under this width of a map its lines are thinner, and its textures finer, by this share."""
HATCHES = (
    ("h", "map-hatch", 1.5, ".8"),
    ("hl", "map-hatch-casing", 1.5, ".8"),
    ("hm", "map-ground", 2, "1"),
)
"""Ink on light fills and on dark ones, and the page's own color, the widest."""


def hatch_defs(colours: Mapping[str, str], scale: float) -> str:
    """The hatches as patterns; `scale` is units to a pixel."""
    size = 6 * scale
    made = (
        f'<pattern id="{name}" width="{size:g}" height="{size:g}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0V{size:g}" stroke="{colours[ink]}" '
        f'stroke-width="{width * scale:g}" stroke-opacity="{opacity}"/></pattern>'
        for name, ink, width, opacity in HATCHES
    )
    return f"<defs>{''.join(made)}</defs>"


def hatch_of(hatch: Hatch, fill: str, *, back: bool = False) -> str:
    """Which of the hatches is struck through a fill; `back`: it is a pale one."""
    if hatch == "missing":
        return "hm"
    return "hl" if ink_on(fill) == "#ffffff" and not back else "h"


def texture_defs(colours: Mapping[str, str], layer: str, values: Iterable[str], unit: float) -> str:
    """The textures of a layer's values, as large on every part of the map."""
    made = (
        texture_svg(colours, f"{layer}-{value}", f"map-{value}", unit)
        for value in sorted(set(values))
        if has_texture(colours, f"{layer}-{value}")
    )
    return f"<defs>{''.join(made)}</defs>"


def area(fill: str, shapes: Sequence[str], opacity: str = "1") -> str:
    """Shapes of one fill; nothing for none."""
    if not shapes:
        return ""
    return f'<path fill="{fill}" opacity="{opacity}" d="{"".join(shapes)}"/>'


def stroked(path: str, colour: str, width: float) -> str:
    """A path as a line."""
    return (
        f'<path fill="none" stroke="{colour}" stroke-width="{width:.1f}" '
        f'stroke-linejoin="round" d="{path}"/>'
    )


def outlined(path: str, colours: Mapping[str, str], unit: float) -> str:
    """The outline of the chosen place, dark within a light one, so that it shows on every fill."""
    return "".join(stroked(path, colours[name], width * unit) for name, width in CHOSEN)


def ringed(x: float, y: float, radius: float, colours: Mapping[str, str], unit: float) -> str:
    """A ring around a place that is too small to be seen."""
    return "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius * unit:.0f}" fill="none" '
        f'stroke="{colours[name]}" stroke-width="{width * unit:.1f}"/>'
        for name, width in RING
    )
