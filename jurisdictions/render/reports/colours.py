"""The colours of words in reports: those of the pages' light scheme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.color_tokens import STRONG, ink_on
from jurisdictions.render.programs.palette import light_colours

NEUTRAL = "#ece8dd"


def colours() -> Mapping[str, str]:
    """Every colour token by name."""
    return light_colours(Path(settings.BASE_DIR) / "static" / "css" / "tokens.css")


def colour_of(dimension: str, word: str) -> str:
    """The colour of a word of a dimension: "status", "opted-out"; neutral where there is none."""
    name = f"{dimension}-{word}"
    return colours().get(STRONG.get(name, name), NEUTRAL)


@cache
def textures_of(program: str) -> Mapping[str, tuple[str, str]]:
    """By fill what lies on it in a program's pictures and swatches: "dot" or "rule", its color.

    A fill may be dotted in one program and ruled in another, never both in one.
    """
    found: dict[str, tuple[str, str]] = {}
    for words in part_of(program, "colors").COLORS.values():
        for color in words.values():
            for kind, values in (("dot", color.dots), ("rule", color.rules)):
                if values:
                    found[color.light] = kind, values[0]
    return found


def text_on(fill: str) -> str:
    """The color of text on a fill: black or white, whichever is more legible."""
    return ink_on(fill)
