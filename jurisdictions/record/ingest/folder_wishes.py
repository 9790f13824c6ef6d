"""The rows of a folder -> wishes; the faults of their plans, each told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from jurisdictions.models import Fact, Program
from jurisdictions.record.cells import near
from jurisdictions.record.changing.disputes import standing_by_name, with_what_stands
from jurisdictions.record.changing.wishes import CONTRADICT, RECORD, Plan, Read, WishDraft
from jurisdictions.record.faults import Fault
from jurisdictions.record.ingest.files import Sheet
from jurisdictions.record.kinds import CONTRADICTIONS_FILE

GIVEN = ("recorded", "adjudication", "adjudication_es")
"""What a file of contradictions says beside what people are asked for."""


def wishes_of(program: Program, name: str, sheet: Sheet) -> Iterator[WishDraft]:
    """A wish for each row: to record a fact, or to say what a source says otherwise."""
    if name != CONTRADICTIONS_FILE:
        yield from (WishDraft(RECORD, name, cells=cells, row=row) for row, cells in sheet.rows)
        return
    standing = standing_by_name(program, [cells["fact"] for _row, cells in sheet.rows])
    for row, cells in sheet.rows:
        key = (cells["fact"], cells["field"], cells["source"])
        told = with_what_stands(cells, standing.get(key), erase=True)
        given = {one: cells[one] for one in GIVEN if one in cells}
        yield WishDraft(CONTRADICT, "", cells["fact"], {**told, **given}, row=row)


def faults_told(
    wishes: Sequence[WishDraft], read: Sequence[Read], program: Program
) -> Iterator[Fault]:
    """Why wishes are refused: each fault once, under the file in which it stands."""
    pairs = list(zip(wishes, read, strict=True))
    refused = {
        wish.cells.get("key", "")
        for wish, one in pairs
        if wish.kind == "source" and not isinstance(one, Plan)
    }
    names: set[str] = set()
    for wish, one in pairs:
        if isinstance(one, Plan):
            continue
        if wish.action != CONTRADICT:
            yield from (f for f in one if f.column != "source" or f.value not in refused)
            continue
        names = names or _names(read, program)
        if wish.name in names:
            yield from (replace(fault, file=CONTRADICTIONS_FILE) for fault in one)
        else:
            said = _("is no fact on record") + near(wish.name, names)
            yield Fault(CONTRADICTIONS_FILE, wish.row, "fact", wish.name, said)


def _names(read: Sequence[Read], program: Program) -> set[str]:
    """The facts of which a source may say otherwise: on record, or in the folder."""
    recorded = {fact.name for fact in Fact.objects.filter(program=program)}
    return recorded | {o.name for o in read if isinstance(o, Plan) and not o.kind.shared}
