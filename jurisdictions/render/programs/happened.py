"""What happened, in the words of the program where it has its own (`happened.py` in its folder)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

from jurisdictions.read.happened.between import Days
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs import part_of
from jurisdictions.render.words import happened as plain
from jurisdictions.status.programs import packages


@cache
def _words(slug: str) -> Any:
    own = f"{part_of.__module__}.{packages()[slug]}"
    return part_of(slug, "happened") if find_spec(f"{own}.happened") else plain


def sentence(as_of: AsOf, asked: Days, found: Sequence[Happening]) -> str:
    """What happened on the days, in a sentence or two."""
    told: str = _words(as_of.program.slug).sentence(as_of, asked, found)
    return told


def happening_text(happening: Happening) -> str:
    """What the record has of one happening, in plain sentences."""
    told: str = _words(happening.program).happening_text(happening)
    return told
