"""Sources, and what they are cited for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop as _

from jurisdictions.read.rows import CitationRow, FactRow
from jurisdictions.render.files.tables import Column, ColumnKind, Table, Value
from jurisdictions.status.vocabulary import SourceKind

DATE, INTEGER, BOOLEAN = ColumnKind.DATE, ColumnKind.INTEGER, ColumnKind.BOOLEAN


@dataclass(frozen=True, slots=True)
class FactCitation:
    """A fact's public name and one citation of it."""

    fact: str
    citation: CitationRow


def citations_of(facts: Iterable[FactRow]) -> list[FactCitation]:
    """Every citation of the facts, in their order."""
    return [FactCitation(fact.name, citation) for fact in facts for citation in fact.citations]


def _source(field: str) -> Callable[[Any], Value]:
    def value(row: FactCitation) -> Value:
        found: Value = getattr(row.citation.source, field)
        return found

    return value


def _citation(field: str) -> Callable[[Any], Value]:
    def value(row: FactCitation) -> Value:
        found: Value = getattr(row.citation, field)
        return found

    return value


def _described(take: Callable[[str], Callable[[Any], Value] | None]) -> tuple[Column, ...]:
    """What is said of a source; `take` finds a field of it in the row."""
    return (
        Column("title", _("Title"), _("Title of the source."), value=take("title")),
        Column("publisher", _("Publisher"), _("Who published it."), value=take("publisher")),
        Column(
            "published_on",
            _("Published"),
            _("When it was published, as precise as is known."),
            DATE,
            take("published_on"),
        ),
        Column("url", _("Address"), _("Address of the original; empty: none."), value=take("url")),
    )


def _kept(take: Callable[[str], Callable[[Any], Value] | None]) -> tuple[Column, ...]:
    """Where else a source is found, and in which language it is."""
    return (
        Column(
            "archive_url",
            _("Archived"),
            _("Address of a copy in the Internet Archive; empty: none is known."),
            value=take("archive_url"),
        ),
        Column(
            "language",
            _("Language"),
            _("Language of the source (BCP 47); empty: nobody has said."),
            value=take("language"),
        ),
    )


KEY = _("Key of the source; it never changes.")

SOURCES = Table(
    "sources",
    _("Sources"),
    (
        Column("key", _("Key"), KEY),
        *_described(lambda field: None),
        Column("cited", _("Facts"), _("How often facts cite it."), INTEGER),
        Column(
            "kind",
            _("Sort of source"),
            _("What sort of source it is; empty: nobody has said."),
            ColumnKind.WORD,
            words=(SourceKind,),
        ),
        *_kept(lambda field: None),
        Column(
            "vanished_on",
            _("Nothing there since"),
            _("Since when nothing is found at its address any more; empty: not that we know."),
            DATE,
        ),
    ),
)
CITATIONS = Table(
    "citations",
    _("Citations"),
    (
        Column("fact", _("Fact"), _("Public name of the fact; it never changes.")),
        Column("source", _("Source"), KEY, value=_source("key")),
        *_described(_source),
        Column(
            "contradicts",
            _("Contradicts"),
            _("Whether the source says otherwise on one field of the fact."),
            BOOLEAN,
            _citation("contradicts"),
        ),
        Column("field", _("Field"), _("The field in dispute."), value=_citation("field")),
        Column("recorded", _("Recorded"), _("What the record holds."), value=_citation("recorded")),
        Column("said", _("Said"), _("What the source says."), value=_citation("said")),
        Column("locator", _("Where"), _("Page or section."), value=_citation("locator")),
        Column("note", _("Note"), _("What is to be known about it."), value=_citation("note")),
        Column(
            "adjudication",
            _("Adjudication"),
            _("Why the recorded value stands, once looked into."),
            value=_citation("adjudication"),
        ),
        *_kept(_source),
        Column(
            "quote",
            _("Words quoted"),
            _("The words of the source that say so, in its language; empty: none."),
            value=_citation("quote"),
        ),
    ),
)
