"""Tables: columns declared once, as an allow-list that pages, the API and every file share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext

from jurisdictions.read.rows import AsOf
from jurisdictions.status.dates import PartialDate

Value = str | int | float | bool | date | PartialDate | tuple[str, ...] | None


class ColumnKind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    WORD = "word"
    DATE = "date"
    EDTF = "edtf"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its lasting name, its heading and meaning (English, to be translated), its kind.

    The value is the row's field of that name; `value` takes it from the row another way, `asked`
    from what was asked for. `words` are the vocabularies of a WORD column.
    """

    name: str
    heading: str
    meaning: str
    kind: ColumnKind = ColumnKind.TEXT
    value: Callable[[Any], Value] | None = None
    asked: Callable[[AsOf], Value] | None = None
    words: tuple[type[StrEnum], ...] = ()

    @property
    def title(self) -> str:
        """The heading in the reader's language."""
        return gettext(self.heading)

    @property
    def explained(self) -> str:
        """The meaning in the reader's language."""
        return gettext(self.meaning)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns in their lasting order. Names and order never change in place (docs/columns.md)."""

    name: str
    heading: str
    columns: tuple[Column, ...]

    @property
    def title(self) -> str:
        """What the table holds, in the reader's language."""
        return gettext(self.heading)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def at(self, *kinds: ColumnKind) -> tuple[int, ...]:
        """Where the columns of these kinds stand."""
        return tuple(i for i, column in enumerate(self.columns) if column.kind in kinds)

    def values(self, as_of: AsOf, rows: Iterable[Any]) -> Iterator[list[Value]]:
        """The values of each row, in the order of the columns; the lists are the caller's own."""
        asked = [(i, c.asked(as_of)) for i, c in enumerate(self.columns) if c.asked is not None]
        take = _taker([column for column in self.columns if column.asked is None])
        for row in rows:
            values = take(row)
            for at, value in asked:
                values.insert(at, value)
            yield values

    def objects(self, as_of: AsOf, rows: Iterable[Any]) -> list[dict[str, Value]]:
        """Each row as an object, its members in the order of the columns."""
        same = {c.name: c.asked(as_of) if c.asked else None for c in self.columns}
        own = [column for column in self.columns if column.asked is None]
        names, take = [column.name for column in own], _taken(own)
        found = []
        for row in rows:
            one = same.copy()
            one.update(zip(names, take(row), strict=True))
            found.append(one)
        return found


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its rows, under the name that a spreadsheet's tab and a JSON member bear.

    `rows` is called once, when the file is written.
    """

    name: str
    table: Table
    rows: Callable[[], Iterable[Any]]


def number(value: Decimal) -> int | float:
    """A number as files and programs take it: 3, or 2.5."""
    return int(value) if value == value.to_integral_value() else float(value)


def _taker(columns: Sequence[Column]) -> Callable[[Any], list[Value]]:
    """What takes the values of the columns from a row, as a list of the caller's own."""
    take = _taken(columns)
    return lambda row: list(take(row))


def _taken(columns: Sequence[Column]) -> Callable[[Any], Sequence[Value]]:
    """What takes the values of the columns from a row; plain fields all at once, for speed."""
    if len(columns) > 1 and all(column.value is None for column in columns):
        return attrgetter(*(column.name for column in columns))
    takes = [column.value or attrgetter(column.name) for column in columns]
    return lambda row: [take(row) for take in takes]
