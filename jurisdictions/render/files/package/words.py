"""The codebook of a package: every word of every vocabulary in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.codebook import word_meaning
from jurisdictions.render.files.tables import Column, Table
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.labels import LABELS, UNITS
from jurisdictions.render.words.method import Meaning
from jurisdictions.render.words.own_labels import own_of
from jurisdictions.status.vocabulary import Instrument, PlaceKind

SHARED: Mapping[type[StrEnum], str] = {PlaceKind: "place_kind", Instrument: "instrument"}
"""The closed vocabularies that all programs have, and what the codebook calls them."""


class Word(NamedTuple):
    """A word with what people call it and what it means."""

    vocabulary: str
    word: str
    label: str
    label_es: str
    meaning: str
    meaning_es: str


WORDS = Table(
    "codebook",
    _("Codebook"),
    (
        Column("vocabulary", _("Vocabulary"), _("The list of words that it belongs to.")),
        Column("word", _("Word"), _("The word as it stands in the files.")),
        Column("label", _("Label"), _("What people call it.")),
        Column("label_es", _("In Spanish"), _("What people call it in Spanish.")),
        Column("meaning", _("Meaning"), _("What it means; empty where the label says it all.")),
        Column("meaning_es", _("In Spanish"), _("What it means, in Spanish.")),
    ),
)


def codebook_words(program: str) -> Iterator[Word]:
    """Every word of a program, vocabulary by vocabulary, then the metrics and units of figures."""
    offers = part_of(program, "offers")
    for vocabulary, name in {**offers.VOCABULARIES, **SHARED}.items():
        for word in vocabulary:
            yield Word(name, word, *_twice(LABELS[vocabulary][word]), *_meaning(word, offers.DOES))
    # Words that have a label, among others that a record may use.
    open_words = {"metric": own_of(program, "METRICS"), "unit": UNITS | own_of(program, "UNITS")}
    for name, labels in open_words.items():
        for text, label in labels.items():
            yield Word(name, text, *_twice(label), "", "")


def _twice(text: str) -> tuple[str, str]:
    with override("en"):
        english = gettext(text)
    with override("es"):
        return english, gettext(text)


def _meaning(word: StrEnum, does: Sequence[Meaning]) -> tuple[str, str]:
    with override("en"):
        english = _said_of(word, does)
    with override("es"):
        return english, _said_of(word, does)


def _said_of(word: StrEnum, does: Sequence[Meaning]) -> str:
    """What the glossary says of it, else what the methodology says that it does to the rule."""
    found = next((one for one in does if one.word is word), None)
    return word_meaning(word) or (str(found.text) if found else "")
