"""Numbered source notes: one number for each source, in the order in which a page cites them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class Notes:
    """The sources of a page, or of a part of it, numbered from `first` on."""

    sources: tuple[SourceRow, ...]
    first: int = 1

    def of(self, fact: Cited) -> tuple[Note, ...]:
        """The citations of a fact with their numbers, those that support it first."""
        ordered = sorted(fact.citations, key=lambda citation: citation.contradicts)
        return tuple(Note(self._numbers[one.source.key], one) for one in ordered)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The number of each source by its key: a page asks for scores of facts."""
        return {source.key: number for number, source in self.numbered}

    @property
    def numbered(self) -> list[tuple[int, SourceRow]]:
        """Number and source, first to last."""
        return list(enumerate(self.sources, self.first))


def notes_of(facts: Iterable[Cited], first: int = 1) -> Notes:
    """Number the sources of the facts from `first` on, in the order in which they are given."""
    sources = {
        citation.source.key: citation.source for fact in facts for citation in fact.citations
    }
    return Notes(tuple(sources.values()), first)
