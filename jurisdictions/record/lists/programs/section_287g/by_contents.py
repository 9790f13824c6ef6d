"""Columns whose headings say nothing, told by what stands under them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from jurisdictions.gazetteer.state_names import state_in_column
from jurisdictions.record.lists.programs.section_287g.cells import Row
from jurisdictions.record.lists.programs.section_287g.list_columns import NEEDED, ListColumn
from jurisdictions.record.lists.programs.section_287g.models_written import models_in

FEWEST, MOST_LOOKED_AT = 3, 200
"""Rows from which a column is told."""
SHARE = 0.8
_OFFICE = re.compile(
    r"\b(?:sheriff|police|constable|marshal|corrections?|jail|department|dept|patrol|detention"
    r"|pd|so)\b",
    re.I,
)
_TELLS: Mapping[ListColumn, Callable[[str], bool]] = {
    ListColumn.STATE: lambda text: bool(state_in_column(text)),
    ListColumn.AGENCY: lambda text: bool(_OFFICE.search(text)),
    ListColumn.MODEL: lambda text: bool(models_in(text)),
}


def told_by_contents(rows: Sequence[Row], at: Mapping[ListColumn, int]) -> dict[ListColumn, int]:
    """Where the columns stand that no list may lack and whose headings are not known.

    One is told where nearly all of its cells say it, and those of no other column. A column that
    is headed TYPE may hold the models.
    """
    found: dict[ListColumn, int] = {}
    looked = rows[:MOST_LOOKED_AT]
    if len(looked) < FEWEST:
        return found
    taken = {place for column, place in at.items() if column is not ListColumn.TYPE}
    width = max(len(cells) for _number, cells in looked)
    for column in NEEDED:
        if column in at:
            continue
        like = [
            place
            for place in range(width)
            if place not in taken and _share(looked, place, _TELLS[column]) >= SHARE
        ]
        if len(like) == 1:
            found[column] = like[0]
            taken.add(like[0])
    return found


def _share(rows: Sequence[Row], place: int, tells: Callable[[str], bool]) -> float:
    texts = [cells[place].text if place < len(cells) else "" for _number, cells in rows]
    return sum(bool(text) and tells(text) for text in texts) / len(texts)
