"""The glossary: every word that the tracker answers with, and the words of the field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from jurisdictions.publish.members import dimensions_of
from jurisdictions.render.programs import part_of
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


def glossary_sections(program: str) -> list[Section]:
    """A program's statuses, the words of each dimension, its terms, in the reader's language.

    Raise KeyError for a slug that is no program's.
    """
    said = part_of(program, "glossary")
    swatched = getattr(said, "SWATCHED", {"status", *dimensions_of(program)})
    terms = getattr(said, "FIELD_TERMS", ())
    parts = [("status", _("Statuses"), said.STATUS_TEXTS)]
    parts += [(name, _(title), texts) for name, title, texts in said.DIMENSION_TEXTS]
    return [
        *(_words(name, title, dict(texts), name in swatched) for name, title, texts in parts),
        Section(
            "terms",
            _("Terms of the field"),
            tuple(Entry(f"term-{key}", _(title), _(text)) for key, title, text in terms),
        ),
    ]


def _words(dimension: str, title: str, texts: dict[StrEnum, str], swatched: bool) -> Section:
    entries = tuple(
        Entry(
            f"{dimension}-{word}",
            label(word),
            _(text),
            f"{dimension}-{word}" if swatched else "",
        )
        for word, text in texts.items()
    )
    return Section(dimension, title, entries)
