"""An agency and an agreement as every list, file and answer shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.agreements import strength
from jurisdictions.status.programs.section_287g.facts import AgencyAgreement
from jurisdictions.status.programs.section_287g.terms import Term
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    Basis,
    Ending,
    Matched,
    Model,
    Strongest,
    Sureness,
)


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """A law enforcement body: `agency` its lasting id, `state` a two-letter code.

    `aliases` are other spellings on lists, `geoids` the places that it serves, none where these
    were not found; `matched` and `sure` say how they were.
    """

    agency: str
    name: str
    aliases: tuple[str, ...]
    state: str
    state_geoid: str
    level: AgencyLevel
    kind: AgencyKind
    reach: AgencyReach
    geoids: tuple[str, ...]
    matched: Matched
    sure: Sureness
    note: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A signed agreement, with its agency; `fact` is what the rule reads of it.

    `term` are the days on which it is in force, None for one that never is. `until` is the day on
    which it ended, as precisely as it is known, None while it stands.
    """

    agreement: str
    agency: AgencyRow
    fact: AgencyAgreement
    term: Term | None
    ended: date | None
    until: PartialDate | None
    moa_url: str
    ending_source: str
    note: str

    @property
    def model(self) -> Model:
        """What it lets officers do."""
        return self.fact.model

    @property
    def signed(self) -> date | None:
        """The first day on which it may have been signed; None where that is not known."""
        return self.fact.signed_on.first_day if self.fact.signed_on else None

    @property
    def strength(self) -> Strongest:
        """How its model counts among others."""
        return strength(self.fact.model)

    @property
    def ending(self) -> Ending | None:
        """How it ended, as far as is on record."""
        return self.fact.ending

    @property
    def basis(self) -> Basis:
        """What it is known from."""
        return self.fact.basis

    def in_force(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return self.term is not None and self.term.covers(day)

    def listed(self, day: date) -> bool:
        """Whether a list of ICE's of that day shows it."""
        first, last, gone = self.fact.listed_from, self.fact.listed_until, self.fact.missing_from
        return (
            first is not None
            and first.first_day <= day
            and (last is None or day <= last.last_day)
            and (gone is None or day < gone.first_day)
        )


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list of ICE's in hand: its day and how many rows it has."""

    listed_on: date
    rows: int
