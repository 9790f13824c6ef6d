"""The field of one column, in the words of its question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf
from jurisdictions.record import cells
from jurisdictions.record.columns import Column
from jurisdictions.render.words.choices import Choice, choices_of, instrument_choices
from jurisdictions.render.words.labels import metrics_here, unit_label, units_here, word_label
from jurisdictions.render.words.languages import LANGUAGES_OF_SOURCES, language_text
from jurisdictions.web.desk.forms.asks import Ask
from jurisdictions.web.desk.forms.fields import (
    ArchiveAddress,
    Line,
    Listed,
    Names,
    Number,
    Sentences,
    WebAddress,
    Word,
    WrittenDate,
)
from jurisdictions.web.desk.forms.offered import Offered
from jurisdictions.web.desk.forms.served import Served

BY_READER: Mapping[object, type[forms.Field]] = {
    cells.day: WrittenDate,
    cells.whole: Number,
    cells.count: Number,
    cells.address: WebAddress,
    cells.archive_address: ArchiveAddress,
}
"""Which field takes what a column's reader reads; any other text is a line."""


@dataclass(frozen=True, slots=True)
class Around:
    """What fields read of the record: the edition, the state of the form, what columns may name."""

    as_of: AsOf
    state: str
    offered: Offered


def field_of(
    column: Column, ask: Ask, now: Mapping[str, str], around: Around | None = None
) -> forms.Field:
    """The field that asks for a column; `now` holds what the record has.

    A source has nothing `around` it.
    """
    said: dict[str, Any] = {
        "label": ask.label,
        "help_text": ask.help,
        "required": is_needed(ask, now),
        "error_messages": {"required": missing()},
    }
    if column.name in {"aliases", "predecessors", "successors"}:
        return Names(**said)
    if around and column.read is cells.places:
        return Served(as_of=around.as_of, state=around.state, **said)
    if around and column.name in around.offered:
        return Listed(offered=around.offered[column.name], kept=now.get(column.name, ""), **said)
    if column.name in LISTS:
        return Listed(offered=LISTS[column.name](), kept=now.get(column.name, ""), **said)
    if isinstance(column.read, cells.WordOf):
        said["error_messages"] = {"required": _("Choose one.")}
        return Word(offered=choices_of(column.read.words), **said)
    text = Sentences if ask.long else Line
    return BY_READER.get(column.read, text)(**said)


def is_needed(ask: Ask, now: Mapping[str, str]) -> bool:
    """Whether the question must be answered: not where the record itself has no answer."""
    return ask.needed and not (now and not now.get(ask.column))


def missing() -> str:
    """What is said of a question that must be answered."""
    return _("This is needed.")


def _metrics() -> list[Choice]:
    return [Choice(metric, word_label("reported_figure", metric)) for metric in metrics_here()]


def _units() -> list[Choice]:
    return [Choice(unit, unit_label(unit)) for unit in units_here()]


def _languages() -> list[Choice]:
    return [Choice(tag, language_text(tag)) for tag in LANGUAGES_OF_SOURCES]


LISTS = {
    "language": _languages,
    "instrument": instrument_choices,
    "metric": _metrics,
    "unit": _units,
}
"""Columns that are free text in the record and of which the form offers the known words."""
