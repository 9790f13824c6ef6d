"""The schemes, for pictures that cannot read the style sheets: of pages and of programs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jurisdictions.render.programs.colors import program_colors

_TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})\s*;")


DARK = "@media (prefers-color-scheme: dark)"


@cache
def light_colours(tokens: Path) -> dict[str, str]:
    """Every color of the light scheme by token: {"status-opted-out": "#5cc1a0", …}.

    Raises OSError when the style sheet cannot be read.
    """
    return _colours(tokens.read_text(encoding="utf-8").partition("@media")[0], 0)


@cache
def dark_colours(tokens: Path) -> dict[str, str]:
    """The same of the dark scheme; what that does not say is as in the light one."""
    light, _media, rest = tokens.read_text(encoding="utf-8").partition(DARK)
    return _colours(light, 0) | _colours(rest.partition("@media")[0], 1)


SCHEME_HEAD = """\
/* Every color of the %s scheme, for pages that are asked to be so whatever the reader's is.

   Written by `manage.py write_swatches` from tokens.css and the colors of the programs. */
"""


def scheme_css(tokens: Path, scheme: str) -> str:
    """The text of static/css/scheme-<scheme>.css, for "light" or "dark"; paper stays as it is."""
    colours = dark_colours(tokens) if scheme == "dark" else light_colours(tokens)
    inks = {f"{name}-ink": color.inks[scheme == "dark"] for name, color in program_colors().items()}
    lines = "".join(f"    --{name}: {value};\n" for name, value in {**colours, **inks}.items())
    rule = f"@media screen {{\n  :root {{\n    color-scheme: {scheme};\n{lines}  }}\n}}\n"
    return f"{SCHEME_HEAD % scheme}\n{rule}"


def _colours(text: str, scheme: int) -> dict[str, str]:
    found: dict[str, str] = dict(_TOKEN.findall(text))
    for name, color in program_colors().items():
        found[name] = (color.light, color.dark)[scheme]
        if color.dots:
            found[f"{name}-dot"] = color.dots[scheme]
        if color.rules:
            found[f"{name}-rule"] = color.rules[scheme]
    return found
