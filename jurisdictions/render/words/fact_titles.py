"""A fact in one line, told from its cells: "Opt-out requested, May 18, 2010"."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language, gettext

from jurisdictions.gazetteer.spanish_names import spanish_name
from jurisdictions.read.languages import SPANISH
from jurisdictions.render.words.days import by_text, date_text
from jurisdictions.render.words.fact_days import known_by_words
from jurisdictions.render.words.labels import KINDS, vocabularies_of, word_label
from jurisdictions.status.dates import NotADate, PartialDate
from jurisdictions.status.kinds import KINDS_OF_FACT
from jurisdictions.status.vocabulary import PlaceKind

Cells = Mapping[str, str]
SHARED_KINDS = {"source": "Source", "jurisdiction": "Jurisdiction", "agency": "Agency"}
"""The kinds that are no story of a place; these words stand in the catalogue already."""


def fact_title(kind: str, cells: Cells) -> str:
    """What it is and when; the kind alone for a fact that says neither."""
    said = _said(kind, cells) or kind_text(kind)
    day = _day(kind, cells)
    return f"{said}, {day}" if day else said


def kind_text(kind: str) -> str:
    """What a kind of fact is called."""
    return gettext(KINDS.get(kind) or SHARED_KINDS[kind])


def _said(kind: str, cells: Cells) -> str:
    if kind == "jurisdiction" and get_language() == SPANISH:
        return _spanish_place(cells)
    if named := _text(cells, "title") or _text(cells, "name"):
        return named
    word = cells.get(KINDS_OF_FACT[kind].word, "")
    if kind == "reported_figure":
        return word_label(kind, word)
    known = {one.value for vocabulary in vocabularies_of(kind) for one in vocabulary}
    return word_label(kind, word) if word in known else ""


def _spanish_place(cells: Cells) -> str:
    """A place as the headings of its page have it: "Condado de Harris"."""
    is_state = cells.get("kind") == PlaceKind.STATE
    return spanish_name(cells.get("name", ""), cells.get("name_es", ""), is_state=is_state).title


def _text(cells: Cells, column: str) -> str:
    """What a column says in the reader's language, where the record has it in that."""
    spanish = get_language() == SPANISH and cells.get(f"{column}_es", "")
    return spanish or cells.get(column, "")


def _day(kind: str, cells: Cells) -> str:
    try:
        when = PartialDate.parse(cells.get(KINDS_OF_FACT[kind].day, ""))
    except NotADate:
        return ""
    bases = {cells.get("basis"), cells.get("date_basis"), cells.get("step")}
    return by_text(when) if bases & known_by_words(kind) else date_text(when)
