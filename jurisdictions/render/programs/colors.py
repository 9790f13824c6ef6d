"""The colors of every program by token, and the style sheet that is written from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.conf import settings

from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.color_tokens import Color, Colors
from jurisdictions.render.programs.sure_colors import SURE
from jurisdictions.status.programs import packages

PROGRAMS: tuple[Colors, ...] = tuple(
    part_of(slug, "colors").COLORS
    for slug in sorted(packages(), key=lambda slug: slug != settings.DEFAULT_PROGRAM)
)
"""Those of the default program come first in the style sheet."""
HEAD = """\
/* The colors of the programs, and their swatches by word: class="swatch status-opted-out".

   Written by `manage.py write_swatches` from jurisdictions/render/programs/<program>/colors.py. */
"""


@cache
def program_colors() -> dict[str, Color]:
    """Every color by its token: "status-opted-out". A word of two programs has one color."""
    return {
        f"{dimension}-{word}": color
        for colors in (*PROGRAMS, SURE)
        for dimension, words in colors.items()
        for word, color in words.items()
    }


def swatches_css() -> str:
    """The text of static/css/swatches.css."""
    dark = _tokens(1, "    ")
    rules = "".join(f"\n{_rule(name, color)}" for name, color in program_colors().items())
    schemes = (
        f"\n:root {{\n{_tokens(0, '  ')}}}\n"
        # On paper as on a page in daylight.
        f"\n@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{dark}  }}\n}}\n"
    )
    return f"{HEAD}{schemes}{rules}"


def _tokens(scheme: int, indent: str) -> str:
    return "".join(f"{indent}{line}\n" for line in _values(scheme))


def _values(scheme: int) -> Iterator[str]:
    for name, color in program_colors().items():
        yield f"--{name}: {(color.light, color.dark)[scheme]};"
        yield f"--{name}-ink: {color.inks[scheme]};"
        for mark, values in (("dot", color.dots), ("rule", color.rules)):
            if values:
                yield f"--{name}-{mark}: {values[scheme]};"


def _rule(name: str, color: Color) -> str:
    lines = [f"--swatch: var(--{name});", f"--swatch-ink: var(--{name}-ink);"]
    if color.dots:
        lines.append(f"--swatch-dot: var(--{name}-dot);")
    if color.rules:
        lines.append(f"--swatch-rule: var(--{name}-rule);")
    inside = "".join(f"  {line}\n" for line in lines)
    return f".{name} {{\n{inside}}}\n"
