"""Tables that say in words what their codes say: after each coded column a label, by choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.tables import Column, ColumnKind, Sheet, Table, Value
from jurisdictions.render.words.labels import (
    KINDS,
    LABELS,
    label,
    vocabularies_of,
    word_label,
)
from jurisdictions.render.words.own_labels import own

LABEL = "_label"
"""How the column ends that has what people call the word in the column before it."""
PUT_RIGHT = {"corrected": _("Corrected"), "retracted": _("Retracted")}
CAME = {
    "recorded": _("Recorded"),
    "corrected": _("Corrected"),
    "moved": _("Moved in its thread"),
    "disputed": _("Another source weighed"),
    "retracted": _("Retracted"),
}
OPEN: Mapping[str, Mapping[str, str]] = {
    "metric": own("METRICS"),
    "what": PUT_RIGHT,
    "how": CAME,
}
"""Columns whose words are of no closed vocabulary, with their labels."""
HEADING = _("In words")
MEANING = _("What people call the word in the column before it, in the language of the file.")


@lru_cache(maxsize=64)
def labelled(table: Table) -> Table:
    """The same table with such a column after each whose words are of closed vocabularies."""
    return replace(table, columns=tuple(_with_labels(table)))


def labelled_sheet(sheet: Sheet) -> Sheet:
    """The same sheet with labels."""
    return replace(sheet, table=labelled(sheet.table))


def _with_labels(table: Table) -> Iterator[Column]:
    own = {column.name: column for column in table.columns}
    for column in table.columns:
        yield column
        name = f"{column.name}{LABEL}"
        if column.kind is ColumnKind.WORD and name not in own and (told := _told(column, own)):
            yield Column(name, HEADING, MEANING, value=told)


def _told(column: Column, beside: Mapping[str, Column]) -> Callable[[Any], Value] | None:
    """What takes the label from a row; None for a column that another one puts into words."""
    take = _taker(column)
    if column.name == "word" and "fact" in beside:
        fact = _taker(beside["fact"])
        return lambda row: _word_of(str(fact(row)), take(row))
    if column.name == "kind" and not column.words:
        return lambda row: _open(KINDS, take(row))
    if column.name in OPEN:
        labels = OPEN[column.name]
        return lambda row: _open(labels, take(row))
    if not column.words:
        return None
    words = _known(column.words)
    return lambda row: _said(words, take(row))


def _taker(column: Column) -> Callable[[Any], Value]:
    return column.value or attrgetter(column.name)


def _word_of(fact: str, word: Value) -> str:
    """The label of a fact's word: one word says something else of another kind of fact."""
    kind = fact.partition(":")[0]
    return word_label(kind, str(word)) if word and vocabularies_of(kind) else ""


def _open(labels: Mapping[str, str], value: Value) -> str:
    """The label of a word that a record may use beside others; one that is not known as it is."""
    return gettext(labels[str(value)]) if str(value) in labels else str(value or "")


def _known(vocabularies: Sequence[type[StrEnum]]) -> dict[str, StrEnum]:
    """The words that have a label; of a word of two vocabularies the first's."""
    found: dict[str, StrEnum] = {}
    for vocabulary in vocabularies:
        for word in vocabulary:
            if vocabulary in LABELS:
                found.setdefault(word.value, word)
    return found


def _said(words: dict[str, StrEnum], value: Value) -> str:
    word = words.get(str(value)) if value else None
    return label(word) if word is not None else ""
