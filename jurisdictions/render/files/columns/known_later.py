"""Places of whose status on a day more became known later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns.places import DAY, EXACTLY, PLACE
from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.status.vocabulary import PlaceKind


@dataclass(frozen=True, slots=True)
class KnownLater:
    """A place, what could be known of it on the day, what all facts tell, and which came out."""

    geoid: str
    name: str
    state: str
    kind: PlaceKind
    then: StrEnum
    now: StrEnum
    public_on: date | None
    public_on_edtf: str | None
    facts: tuple[str, ...]
    told: str


@cache
def known_later_of(program: str) -> Table:
    """The table in the words of a program."""
    words = _words(program)
    return Table(
        "known-later",
        _("Known later"),
        (
            *PLACE,
            DAY,
            Column(
                "then",
                _("Status by what was public"),
                _("Status on the day, by the facts that were public on it."),
                ColumnKind.WORD,
                words=words,
            ),
            Column(
                "now",
                _("Status by all facts"),
                _("Status on the day, by the rule of this tracker and all facts on record."),
                ColumnKind.WORD,
                words=words,
            ),
            Column(
                "public_on",
                _("Public on"),
                _("The day on which the last of the facts that changed it became public."),
                ColumnKind.DATE,
            ),
            Column("public_on_edtf", _("Public on, as known"), EXACTLY, ColumnKind.EDTF),
            Column(
                "facts",
                _("Facts"),
                _("Names of the facts that became public later, between blanks, in that order."),
                ColumnKind.LIST,
            ),
            Column("told", _("What became public"), _("What these facts say, in plain sentences.")),
        ),
    )


def _words(program: str) -> tuple[type[StrEnum], ...]:
    columns = tables_of(program).STATUSES.columns
    return next(column.words for column in columns if column.name == "status")
