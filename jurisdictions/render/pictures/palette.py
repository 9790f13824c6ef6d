"""The colours of the style sheet, for pictures that cannot read it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})\s*;")


@cache
def light_colours(tokens: Path) -> dict[str, str]:
    """Every colour token of the light scheme by name: {"status-opted-out": "#6f6f75", …}.

    Raises OSError when the style sheet cannot be read.
    """
    light = tokens.read_text(encoding="utf-8").partition("@media")[0]
    return dict(_TOKEN.findall(light))
