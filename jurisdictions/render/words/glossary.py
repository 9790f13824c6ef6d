"""The glossary: every word that the tracker answers with, and the words of the field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from jurisdictions.render.words.glossary_texts import DIMENSION_TEXTS, FIELD_TERMS, STATUS_TEXTS
from jurisdictions.render.words.labels import label


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, its anchor, its meaning; `css` is the class of its swatch, empty for none."""

    anchor: str
    title: str
    text: str
    css: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the entries below it."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]


SWATCHED = {"status", "position", "agreement", "objection"}


def glossary_sections() -> list[Section]:
    """Statuses, the words of each dimension, the terms of the field, in the reader's language."""
    return [
        _words("status", _("Statuses"), dict(STATUS_TEXTS)),
        *(_words(dimension, _(title), texts) for dimension, title, texts in DIMENSION_TEXTS),
        Section(
            "terms",
            _("Terms of the field"),
            tuple(Entry(f"term-{key}", _(title), _(text)) for key, title, text in FIELD_TERMS),
        ),
    ]


def _words(dimension: str, title: str, texts: dict[StrEnum, str]) -> Section:
    entries = tuple(
        Entry(
            f"{dimension}-{word}",
            label(word),
            _(text),
            f"{dimension}-{word}" if dimension in SWATCHED else "",
        )
        for word, text in texts.items()
    )
    return Section(dimension, title, entries)
