"""The codebook: every column of some tables with its meaning, and every word with its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.tables import Column, Sheet, Table
from jurisdictions.render.words.glossary_texts import DIMENSION_TEXTS, STATUS_TEXTS
from jurisdictions.render.words.labels import label


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
    found = _meanings().get((type(word).__name__, word.value))
    return gettext(found) if found else ""


@lru_cache(maxsize=1)
def _meanings() -> dict[tuple[str, str], str]:
    texts = [STATUS_TEXTS, *(texts for _dimension, _title, texts in DIMENSION_TEXTS)]
    return {
        (type(word).__name__, word.value): text for part in texts for word, text in part.items()
    }
