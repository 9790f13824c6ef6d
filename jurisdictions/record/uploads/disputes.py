"""Rows that say what a source says otherwise -> wishes to keep it beside the fact."""

from __future__ import annotations

from collections.abc import Sequence

from jurisdictions.record.changing.disputes import standing_by_name, with_what_stands
from jurisdictions.record.changing.wishes import CONTRADICT, WishDraft
from jurisdictions.record.kinds import CONTRADICTION_COLUMNS
from jurisdictions.record.uploads.aliases import EXAMPLE
from jurisdictions.record.uploads.cells import put_right
from jurisdictions.record.uploads.columns import FACT
from jurisdictions.record.uploads.rows import Read, Reader, no_such_kind
from jurisdictions.status.kinds import kinds_in

NO = frozenset({"false", "no", "0", "falso", "f", "n"})
"""Ways to say that a citation contradicts nothing."""


def read_contradictions(rows: Sequence[tuple[int, dict[str, str]]], reader: Reader) -> Read:
    """Wishes that sources be kept that say otherwise; citations that support are passed over."""
    found = Read()
    named: list[tuple[int, str, dict[str, str]]] = []
    for row, cells in rows:
        if cells.pop(EXAMPLE, ""):
            found.examples += 1
            continue
        if cells.get("contradicts", "").casefold() in NO:
            found.passed_over += 1
            continue
        name = cells.pop(FACT, "")
        if name.partition(":")[0] not in kinds_in(reader.program.slug):
            found.faults.append(no_such_kind(name, row, reader.program.slug))
            continue
        right, wrong = put_right(CONTRADICTION_COLUMNS, cells, row, reader.mending)
        found.faults += wrong
        if not wrong:
            named.append((row, name, right))
    standing = standing_by_name(reader.program, [name for _row, name, _cells in named])
    for row, name, cells in named:
        before = standing.get((name, cells.get("field", ""), cells.get("source", "")))
        kind = name.partition(":")[0]
        told = with_what_stands(cells, before, erase=reader.erase)
        found.wishes.append(WishDraft(CONTRADICT, kind, name, told, row=row))
    return found
