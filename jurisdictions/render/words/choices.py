"""The words that a form offers, each with its label and a line that says what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext

from jurisdictions.render.words.labels import label
from jurisdictions.render.words.own_labels import effect_texts, own
from jurisdictions.status.vocabulary import Instrument


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed vocabulary; `meaning` is empty where the label says it all."""

    value: str
    label: str
    meaning: str = ""


Meanings = Mapping[StrEnum, str]


def choices_of(words: type[StrEnum]) -> list[Choice]:
    """The words of a vocabulary, the usual ones first; what a federal act does is told with it."""
    told: Mapping[type[StrEnum], Meanings] = own("MEANINGS", "choices")
    if words in told:
        meanings = told[words].items()
        return [Choice(word.value, label(word), gettext(text)) for word, text in meanings]
    effects = effect_texts(words)
    return [Choice(word.value, label(word), effects.get(word, "")) for word in words]


def instrument_choices() -> list[Choice]:
    """The forms that an act may have had, by their labels in the reader's language."""
    return sorted(choices_of(Instrument), key=lambda choice: choice.label.casefold())
