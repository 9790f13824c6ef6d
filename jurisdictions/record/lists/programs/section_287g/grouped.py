"""Lists in groups: the state is said once, over the rows of its agencies or in the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jurisdictions.gazetteer.state_names import state_in_column
from jurisdictions.record.lists.programs.section_287g.cells import Cell, Row
from jurisdictions.record.lists.programs.section_287g.list_columns import ListColumn

SHARE = 3
"""One of so many rows without a state, at least, and the list is one of groups."""


def with_states(rows: Sequence[Row], at: Mapping[ListColumn, int]) -> tuple[list[Row], int]:
    """The rows, each with the state of its group, and to how many it was given.

    Where only few rows lack a state, somebody forgot it: then nothing is filled in.
    """
    agencies = [row for row in rows if _text(row, at, ListColumn.AGENCY) and not _alone(row)]
    lacking = [row for row in agencies if not _text(row, at, ListColumn.STATE)]
    if not lacking or SHARE * len(lacking) < len(agencies):
        return list(rows), 0
    found: list[Row] = []
    state, given = "", 0
    for number, cells in rows:
        alone = _alone((number, cells))
        own = _text((number, cells), at, ListColumn.STATE)
        if (own and state_in_column(own)) or (alone and state_in_column(alone)):
            state = own or alone
        fill = not own and not alone and bool(state)
        given += fill
        found.append((number, _put(cells, at[ListColumn.STATE], state) if fill else cells))
    return found, given


def _text(row: Row, at: Mapping[ListColumn, int], column: ListColumn) -> str:
    place = at[column]
    return row[1][place].text if place < len(row[1]) else ""


def _alone(row: Row) -> str:
    """What a row says that has one filled cell; "" for the others."""
    filled = [cell.text for cell in row[1] if cell.text]
    return filled[0] if len(filled) == 1 else ""


def _put(cells: list[Cell], place: int, state: str) -> list[Cell]:
    return [replace(cell, value=state) if n == place else cell for n, cell in enumerate(cells)]
