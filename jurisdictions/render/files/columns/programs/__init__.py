"""The tables of a program's places, `STATUSES` and `SPANS`: a module each.

A program with lists of something else has their tables as `LISTS`; one in which columns of facts
mean something else says so in `MEANINGS`, by their names.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol, cast

from jurisdictions.render.files.columns.plain_tables import plain_tables
from jurisdictions.render.files.tables import Table
from jurisdictions.status.programs import part_in


class PlaceTables(Protocol):
    """A program's module: its places on a day, and its places through time."""

    @property
    def STATUSES(self) -> Table: ...  # noqa: N802 - a constant of the module
    @property
    def SPANS(self) -> Table: ...  # noqa: N802


@cache
def tables_of(slug: str) -> PlaceTables:
    """The tables of a program's places, made from its rule where it has none of its own.

    Raises KeyError for a slug that is none's.
    """
    return cast(PlaceTables, part_in(__name__, slug) or plain_tables(slug))


def lists_of(slug: str) -> tuple[Table, ...]:
    """The tables of a program's other lists; () where it has none."""
    found: tuple[Table, ...] = getattr(tables_of(slug), "LISTS", ())
    return found
