"""Cells of a fact as people read them: what a column is called, and what a cell says."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.record import cells
from jurisdictions.record.kinds import KINDS
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.labels import instrument_label, label, unit_label, word_label
from jurisdictions.render.words.own_labels import own
from jurisdictions.status.dates import NotADate, PartialDate
from jurisdictions.status.kinds import KINDS_OF_FACT

COLUMNS: dict[str, str] = {
    "geoid": _("Place, by its Census code"),
    "activated_on": _("Sharing began"),
    "deactivated_on": _("Sharing stopped"),
    "ended_on": _("Ended"),
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
    "reason": _("Why it differs"),
    "flag": _("Flag"),
    "source": _("Source"),
    "locator": _("Where in the source"),
    "quote": _("Words quoted"),
    "archive_url": _("Address in the Internet Archive"),
    "language": _("Language"),
    "key": _("Key"),
    "publisher": _("Publisher"),
    "published_on": _("Published"),
    "url": _("Web address"),
    "vanished_on": _("Nothing there since"),
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
    "validity_source": _("Source of these dates"),
    "field": _("On what"),
    "said": _("What the other source says"),
    "recorded": _("What the record has"),
    "adjudication": _("Why the recorded value stands"),
}
IN_KIND: dict[tuple[str, str], str] = {("explanation", "summary"): _("Explanation")}
"""By kind and column, where the column is called otherwise than in other kinds."""

COLUMNS |= own("COLUMNS")
IN_KIND |= own("IN_KIND")
NAMING = (cells.source, cells.some_source, cells.agency, cells.some_agency, cells.agreement)
"""How columns are read that name something else by its key."""
BAR = "|"
"""What stands between names, places and headings of one cell."""
IN_BARS = frozenset({"aliases", "columns", "geoids", "predecessors", "successors"})


def column_text(column: str, kind: str = "") -> str:
    """What a column is called, as a heading; that of a Spanish text says so."""
    english = column.removesuffix("_es")
    known = IN_KIND.get((kind, english)) or COLUMNS.get(english)
    said = gettext(known) if known else english
    return said if english == column else gettext("%(column)s, in Spanish") % {"column": said}


def cell_text(kind: str, column: str, cell: str, named: Mapping[str, str] | None = None) -> str:
    """What a cell says; `named` are titles by key: of sources, agencies and agreements.

    A cell that cannot be read says itself.
    """
    read = _reader(kind, column)
    if read is cells.day:
        return _day(cell)
    if read in NAMING and named:
        return named.get(cell, cell)
    if column in IN_BARS:
        return cell.replace(BAR, "; ")
    if read in {cells.whole, cells.count} and cell.lstrip("-").isdecimal():
        return number_text(int(cell))
    return _word(kind, column, cell) if cell else ""


def names_the_fact(kind: str, column: str) -> bool:
    """Whether a column only names the fact, or the place that it is about."""
    about = KINDS_OF_FACT[kind]
    return column in {"geoid", "step_id", about.thread} or (column,) == about.keyed_by


def _reader(kind: str, column: str) -> object:
    """How the record reads the column of a kind; the day of a contradiction is none of it."""
    return next((one.read for one in KINDS[kind].columns if one.name == column), None)


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
    try:
        if column == KINDS_OF_FACT[kind].word:
            return word_label(kind, cell)
        read = _reader(kind, column)
        return label(read.words(cell)) if isinstance(read, cells.WordOf) else cell
    except ValueError:
        return cell
