"""What happened between two days, and what the record took back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC

from django.utils.translation import gettext_noop as _

from jurisdictions.read.agencies.rows import AgreementRow
from jurisdictions.read.corrections import Correction
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.rows import FactRow
from jurisdictions.render.files.columns.places import EXACTLY
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.render.programs.happened import happening_text
from jurisdictions.render.words.fact_titles import fact_title
from jurisdictions.render.words.happened import what_text

DATE, WORD, INTEGER = ColumnKind.DATE, ColumnKind.WORD, ColumnKind.INTEGER


@dataclass(frozen=True, slots=True)
class StateCount:
    """How much of one kind happened in a state, "" for the nation's."""

    state: str
    change: str
    label: str
    number: int


def _word(row: Happening) -> str:
    """The word of the fact in its vocabulary: an agreement's model, a step."""
    if isinstance(row.row, AgreementRow):
        return row.row.own.model.value
    return row.row.word if isinstance(row.row, FactRow) else ""


def _title(row: Correction) -> str:
    """The fact in one line, as it was."""
    return fact_title(row.kind, row.cells)


STATE = Column(
    "state",
    _("State"),
    _("Two-letter postal code of the state or territory; empty for the nation's."),
)
CHANGE = Column(
    "change",
    _("Change"),
    _("What happened: a word of the program's, or the kind of fact."),
    WORD,
    lambda row: row.what.value,
)
LABEL = Column("label", _("Change, in words"), _("The same in words."))
GEOID = Column(
    "geoid",
    _("Census geoid"),
    _("Census code of the place; that of the state for an agency. Text: zeros count."),
)
FACT = Column("fact", _("Fact"), _("Public name of the fact; it never changes."))
CHANGES = Table(
    "changes",
    _("What happened"),
    (
        Column("day", _("Day"), _("The day on which it counts."), DATE),
        Column("day_edtf", _("Day, as known"), EXACTLY, ColumnKind.EDTF, lambda row: str(row.on)),
        CHANGE,
        Column("label", LABEL.heading, LABEL.meaning, value=lambda row: what_text(row.what)),
        STATE,
        GEOID,
        Column(
            "name",
            _("Name"),
            _("The place, the agency, or the title of the act."),
            value=lambda row: row.title,
        ),
        Column("agency", _("Agency"), _("Key of the agency; empty where none is meant.")),
        Column(
            "word",
            _("What it is"),
            _("The model, the step, the kind of law, the effect of a federal act."),
            WORD,
            _word,
        ),
        Column(
            "text",
            _("Text"),
            _("What the record has of it, in plain words."),
            value=happening_text,
        ),
        FACT,
    ),
)
BY_STATE = Table(
    "changes-by-state",
    _("What happened, by state"),
    (
        STATE,
        Column("change", CHANGE.heading, CHANGE.meaning, WORD),
        LABEL,
        Column("number", _("How often"), _("How often it happened on these days."), INTEGER),
    ),
)
CORRECTIONS = Table(
    "corrections",
    _("Corrected in the record"),
    (
        Column(
            "corrected_on",
            _("Corrected on"),
            _("The day, in Greenwich, on which the record changed."),
            DATE,
            lambda row: row.at.astimezone(UTC).date(),
        ),
        Column(
            "what",
            _("What became of it"),
            _("corrected: the fact is on record otherwise; retracted: it is not any more."),
            WORD,
            lambda row: "corrected" if row.again else "retracted",
        ),
        STATE,
        GEOID,
        Column(
            "title",
            _("Title"),
            _("The fact as it was."),
            value=_title,
        ),
        Column("reason", _("Reason"), _("Why it was changed.")),
        FACT,
    ),
)
