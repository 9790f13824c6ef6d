"""What the home shows: every program that has an edition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurisdictions.read.editions import living_first
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import EditionRow, ProgramRow


@dataclass(frozen=True, slots=True)
class Card:
    """A program, its newest edition, and the way to its pages."""

    program: ProgramRow
    edition: EditionRow
    map: str
    list: str
    policy: str
    data: str

    @property
    def record_from(self) -> date | None:
        """The first day that the record tells of."""
        return self.edition.record_from

    @property
    def record_to(self) -> date | None:
        """The last day that the record tells of."""
        return self.edition.record_to


def home_context(language: str) -> dict[str, object]:
    """What home/page.html reads: the programs, the one whose record reaches furthest first."""
    cards = [
        Card(program, edition, *(path_of(program.slug, page) for page in PAGES))
        for program, edition in living_first(language)
    ]
    return {"cards": cards}


PAGES = ("map", "places", "policy", "data")
"""The pages to which a card leads, in the order of its fields."""
