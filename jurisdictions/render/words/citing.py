"""The facts that rest on a source, each with the place it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jurisdictions.read.rows import CitationRow, FactRow, PlaceRow


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact, how the source is cited for it, and its place; None for the nation."""

    fact: FactRow
    citation: CitationRow
    place: PlaceRow | None


def cited_facts(facts: Iterable[FactRow], key: str, places: Mapping[str, PlaceRow]) -> list[Cited]:
    """One row for each citation of the source with that key."""
    return [
        Cited(fact, citation, places.get(fact.geoid))
        for fact in facts
        for citation in fact.citations
        if citation.source.key == key
    ]
