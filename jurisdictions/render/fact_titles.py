"""A fact in one line, told from its cells: "Opt-out requested, May 18, 2010"."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language, gettext

from jurisdictions.render.days import by_text, date_text
from jurisdictions.render.fact_days import KNOWN_BY
from jurisdictions.render.labels import KINDS, WORDS, word_label
from jurisdictions.status.dates import NotADate, PartialDate

Cells = Mapping[str, str]
WORD_OF = {"agreement": "step", "opt_out": "step", "local_measure": "kind"}
DAY_OF = {"activation": "activated_on", "reported_figure": "as_of", "source": "published_on"}
"""The column of a kind's day, where it is not "on"."""
SHARED_KINDS = {"source": "Source", "jurisdiction": "Jurisdiction"}
"""The kinds that are no story of a place; both words stand in the catalogue already."""


def fact_title(kind: str, cells: Cells) -> str:
    """What it is and when; the kind alone for a fact that says neither."""
    said = _said(kind, cells) or kind_text(kind)
    day = "" if kind == "jurisdiction" else _day(kind, cells)
    return f"{said}, {day}" if day else said


def kind_text(kind: str) -> str:
    """What a kind of fact is called."""
    return gettext(KINDS.get(kind) or SHARED_KINDS[kind])


def _said(kind: str, cells: Cells) -> str:
    if kind == "jurisdiction":
        return _text(cells, "name")
    if kind == "reported_figure":
        return word_label(kind, cells.get("metric", ""))
    word = cells.get(WORD_OF.get(kind, ""), "")
    if word and word in {known.value for known in WORDS[kind]}:
        return word_label(kind, word)
    return _text(cells, "title")


def _text(cells: Cells, column: str) -> str:
    """What a column says in the reader's language, where the record has it in that."""
    spanish = get_language() == "es" and cells.get(f"{column}_es", "")
    return spanish or cells.get(column, "")


def _day(kind: str, cells: Cells) -> str:
    try:
        when = PartialDate.parse(cells.get(DAY_OF.get(kind, "on"), ""))
    except NotADate:
        return ""
    bases = {cells.get("basis"), cells.get("date_basis"), cells.get("step")}
    return by_text(when) if bases & KNOWN_BY else date_text(when)
