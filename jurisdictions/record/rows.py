"""A row of texts -> a draft of a fact, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from jurisdictions.record.cells import Known
from jurisdictions.record.cleaning import clean
from jurisdictions.record.columns import Column, Kind
from jurisdictions.record.faults import Fault


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact to be: the fields that the row speaks of, its source, and where it was written."""

    key: str
    values: Mapping[str, Any]
    source: str = ""
    locator: str = ""
    quote: str = ""
    row: int = 0
    raw: Mapping[str, str] = field(default_factory=dict)


def read_cells(
    columns: tuple[Column, ...], cells: Mapping[str, str], known: Known, *, file: str, row: int
) -> tuple[dict[str, Any], list[Fault]]:
    """The values of one row by column name, and a fault for each cell that cannot be read.

    Every fact's text passes here, whatever door it came by: a clean one is as it was.
    """
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for column in columns:
        if column.name not in cells:
            continue
        cell = clean(cells[column.name])
        if not cell and column.filled:
            faults.append(Fault(file, row, column.name, "", _("may not be blank")))
            continue
        try:
            values[column.name] = column.read(cell, known)
        except ValueError as wrong:
            faults.append(Fault(file, row, column.name, cell, str(wrong)))
    return values, faults


def draft_of(
    kind: Kind, cells: Mapping[str, str], known: Known, *, row: int = 0
) -> tuple[Draft | None, list[Fault]]:
    """Read one row of a kind of fact: a draft, or its faults."""
    values, faults = read_cells(kind.columns, cells, known, file=kind.file, row=row)
    faults += too_long(kind.model, kind.columns, values, file=kind.file, row=row)
    if faults:
        return None, faults
    named = {
        (column.target or column.name): values[column.name]
        for column in kind.columns
        if column.name in values
    }
    if wrong := kind.check(named):
        column, reason = wrong
        return None, [Fault(kind.file, row, column, str(cells.get(column, "")), reason)]
    fact = {name: named[name] for name in kind.fields if name in named}
    cited = {name: str(named.get(name, "")) for name in ("source", "locator", "quote")}
    return Draft(kind.key(named), fact, row=row, raw=dict(cells), **cited), []


def too_long(
    model: type[models.Model],
    columns: tuple[Column, ...],
    values: Mapping[str, Any],
    *,
    file: str,
    row: int,
) -> list[Fault]:
    """SQLite does not enforce the width of a column, so it is checked here for every database."""
    widths = {
        f.name: f.max_length for f in model._meta.get_fields() if isinstance(f, models.CharField)
    }
    faults = []
    for column in columns:
        value, width = values.get(column.name), widths.get(column.target)
        if width and isinstance(value, str) and len(value) > width:
            reason = _("is %(length)d characters long; %(width)d are the most") % {
                "length": len(value),
                "width": width,
            }
            faults.append(Fault(file, row, column.name, value[:40] + "…", reason))
    return faults
