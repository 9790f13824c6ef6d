"""Places that stand otherwise on one day than on another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns.places import EXACTLY, PLACE
from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.status.vocabulary import PlaceKind


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """A place that stands otherwise on the last of two days, and why it stands so."""

    geoid: str
    name: str
    state: str
    kind: PlaceKind
    first: date
    last: date
    was: StrEnum
    now: StrEnum
    since: date | None
    since_edtf: str | None
    why: str


@dataclass(frozen=True, slots=True)
class WayCount:
    """How many places had one status on the first day and another, or the same, on the last."""

    was: StrEnum
    now: StrEnum
    number: int


def _ways(words: tuple[type[StrEnum], ...]) -> tuple[Column, Column]:
    """The status on either day, in the words of the program."""
    return (
        Column(
            "was",
            _("Status before"),
            _("Status on the first of the two days, by the rule of this tracker."),
            ColumnKind.WORD,
            words=words,
        ),
        Column(
            "now",
            _("Status after"),
            _("Status on the last of the two days, by the rule of this tracker."),
            ColumnKind.WORD,
            words=words,
        ),
    )


def _day(name: str, heading: str, meaning: str, take: Callable[[Any], date]) -> Column:
    return Column(name, heading, meaning, ColumnKind.DATE, take)


@cache
def compared_of(program: str) -> Table:
    """The places that stand otherwise."""
    return Table(
        "compared",
        _("Places with another status"),
        (
            *PLACE,
            _day("from", _("First day"), _("The first of the two days."), lambda row: row.first),
            _day("to", _("Last day"), _("The last of the two days."), lambda row: row.last),
            *_ways(_words(program)),
            Column(
                "since",
                _("Since"),
                _("First day of the status after; empty from the beginning."),
                ColumnKind.DATE,
            ),
            Column("since_edtf", _("Since, as known"), EXACTLY, ColumnKind.EDTF),
            Column("why", _("Why"), _("Why the place had the status after, in one line.")),
        ),
    )


@cache
def ways_of(program: str) -> Table:
    """How many places went which way."""
    number = _("How many counties and equivalents, also those whose status is the same.")
    return Table(
        "compared-ways",
        _("From which status to which"),
        (
            *_ways(_words(program)),
            Column("number", _("How many"), number, ColumnKind.INTEGER),
        ),
    )


def _words(program: str) -> tuple[type[StrEnum], ...]:
    columns = tables_of(program).STATUSES.columns
    return next(column.words for column in columns if column.name == "status")
