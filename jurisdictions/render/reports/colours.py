"""The colours of words in reports: those of the pages' light scheme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from jurisdictions.render.pictures.palette import light_colours

NEUTRAL = "#efece4"
DARK = 0.32
"""Below this luminance a fill carries white text."""
STRONG = {"activation-activated": "ink-soft", "limits-limits-detainers": "ink-soft"}


def colours() -> Mapping[str, str]:
    """Every colour token by name."""
    return light_colours(Path(settings.BASE_DIR) / "static" / "css" / "tokens.css")


def colour_of(dimension: str, word: str) -> str:
    """The colour of a word of a dimension: "status", "opted-out"; neutral where there is none."""
    name = f"{dimension}-{word}"
    return colours().get(STRONG.get(name, name), NEUTRAL)


def text_on(fill: str) -> str:
    """The colour of text on a fill: white on dark ones, else ink."""
    return "#ffffff" if _luminance(fill) < DARK else colours()["ink"]


def _luminance(fill: str) -> float:
    red, green, blue = (_linear(int(fill[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """WCAG 2.2, relative luminance."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
