"""The English that people read is spelled as in the United States: messages, facts, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

from tests.stories.record import shipped

ROOT = Path(settings.BASE_DIR)
BRITISH = re.compile(
    r"\b(?:"
    r"(?:mis)?(?:colour|honour|favour|neighbour|behaviour|labour|harbour|endeavour|rumour)\w*|"
    r"\w*(?:cancell|travell|labell|modell|signall|counsell)(?:ed|ing|ers?)|"
    r"(?:un)?(?:summar|organ|recogn|author|critic|normal|minim|maxim|general|capital|emphas|"
    r"apolog|util|standard|categor|initial|local|visual|optim|memor|real|anonym|penal|final|"
    r"apprec|special|central|legal|public|synchron|natural)is(?:e|es|ed|er|ers|ing|ation|ations)|"
    r"licences?|licenced|(?:epi)?centres?|centred|defences?|offences?|pretences?|catalogues?|"
    r"dialogues|analogues?|grey\w*|judgements?|programmes?|whilst|amongst|towards|learnt|spelt|"
    r"fulfil|fulfils|enrolments?|instalments?|practis\w+|analys(?:e|ed|es|ing)|cheques?|"
    r"sceptic\w*|ageing|artefacts?|acknowledgements?|moult\w*|plough\w*|storeys?"
    r")\b",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
# Code, addresses, and the title of the file that says so by name.
CODE = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|<[^>]*>", re.DOTALL)
FACTS = (
    *("agreements", "opt_outs", "local_measures", "policy_events"),
    *("reported_figures", "activations", "jurisdictions", "conflicting_citations"),
)
TEXTS = ("summary", "title", "note", "by", "to")
# Words of the law that are slugs: they never change, and stand here without code marks.
SLUGS = frozenset({"honoured"})


def british(text: str) -> list[str]:
    """The words of a text that American English spells otherwise."""
    return [word for word in BRITISH.findall(text) if word not in SLUGS]


def messages() -> Iterator[str]:
    """Every English message in use, its placeholders left out."""
    with (ROOT / "locale/es/LC_MESSAGES/django.po").open("rb") as file:
        for message in read_po(file, locale="es"):
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            yield from (PLACEHOLDER.sub("", form) for form in forms)


def documents() -> list[Path]:
    """What people read beside the code."""
    return [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md")), *ROOT.glob("*/data/**/*.md")]


def test_the_words_that_the_test_looks_for_are_found() -> None:
    said = "The neighbours' colour was honoured, summarised and cancelled under a licence"
    assert len(BRITISH.findall(said)) == 6
    assert british("wise, precise, otherwise, exercise, promise, advise, analysis, raise") == []


def test_every_message_is_spelled_as_in_the_united_states() -> None:
    assert {text: british(text) for text in messages() if british(text)} == {}


@pytest.mark.parametrize("file", FACTS)
def test_every_sentence_of_a_fact_is_spelled_as_in_the_united_states(file: str) -> None:
    said = [row[column] for row in shipped(file) for column in TEXTS if row.get(column)]
    assert [text for text in said if british(text)] == []


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_every_document_is_spelled_as_in_the_united_states(path: Path) -> None:
    assert british(CODE.sub("", path.read_text(encoding="utf-8"))) == []
