"""The rows of an upload -> wishes: cells under their columns, places found, dates put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from jurisdictions.gazetteer.spanish_names import spanish_name
from jurisdictions.models import Program
from jurisdictions.models.standing import Standing, standing_facts
from jurisdictions.record.changing.steps import thread_names, with_step_id
from jurisdictions.record.changing.wishes import CORRECT, RECORD, WishDraft
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.ingest.tables import Table
from jurisdictions.record.kinds import JURISDICTION
from jurisdictions.record.uploads.aliases import EXAMPLE
from jurisdictions.record.uploads.cells import Mending, as_recorded, put_right
from jurisdictions.record.uploads.keying import Keying
from jurisdictions.record.uploads.naming import Naming
from jurisdictions.status.geoids import is_county
from jurisdictions.status.kinds import kinds_in

Tell = Callable[[float], None]


@dataclass
class Read:
    """What the rows of a table came to: wishes, faults, rows that were examples."""

    wishes: list[WishDraft] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    examples: int = 0
    passed_over: int = 0


@dataclass(frozen=True, slots=True)
class Reader:
    """How the rows are read: `erase` says that a blank cell empties what the record has."""

    program: Program
    naming: Naming
    keying: Keying
    mending: Mending
    erase: bool


def rows_of(table: Table, columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Each row's cells under the columns that its headings were matched to."""
    taken = [(at, column) for at, column in enumerate(columns) if column]
    return [(number, {column: row[at] for at, column in taken}) for number, row in table.rows]


def read_rows(kind: Kind, rows: Sequence[tuple[int, dict[str, str]]], reader: Reader) -> Read:
    """Wishes to record or to correct the facts of one kind; by its key a row says which fact."""
    found = Read()
    right_rows: list[tuple[int, dict[str, str]]] = []
    for row, written in rows:
        if written.pop(EXAMPLE, ""):
            found.examples += 1
            continue
        right, wrong = put_right(kind.columns, written, row, reader.mending)
        if kind is not JURISDICTION:
            wrong += reader.naming.old_code(right, row)
        wrong += reader.naming.place(right, row)
        wrong += reader.keying.agencies.put(kind, right, row)
        if not wrong:
            wrong = with_key(kind, right, row, reader)
        if wrong:
            found.faults += wrong
            continue
        right_rows.append((row, right))
    readable: Sequence[tuple[int, Mapping[str, str]]] = right_rows
    if kind.in_steps:
        wrong = reader.keying.threads.give(kind, right_rows)
        found.faults += wrong
        told_wrong = {fault.row for fault in wrong}
        readable = [one for one in right_rows if one[0] not in told_wrong]
        readable = _with_step_ids(kind, readable, reader.program, found.faults)
    named = [(row, cells, name_of(kind, cells)) for row, cells in readable]
    standing = standing_facts(reader.program.pk, [name for _row, _cells, name in named])
    for row, cells, name in named:
        before = standing.get(name)
        told = cells
        if before:
            told = as_recorded(
                _without_translated(kind, cells, before), before.cells, reader.mending
            )
        add_wish(found, kind, told, name, row, before, reader)
    return found


def _with_step_ids(
    kind: Kind, rows: Sequence[tuple[int, Mapping[str, str]]], program: Program, faults: list[Fault]
) -> list[tuple[int, Mapping[str, str]]]:
    """The rows, each with the name of its step; a fault for one that may mean two."""
    names = thread_names(program, [(kind, cells) for _row, cells in rows])
    found: list[tuple[int, Mapping[str, str]]] = []
    for row, cells in rows:
        try:
            found.append((row, with_step_id(kind, cells, names)))
        except ValueError as wrong:
            faults.append(Fault("", row, "seq", cells.get("seq", ""), str(wrong)))
    return found


def add_wish(
    found: Read,
    kind: Kind,
    cells: Mapping[str, str],
    name: str,
    row: int,
    before: Standing | None,
    reader: Reader,
) -> None:
    """Add the wish of a row whose values have a source, or what is wrong."""
    wish = wish_of(kind, cells, name, row, before, reader.erase)
    told = dict(wish.cells)
    if wrong := reader.mending.sourcing.vouch(kind, told, before, row):
        found.faults += wrong
    else:
        found.wishes.append(replace(wish, cells=told))


def with_key(kind: Kind, cells: dict[str, str], row: int, reader: Reader) -> list[Fault]:
    """Give a row without a key the one that the form would make; what stands in the way instead."""
    if "source" in kind.keyed_by:
        return reader.mending.sourcing.vouch(kind, cells, None, row)
    return reader.keying.give(kind, cells, row)


def _without_translated(kind: Kind, cells: Mapping[str, str], before: Standing) -> dict[str, str]:
    """The cells but for what only our own lists say there: the record's Spanish in place of a text.

    They also tell the Spanish name of every place, made by rule where the record has none.
    """
    shown = _shown_in_spanish(before.cells) if kind is JURISDICTION else None
    return {
        column: cell
        for column, cell in cells.items()
        if not cell
        or (
            not (column in ("name", "name_es") and cell == shown)
            and (f"{column}_es" in cells or before.cells.get(f"{column}_es") != cell)
        )
    }


def _shown_in_spanish(recorded: Mapping[str, str]) -> str:
    """What our pages and files call a place in Spanish."""
    name, own, geoid = (recorded.get(column, "") for column in ("name", "name_es", "geoid"))
    return spanish_name(name, own, is_state=not is_county(geoid)).title


def wish_of(
    kind: Kind, cells: Mapping[str, str], name: str, row: int, before: Standing | None, erase: bool
) -> WishDraft:
    """To correct a fact that is on record, to record another."""
    told = dict(cells) if erase else {column: cell for column, cell in cells.items() if cell}
    if before is None:
        return WishDraft(RECORD, kind.kind.value, cells=told, row=row)
    return WishDraft(CORRECT, kind.kind.value, name, told, before.base, row)


def name_of(kind: Kind, cells: Mapping[str, str]) -> str:
    """The public name of the fact that a row is about; "" when its key is not whole.

    That of a step has to be told first, by its number (`with_step_id`).
    """
    values = {
        column.target or column.name: cells.get(column.name, "")
        for column in kind.columns
        if column.name in kind.keyed_by
    }
    filled = {column.target or column.name for column in kind.columns if column.filled}
    filled |= {"step_id"} & values.keys()
    if any(not value for key, value in values.items() if key in filled):
        return ""
    return f"{kind.kind.value}:{kind.key(values)}"


def broken_rows(table: Table) -> list[Fault]:
    """A fault for each row that does not fit the header."""
    return [Fault("", row, "", "", reason) for row, reason in table.broken.items()]


def no_such_kind(name: str, row: int, program: str) -> Fault:
    """That a row names a kind of fact that the program has not."""
    said = _("names no kind of fact; there are: %(kinds)s") % {
        "kinds": ", ".join(kinds_in(program))
    }
    return Fault("", row, "fact", name, said)
