"""What stands below the rows of a table and is none of them: totals, notes, where it is from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jurisdictions.gazetteer.kinds_written import means_total
from jurisdictions.models.folding import fold

FEWEST_COLUMNS = 3
"""In a narrower table one filled cell may be a row."""
_NOTE = re.compile(
    r"\s*(?:[*†‡§¹²³]|\(?\d\)\s|(?:notes?|sources?|updated|last updated|as of|prepared by|legend"
    r"|notas?|fuentes?|actualizad[oa]|elaborad[oa]|leyenda)\b\s*[:.\-–—]?)",
    re.IGNORECASE,
)
LONG = 60
"""No code, name, date or word of the record has so many letters."""


def foot_begins(rows: Sequence[tuple[int, Sequence[str]]], width: int) -> int:
    """At which of the rows the foot begins; their number when there is none."""
    at = len(rows)
    while at > 1 and _is_foot(rows[at - 1][1], width):
        at -= 1
    return at


def _is_foot(cells: Sequence[str], width: int) -> bool:
    filled = [cell for cell in cells if cell]
    if means_total(tuple(fold(filled[0]).split())):
        return True
    alone = len(filled) == 1 and width >= FEWEST_COLUMNS
    return alone and (len(filled[0]) > LONG or _NOTE.match(filled[0]) is not None)
