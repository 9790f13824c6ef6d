"""Textures of fills as SVG patterns: dots where somebody said no, rules where a request is open."""

from __future__ import annotations

from collections.abc import Mapping


def has_texture(colours: Mapping[str, str], token: str) -> bool:
    """Whether a color has a texture: its dots and rules are tokens beside its own."""
    return f"{token}-dot" in colours or f"{token}-rule" in colours


def texture_svg(colours: Mapping[str, str], token: str, name: str, unit: float) -> str:
    """The pattern called `name`; `unit` is a CSS pixel in the units of the picture."""
    if f"{token}-dot" in colours:
        marks = "".join(
            f'<circle cx="{at * unit:.2f}" cy="{at * unit:.2f}" r="{0.85 * unit:.2f}" '
            f'fill="{colours[f"{token}-dot"]}"/>'
            for at in (1.25, 3.75)
        )
        return _pattern(name, 5 * unit, marks)
    fill = colours[f"{token}-rule"]
    line = f'<path d="M0 {0.6 * unit:.2f}h{4 * unit:.2f}" stroke="{fill}"'
    return _pattern(name, 4 * unit, f'{line} stroke-width="{1.2 * unit:.2f}"/>')


def _pattern(name: str, size: float, marks: str) -> str:
    return (
        f'<pattern id="{name}" width="{size:.2f}" height="{size:.2f}" '
        f'patternUnits="userSpaceOnUse">{marks}</pattern>'
    )
