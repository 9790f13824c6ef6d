"""How many places had each status, on every day on which that changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns.counts import FROM_DAY
from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.files.tables import Column, ColumnKind, Table


@dataclass(frozen=True, slots=True)
class StatusCount:
    """From a day on, None from the beginning, so many places have the status."""

    day: date | None
    state: str
    status: StrEnum
    number: int


@cache
def through_time_of(program: str) -> Table:
    """The numbers behind the charts."""
    columns = tables_of(program).STATUSES.columns
    status = next(column for column in columns if column.name == "status")
    return Table(
        "statuses-through-time",
        _("Statuses through time"),
        (
            FROM_DAY,
            Column(
                "state",
                _("State"),
                _("Two-letter postal code of the state or territory; empty for the nation's."),
            ),
            Column("status", status.heading, status.meaning, ColumnKind.WORD, words=status.words),
            Column(
                "number",
                _("How many"),
                _("How many counties and equivalents had the status from that day on."),
                ColumnKind.INTEGER,
            ),
        ),
    )


def own_through_time(program: str) -> tuple[Table, ...]:
    """The numbers behind the chart that a program alone has; () where it has none."""
    found: Table | None = getattr(tables_of(program), "THROUGH_TIME", None)
    return (found,) if found else ()
