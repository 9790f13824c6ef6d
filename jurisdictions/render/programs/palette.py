"""The light scheme, for pictures that cannot read the style sheets: of pages and of programs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jurisdictions.render.programs.colors import program_colors

_TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})\s*;")


@cache
def light_colours(tokens: Path) -> dict[str, str]:
    """Every color of the light scheme by token: {"status-opted-out": "#5cc1a0", …}.

    Raises OSError when the style sheet cannot be read.
    """
    found: dict[str, str] = dict(
        _TOKEN.findall(tokens.read_text(encoding="utf-8").partition("@media")[0])
    )
    for name, color in program_colors().items():
        found[name] = color.light
        if color.dots:
            found[f"{name}-dot"] = color.dots[0]
        if color.rules:
            found[f"{name}-rule"] = color.rules[0]
    return found
