"""Numbered source notes: one number for each source, in the order in which a page cites them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from jurisdictions.read.rows import CitationRow, SourceRow


class Cited(Protocol):
    """A row of any kind that rests on sources."""

    @property
    def citations(self) -> tuple[CitationRow, ...]:
        """What supports it, and what says otherwise."""
        ...


@dataclass(frozen=True, slots=True)
class Note:
    """One citation of one fact, under the number of its source."""

    number: int
    citation: CitationRow


@dataclass(frozen=True, slots=True)
class Notes:
    """The sources of a page, numbered."""

    sources: tuple[SourceRow, ...]

    def of(self, fact: Cited) -> tuple[Note, ...]:
        """The citations of a fact with their numbers, those that support it first."""
        numbers = {source.key: number for number, source in enumerate(self.sources, 1)}
        ordered = sorted(fact.citations, key=lambda citation: citation.contradicts)
        return tuple(Note(numbers[one.source.key], one) for one in ordered)

    @property
    def numbered(self) -> list[tuple[int, SourceRow]]:
        """Number and source, first to last."""
        return list(enumerate(self.sources, 1))


def notes_of(facts: Iterable[Cited]) -> Notes:
    """Number the sources of the facts, in the order in which the facts are given."""
    sources = {
        citation.source.key: citation.source for fact in facts for citation in fact.citations
    }
    return Notes(tuple(sources.values()))
