"""Every word has a label, in both languages, and every status and standing has a colour."""

from __future__ import annotations

import csv
import re
from enum import StrEnum
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from jurisdictions.render.words.labels import LABELS, instrument_label, label, word_label
from jurisdictions.status import sureness, vocabulary
from jurisdictions.status.flags import raised
from jurisdictions.status.programs.section_287g import flags as flags_of_287g
from jurisdictions.status.programs.section_287g import vocabulary as section_287g
from jurisdictions.status.programs.secure_communities import flags as own_flags
from jurisdictions.status.programs.secure_communities import vocabulary as own_words
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStanding,
    Objection,
    Position,
    Status,
)

MODULES = (vocabulary, own_words, section_287g, sureness, raised, own_flags, flags_of_287g)
VOCABULARIES = [
    found
    for module in MODULES
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, StrEnum) and found is not StrEnum
]
WORDS = [word for words in VOCABULARIES for word in words]
COLOURED = [
    *(f"--status-{word}" for word in Status),
    *(f"--agreement-{word}" for word in AgreementStanding),
    *(f"--objection-{word}" for word in Objection),
    *(f"--position-{word}" for word in Position),
]


def test_no_vocabulary_is_without_labels() -> None:
    assert set(LABELS) == set(VOCABULARIES)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{type(word).__name__}-{word}")
def test_every_word_has_a_label(language: str, word: StrEnum) -> None:
    with translation.override(language):
        assert label(word)


def test_a_fact_is_named_by_its_step_and_an_activation_by_its_kind() -> None:
    assert word_label("opt_out", "refused") == "Request refused"
    assert word_label("activation", "") == "Activation"
    assert word_label("reported_figure", "removals") == "Removals"


@pytest.mark.parametrize("token", COLOURED)
def test_every_word_that_is_drawn_has_a_colour_in_light_and_dark(token: str) -> None:
    css = (Path(settings.BASE_DIR) / "static/css/swatches.css").read_text()
    light, dark = css.split("@media screen and (prefers-color-scheme: dark)")
    for scheme in (light, dark):
        assert re.search(rf"{re.escape(token)}: #[0-9a-f]{{6}};", scheme)


@pytest.mark.parametrize("token", COLOURED)
def test_every_word_that_is_drawn_has_a_swatch(token: str) -> None:
    css = (Path(settings.BASE_DIR) / "static/css/swatches.css").read_text()
    assert f".{token.removeprefix('--')} {{\n  --swatch: var({token});" in css


def test_every_form_of_an_act_that_is_shipped_has_words() -> None:
    folders = Path(settings.BASE_DIR, "jurisdictions", "data")
    written = {
        row["instrument"]
        for file in folders.glob("*/*.csv")
        for row in csv.DictReader(StringIO(file.read_text(encoding="utf-8"), newline=""))
        if row.get("instrument")
    }
    assert {"statute", "executive-order", "letter"} <= written
    assert {one for one in written if instrument_label(one) == one} == set()
    assert instrument_label("executive-order") == instrument_label("executive order")
    assert instrument_label("smoke-signal") == "smoke-signal"
