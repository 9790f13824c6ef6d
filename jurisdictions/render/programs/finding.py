"""What a record shows, in a sentence: that of the program (`finding.py`), else of its map."""

from __future__ import annotations

from jurisdictions.read.headlines import headline_on
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs import own_part, part_of


def finding(as_of: AsOf, total: int) -> str:
    """The finding; `total` county equivalents exist on the day."""
    own = own_part(as_of.program.slug, "finding")
    if own:
        found: str = own.finding(as_of, total)
        return found
    words = part_of(as_of.program.slug, "map_words")
    told: str = words.sentence(as_of, headline_on(as_of), total)
    return told
