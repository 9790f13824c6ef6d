"""The codebook of a package: every word of every vocabulary in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.codebook import word_meaning
from jurisdictions.render.files.tables import Column, Table
from jurisdictions.render.words.labels import LABELS, METRICS, UNITS
from jurisdictions.render.words.method import AGREEMENT_STEPS, EFFECTS, OPT_OUT_STEPS
from jurisdictions.status.programs.secure_communities import vocabulary as words
from jurisdictions.status.vocabulary import Instrument, PlaceKind

VOCABULARIES: Mapping[type[StrEnum], str] = {
    words.Status: "status",
    words.Position: "position",
    words.AgreementStanding: "agreement",
    words.AgreementRecord: "agreement_record",
    words.ActivationStanding: "activation",
    words.Objection: "objection",
    words.LocalLimits: "local_limits",
    words.Effect: "effect",
    words.AgreementStepKind: "agreement_step",
    words.AgreementBasis: "agreement_basis",
    words.OptOutStepKind: "opt_out_step",
    words.MeasureKind: "measure_kind",
    words.MeasureOutcome: "outcome",
    words.DateBasis: "date_basis",
    PlaceKind: "place_kind",
    Instrument: "instrument",
}
"""The closed vocabularies and what the codebook calls them."""
OPEN: Mapping[str, Mapping[str, str]] = {"metric": METRICS, "unit": UNITS}
"""Words that have a label, among others that a record may use."""


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


def codebook_words() -> Iterator[Word]:
    """Every word, vocabulary by vocabulary."""
    for vocabulary, name in VOCABULARIES.items():
        for word in vocabulary:
            yield Word(name, word, *_twice(LABELS[vocabulary][word]), *_meaning(word))
    for name, labels in OPEN.items():
        for text, label in labels.items():
            yield Word(name, text, *_twice(label), "", "")


def _twice(text: str) -> tuple[str, str]:
    with override("en"):
        english = gettext(text)
    with override("es"):
        return english, gettext(text)


def _meaning(word: StrEnum) -> tuple[str, str]:
    with override("en"):
        english = _said_of(word)
    with override("es"):
        return english, _said_of(word)


def _said_of(word: StrEnum) -> str:
    """What the glossary says of it, else what the methodology says that it does to the rule."""
    does = (m for m in (*EFFECTS, *AGREEMENT_STEPS, *OPT_OUT_STEPS) if m.word is word)
    found = next(does, None)
    return word_meaning(word) or (str(found.text) if found else "")
