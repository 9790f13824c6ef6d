"""Cells of a fact as people read them: what a column is called, and what a cell says."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.labels import WORDS, instrument_label, label, unit_label, word_label
from jurisdictions.status.dates import NotADate, PartialDate
from jurisdictions.status.kinds import KINDS_OF_FACT
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementBasis,
    DateBasis,
    MeasureOutcome,
)

COLUMNS: dict[str, str] = {
    "geoid": _("Place, by its Census code"),
    "activated_on": _("Sharing began"),
    "deactivated_on": _("Sharing stopped"),
    "agreement": _("Agreement"),
    "request": _("Request"),
    "seq": _("Number of the step"),
    "step_id": _("Name of the step"),
    "step": _("Kind of step"),
    "on": _("When"),
    "disclosed_on": _("Became public"),
    "by": _("Who acted"),
    "to": _("To whom"),
    "instrument": _("Form"),
    "summary": _("What happened"),
    "measure": _("Measure"),
    "place": _("Which place acted"),
    "kind": _("Kind"),
    "outcome": _("Outcome"),
    "basis": _("What the date rests on"),
    "date_basis": _("What the date rests on"),
    "event": _("Act"),
    "title": _("Title"),
    "effect": _("Effect"),
    "metric": _("What was counted"),
    "period_start": _("Period from"),
    "as_of": _("As of"),
    "value": _("Number"),
    "unit": _("Of what"),
    "note": _("Note"),
    "source": _("Source"),
    "locator": _("Where in the source"),
    "key": _("Key"),
    "publisher": _("Publisher"),
    "published_on": _("Published"),
    "url": _("Web address"),
    "name": _("Name"),
    "state": _("Postal code"),
    "parent": _("State"),
    "ocd_id": _("OCD identifier"),
    "population_2010": _("People in 2010"),
    "aliases": _("Other names"),
    "valid_from": _("Exists from"),
    "valid_to": _("No longer exists from"),
    "predecessors": _("What it was before"),
    "successors": _("What became of it"),
    "field": _("On what"),
    "said": _("What the other source says"),
    "recorded": _("What the record has"),
    "adjudication": _("Why the recorded value stands"),
}
DAYS = frozenset(
    {
        "activated_on",
        "as_of",
        "deactivated_on",
        "disclosed_on",
        "on",
        "period_start",
        "published_on",
        "valid_from",
        "valid_to",
    }
)
BAR = "|"
"""What stands between a place's other names."""


def column_text(column: str) -> str:
    """What a column is called, as a heading; that of a Spanish text says so."""
    english = column.removesuffix("_es")
    said = gettext(COLUMNS[english]) if english in COLUMNS else english
    return said if english == column else gettext("%(column)s, in Spanish") % {"column": said}


def cell_text(kind: str, column: str, cell: str, sources: Mapping[str, str] | None = None) -> str:
    """What a cell says; `sources` are titles by key. A cell that cannot be read says itself."""
    if column in DAYS:
        return _day(cell)
    if column == "source" and sources:
        return sources.get(cell, cell)
    if column in {"aliases", "predecessors", "successors"}:
        return cell.replace(BAR, "; ")
    if column in {"value", "population_2010"} and cell.lstrip("-").isdecimal():
        return number_text(int(cell))
    return _word(kind, column, cell) if cell else ""


def _day(cell: str) -> str:
    try:
        return date_text(PartialDate.parse(cell))
    except NotADate:
        return cell


def _word(kind: str, column: str, cell: str) -> str:
    if column == "instrument":
        return instrument_label(cell)
    if column == "unit":
        return unit_label(cell)
    if column == "metric":
        return word_label("reported_figure", cell)
    words = vocabulary_of(kind, column)
    known = words and cell in {word.value for word in words}
    return label(words(cell)) if words and known else cell


FIXED: Mapping[str, type[StrEnum]] = {
    "outcome": MeasureOutcome,
    "basis": AgreementBasis,
    "date_basis": DateBasis,
}
"""Columns whose words are the same in every kind that has them."""


def vocabulary_of(kind: str, column: str) -> type[StrEnum] | None:
    """The closed vocabulary that a column of a kind takes its words from, if any."""
    if column in FIXED:
        return FIXED[column]
    return WORDS.get(kind) if column == KINDS_OF_FACT[kind].word else None


KEYS = frozenset({"geoid", "request", "agreement", "step_id", "measure", "event", "key"})
"""Columns that only name a fact."""
