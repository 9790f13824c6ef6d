"""What a record shows, in a sentence: that of the program (`finding.py`), else of its map."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Any

from jurisdictions.read.headlines import headline_on
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs import part_of
from jurisdictions.status.programs import packages


@cache
def _own(slug: str) -> Any:
    name = f"{part_of.__module__}.{packages()[slug]}.finding"
    return part_of(slug, "finding") if find_spec(name) else None


def finding(as_of: AsOf, total: int) -> str:
    """The finding; `total` county equivalents exist on the day."""
    own = _own(as_of.program.slug)
    if own:
        found: str = own.finding(as_of, total)
        return found
    words = part_of(as_of.program.slug, "map_words")
    told: str = words.sentence(as_of, headline_on(as_of), total)
    return told
