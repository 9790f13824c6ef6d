"""Columns of places on a day, and of places through time, that all programs have."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_noop as _

from jurisdictions.read.reach import reach_of
from jurisdictions.render.files.tables import Column, ColumnKind
from jurisdictions.status.sureness import Basis, Contradicted, Precision
from jurisdictions.status.vocabulary import PlaceKind

WORD, DATE, EDTF, LIST = ColumnKind.WORD, ColumnKind.DATE, ColumnKind.EDTF, ColumnKind.LIST

GEOID = Column(
    "geoid",
    _("Census geoid"),
    _("Census code of the place: two digits for a state, five for a county. Text: zeros count."),
)
PLACE = (
    GEOID,
    Column("name", _("Name"), _("Name of the place.")),
    Column("state", _("State"), _("Two-letter postal code of the state or territory.")),
    Column("kind", _("Kind of place"), _("What the place is."), WORD, words=(PlaceKind,)),
)
EXACTLY = _(
    "The same as precise as the record knows it, in EDTF: 2010, 2010-07, 2010-07-13, or between "
    "two of these, 2026-05-14/2026-05-18."
)
DAY = Column(
    "date",
    _("Day"),
    _("The day that the row is about."),
    DATE,
    asked=lambda as_of: as_of.on,
)
RECORD_UNTIL = Column(
    "record_until",
    _("Record until"),
    _("Day of the last list of ICE's on record; of later days the rows tell only in part."),
    DATE,
    asked=lambda as_of: reach_of(as_of).until,
)
SINCE = (
    Column("since", _("Since"), _("First day of the status; empty from the beginning."), DATE),
    Column("since_edtf", _("Since, as known"), EXACTLY, EDTF),
)
BEGINNING = (
    Column("start", _("From"), _("First day of the span; empty from the beginning."), DATE),
    Column("end", _("Until"), _("First day after the span; empty while it lasts."), DATE),
)
REASONS = Column(
    "reasons",
    _("Reasons"),
    _("Names of the facts that decided, between blanks, in the order of effect."),
    LIST,
)
KNOWN_ENDS = (
    Column("start_edtf", _("From, as known"), EXACTLY, EDTF),
    Column("end_edtf", _("Until, as known"), EXACTLY, EDTF),
)


SURE = (
    Column(
        "basis",
        _("What it rests on"),
        _("What the weakest of the facts that decide the status rests on."),
        WORD,
        words=(Basis,),
    ),
    Column(
        "precision",
        _("How its day is known"),
        _("How precisely the day is known since which the status holds."),
        WORD,
        words=(Precision,),
    ),
    Column(
        "contradicted",
        _("Contradicted"),
        _("Whether a source says otherwise on a fact that decides the status."),
        WORD,
        words=(Contradicted,),
    ),
    Column(
        "sources",
        _("Sources"),
        _("Keys of the sources that support the facts that decide the status."),
        LIST,
    ),
)
"""How sure a status is; see docs/sureness.md."""


def status_column(words: type[StrEnum]) -> Column:
    """How a place stood, in a program's words."""
    meaning = _("How the place stood, by the rule of this tracker.")
    return Column("status", _("Status"), meaning, WORD, words=(words,))
