"""What the home shows: every program that has an edition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.editions import living_first
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.program_reading import told_by
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
    lists: tuple[tuple[str, str], ...]

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
        Card(
            program,
            edition,
            **{name: path_of(program.slug, page) for name, page in PAGES.items()},
            lists=_lists(program.slug),
        )
        for program, edition in living_first(language)
    ]
    return {"cards": cards}


LISTS = {"agencies": noop("Agencies"), "agreements": noop("Agreements")}
"""Lists that not every program has."""


def _lists(slug: str) -> tuple[tuple[str, str], ...]:
    """The title and the address of each that the program has."""
    return tuple(
        (_(title), path_of(slug, page)) for page, title in LISTS.items() if told_by()[page] == slug
    )


PAGES = {"map": "map", "list": "places", "policy": "policy", "data": "data"}
"""The pages to which a card leads, by the name of its field."""
