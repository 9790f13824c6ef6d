"""The codebook: every column of some tables with its meaning, and every word with its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.tables import Column, Sheet, Table
from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.flags import flag_rules
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.sureness import TEXTS
from jurisdictions.status.programs import packages


@dataclass(frozen=True, slots=True)
class CodebookRow:
    """A column, or one word that may stand in it."""

    sheet: str
    column: str
    kind: str
    word: str
    label: str
    meaning: str


CODEBOOK = Table(
    "codebook",
    _("Codebook"),
    (
        Column("sheet", _("Sheet"), _("The sheet that the column is in.")),
        Column("column", _("Column"), _("The name of the column.")),
        Column("kind", _("Kind of values"), _("What the values of the column are.")),
        Column("word", _("Word"), _("A word that may stand in the column.")),
        Column("label", _("Label"), _("What people call it.")),
        Column("meaning", _("Meaning"), _("What it means.")),
    ),
)


def codebook_rows(sheets: Iterable[Sheet]) -> list[CodebookRow]:
    """The columns of the sheets, each followed by the words of its vocabulary."""
    return [
        row
        for sheet in sheets
        for column in sheet.table.columns
        for row in _column_rows(sheet.name, column)
    ]


def _column_rows(sheet: str, column: Column) -> list[CodebookRow]:
    first = CodebookRow(sheet, column.name, column.kind, "", column.title, column.explained)
    words = (word for vocabulary in column.words for word in vocabulary)
    return [
        first,
        *(
            CodebookRow(sheet, column.name, "", word.value, label(word), word_meaning(word))
            for word in words
        ),
    ]


def word_meaning(word: StrEnum) -> str:
    """What the glossary says of a word, in the reader's language; empty where it says nothing."""
    found = _meanings().get((type(word), word.value))
    return gettext(found) if found else ""


@cache
def _meanings() -> dict[tuple[type[StrEnum], str], str]:
    said = [part_of(program, "glossary") for program in packages()]
    texts = [part.STATUS_TEXTS for part in said]
    texts += [*TEXTS, *(flag_rules(program) for program in packages())]
    texts += [words for part in said for _dimension, _title, words in part.DIMENSION_TEXTS]
    return {(type(word), word.value): text for part in texts for word, text in part.items()}
