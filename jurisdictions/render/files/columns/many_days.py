"""Places on many days: a row for each place and day, or a column for each day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any

from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.files.tables import Column, ColumnKind, Table, Value


def long_table(program: str) -> Table:
    """The columns of the places on a day, under the same names; `date` tells which day."""
    table = tables_of(program).STATUSES
    columns = tuple(replace(one, value=_of_row(one), asked=None) for one in table.columns)
    return Table(table.name, table.heading, columns)


def _of_row(column: Column) -> Callable[[Any], Value]:
    if column.asked is not None:
        return attrgetter("day")
    take = column.value or attrgetter(column.name)
    return lambda dated: take(dated.row)


def wide_table(program: str, days: Sequence[date]) -> Table:
    """The place, then its status on each day: `status_2011-08-05`, and so on."""
    table = tables_of(program).STATUSES
    named = {one.name: one for one in table.columns}
    place = (
        replace(named[name], value=attrgetter(f"place.{name}"))
        for name in ("geoid", "name", "state", "kind")
    )
    status = named["status"]
    told = (
        Column(
            f"status_{day.isoformat()}",
            status.heading,
            status.meaning,
            ColumnKind.WORD,
            _on(day),
            words=status.words,
        )
        for day in days
    )
    return Table("statuses-wide", table.heading, (*place, *told))


def _on(day: date) -> Callable[[Any], Value]:
    def status(row: Any) -> Value:
        held = row.on.get(day)
        return held.status if held else None

    return status
