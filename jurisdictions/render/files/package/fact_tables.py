"""The fact files as declared tables: the very columns that `manage.py load_facts` reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any

from jurisdictions.read.archive import ArchivedFact
from jurisdictions.record import cells, kinds
from jurisdictions.record.columns import Column as Declared
from jurisdictions.record.effects import Effects
from jurisdictions.render.files.package.explained import FILES, explained
from jurisdictions.render.files.tables import Column, ColumnKind, Table, Value, number

NUMBERS: Mapping[cells.Read, int | None] = {cells.whole: None, cells.count: 0}
"""What reads a whole number, and the least that it may be."""
CITED: dict[str, Callable[[ArchivedFact], Value]] = {
    "source": attrgetter("source"),
    "locator": attrgetter("locator"),
    "quote": attrgetter("quote"),
}
CONTRADICTIONS = kinds.CONTRADICTIONS_FILE.removesuffix(".csv")


@cache
def fact_table(kind: str, program: str) -> Table:
    """The table of a kind of fact as a program tells it; its rows are ArchivedFacts."""
    declared = kinds.KINDS[kind]
    name = declared.file.removesuffix(".csv")
    columns = tuple(
        _column(name, column, _take(column)) for column in declared_columns(kind, program)
    )
    return Table(name, FILES[name][0], columns)


@cache
def contradiction_table() -> Table:
    """The table of sources that say otherwise; its rows are Contradictions."""
    columns = tuple(
        _column(CONTRADICTIONS, column, attrgetter(column.name))
        for column in kinds.CONTRADICTION_COLUMNS
    )
    return Table(CONTRADICTIONS, FILES[CONTRADICTIONS][0], columns)


def _take(column: Declared) -> Callable[[ArchivedFact], Value]:
    if not column.target:
        return CITED[column.name]
    if column.read is cells.step_number:
        return lambda fact: number(fact.values[column.target])
    field: Callable[[Any], Value] = itemgetter(column.target)
    return lambda fact: field(fact.values)


def _column(file: str, column: Declared, take: Callable[[Any], Value]) -> Column:
    heading, meaning = explained(file, column.name)
    words = (column.read.words,) if isinstance(column.read, cells.WordOf) else ()
    return Column(column.name, heading, meaning, _kind(column), value=take, words=words)


def _kind(column: Declared) -> ColumnKind:
    if isinstance(column.read, cells.WordOf):
        return ColumnKind.WORD
    if column.read is cells.day:
        return ColumnKind.DATE
    if column.read is cells.step_number:
        return ColumnKind.NUMBER
    return ColumnKind.INTEGER if column.read in NUMBERS else ColumnKind.TEXT


def declared_columns(kind: str, program: str) -> tuple[Declared, ...]:
    """The columns as the record declares them: what must be filled, how a cell is read."""
    return tuple(
        replace(one, read=one.read.of(program)) if isinstance(one.read, Effects) else one
        for one in kinds.KINDS[kind].columns
    )
