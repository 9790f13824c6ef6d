"""The rows of a package's tables as databases hold them: dates as days, numbers as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.package.files import PackagedTable
from jurisdictions.render.files.tables import Column, ColumnKind, Value
from jurisdictions.status.dates import PartialDate, read_edtf

WHOLE_DAYS = frozenset({"spans"})
"""The files whose dates are whole days, never a month or a year."""
AS_KNOWN = "_edtf"
"""How the column ends that has a date as precisely as it is known."""
Cell = str | int | float | None
"""What a database holds; a day as 2010-07-13, a truth as 1 or 0."""


class CellType(StrEnum):
    """The types of columns, by the names that SQLite's readers know them under."""

    TEXT = "TEXT"
    DATE = "DATE"
    INTEGER = "INTEGER"
    NUMBER = "REAL"
    BOOLEAN = "BOOLEAN"


@dataclass(frozen=True, slots=True)
class TypedColumn:
    """A column of a database; `at` is where its value stands in a row of the table."""

    name: str
    type: CellType
    at: int
    explained: str
    taken: Callable[[Value], Cell]


def typed_columns(packed: PackagedTable) -> tuple[TypedColumn, ...]:
    """The columns of a table in its order, after each date the same as it is known.

    A date that may be a month or a year becomes the first day that it may be; what the record
    knows stands beside it in EDTF, unless the table has such a column of its own.
    """
    own = set(packed.table.names)
    found: list[TypedColumn] = []
    for at, column in enumerate(packed.table.columns):
        found.append(_typed(column, at))
        known = f"{column.name}{AS_KNOWN}"
        partial = column.kind is ColumnKind.DATE and packed.name not in WHOLE_DAYS
        if partial and known not in own:
            meaning = _("The same as precise as the record knows it, in EDTF.")
            found.append(TypedColumn(known, CellType.TEXT, at, meaning, _text))
    return tuple(found)


def typed_rows(packed: PackagedTable, as_of: AsOf, rows: Iterable[object]) -> Iterator[list[Cell]]:
    """The cells of each row, in the order of `typed_columns`."""
    takes: Sequence[tuple[Callable[[Value], Cell], int]] = [
        (column.taken, column.at) for column in typed_columns(packed)
    ]
    for values in packed.table.values(as_of, rows):
        yield [take(values[at]) for take, at in takes]


def _typed(column: Column, at: int) -> TypedColumn:
    meaning = column.explained
    match column.kind:
        case ColumnKind.DATE:
            return TypedColumn(column.name, CellType.DATE, at, meaning, _first_day)
        case ColumnKind.INTEGER:
            return TypedColumn(column.name, CellType.INTEGER, at, meaning, _whole)
        case ColumnKind.NUMBER:
            return TypedColumn(column.name, CellType.NUMBER, at, meaning, _number)
        case ColumnKind.BOOLEAN:
            return TypedColumn(column.name, CellType.BOOLEAN, at, meaning, _truth)
        case ColumnKind.TEXT | ColumnKind.WORD | ColumnKind.EDTF | ColumnKind.LIST:
            return TypedColumn(column.name, CellType.TEXT, at, meaning, _text)


def _text(value: Value) -> Cell:
    """The words of a list stand between blanks; what is not known is missing."""
    if isinstance(value, tuple):
        return " ".join(value) or None
    return None if value is None or value == "" else str(value)


def _first_day(value: Value) -> Cell:
    known = read_edtf(value) if isinstance(value, str) else value
    match known:
        case PartialDate():
            return known.first_day.isoformat()
        case date():
            return known.isoformat()
        case _:
            return None


def _whole(value: Value) -> Cell:
    return None if value is None or value == "" else int(str(value))


def _number(value: Value) -> Cell:
    return None if value is None or value == "" else float(str(value))


def _truth(value: Value) -> Cell:
    return None if value is None or value == "" else int(bool(value))
