"""What happened, in the words of the program where it has its own (`happened.py` in its folder)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jurisdictions.read.happened.between import Days
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs import own_part
from jurisdictions.render.words import happened as plain


def _words(slug: str) -> Any:
    return own_part(slug, "happened") or plain


def sentence(as_of: AsOf, asked: Days, found: Sequence[Happening]) -> str:
    """What happened on the days, in a sentence or two."""
    told: str = _words(as_of.program.slug).sentence(as_of, asked, found)
    return told


def happening_text(happening: Happening) -> str:
    """What the record has of one happening, in plain sentences."""
    told: str = _words(happening.program).happening_text(happening)
    return told
