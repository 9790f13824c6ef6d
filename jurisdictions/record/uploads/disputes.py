"""Rows that say what a source says otherwise -> wishes to keep it beside the fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jurisdictions.models import Citation
from jurisdictions.record.changing.contradictions import facts_named, standing_contradictions
from jurisdictions.record.changing.wishes import CONTRADICT, WishDraft
from jurisdictions.record.kinds import CONTRADICTION_COLUMNS, KINDS
from jurisdictions.record.uploads.aliases import EXAMPLE
from jurisdictions.record.uploads.cells import put_right
from jurisdictions.record.uploads.columns import FACT
from jurisdictions.record.uploads.rows import Read, Reader, no_such_kind

NO = frozenset({"false", "no", "0", "falso", "f", "n"})
"""Ways to say that a citation contradicts nothing."""
SAID = ("locator", "note", "note_es")
"""What is said of a contradiction beside its fact, field, source and value."""
Key = tuple[str, str, str]


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
        if name.partition(":")[0] not in KINDS:
            found.faults.append(no_such_kind(name, row))
            continue
        right, wrong = put_right(CONTRADICTION_COLUMNS, cells, row, reader.mending, reader.days)
        found.faults += wrong
        if not wrong:
            named.append((row, name, right))
    standing = _standing(reader, [name for _row, name, _cells in named])
    for row, name, cells in named:
        before = standing.get((name, cells.get("field", ""), cells.get("source", "")))
        kind = name.partition(":")[0]
        told = _cells(cells, before, reader.erase)
        found.wishes.append(WishDraft(CONTRADICT, kind, name, told, row=row))
    return found


def _cells(cells: Mapping[str, str], before: Citation | None, erase: bool) -> dict[str, str]:
    """What the row says, and what stands where it says nothing."""
    told = {name: cells[name] for name in ("field", "said", "source") if cells.get(name)}
    for name in SAID:
        kept = str(getattr(before, name)) if before else ""
        cell = cells.get(name, "")
        if text := cell if cell or (erase and name in cells) else kept:
            told[name] = text
    return told


def _standing(reader: Reader, names: Sequence[str]) -> dict[Key, Citation]:
    facts = {fact.pk: name for name, fact in facts_named(reader.program, names).items()}
    found = standing_contradictions(list(facts))
    return {(facts[one.fact_id], one.field, one.source.key): one for one in found.values()}
