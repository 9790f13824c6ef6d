"""What should be looked at again before it is sent or accepted, for the pages that tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jurisdictions.render.words.cell_texts import column_text


@dataclass(frozen=True, slots=True)
class CautionTold:
    """A caution: the fact, what people call its column, why, the row of a file or 0."""

    fact: str
    called: str
    reason: str
    row: int


def cautions_told(cautions: Iterable[tuple[str, str, str, int]]) -> list[CautionTold]:
    """Cautions of a fact, a column, a reason and a row, as a page tells them."""
    return [
        CautionTold(fact, column_text(column), reason, row)
        for fact, column, reason, row in cautions
    ]
