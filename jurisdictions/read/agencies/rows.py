"""Agencies, agreements, applications and laws as every page, list, file and answer shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurisdictions.read.rows import CitationRow, StoodRow
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import smallest_around
from jurisdictions.status.programs.section_287g import facts
from jurisdictions.status.programs.section_287g.absences import absent_on, doubted
from jurisdictions.status.programs.section_287g.terms import Term, after, end_of, term_of
from jurisdictions.status.programs.section_287g.vocabulary import Matched, Sureness


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """A law enforcement body; `state` is the two-letter code, `fact` the number of its fact.

    `aliases` are its other spellings, `places` the geoids it serves, none where these were not
    found; `matched` and `sure` say how they were.
    """

    own: facts.Agency
    title: str
    aliases: tuple[str, ...]
    state: str
    places: tuple[str, ...]
    matched: Matched
    sure: Sureness
    note: str
    fact: int

    @property
    def key(self) -> str:
        """Its id in addresses."""
        return self.own.agency

    @property
    def name(self) -> str:
        """Its public name as a fact."""
        return self.own.name

    @property
    def region(self) -> str:
        """Where it is told of and decided on: the smallest region that holds all it serves."""
        return smallest_around(self.places) if self.own.local and self.places else self.own.state


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One signed instrument; `agreement_row` makes it.

    `term` is None for one that was never in force. `ended` is the first day no longer in force as
    the rule counts it, `until` that day as precisely as it is known; None while it stands.
    `ending_source` is the key of the source of its end, where that has one of its own. `stood` is
    what ICE offered when it was signed, for the models that came and went.
    """

    own: facts.AgencyAgreement
    agency: AgencyRow
    url: str
    ending_source: str
    note: str
    term: Term | None
    ended: date | None
    until: PartialDate | None
    fact: int
    citations: tuple[CitationRow, ...] = ()
    stood: StoodRow | None = None

    @property
    def key(self) -> str:
        """Its id in addresses."""
        return self.own.name.partition(":")[2]

    @property
    def name(self) -> str:
        """Its public name as a fact."""
        return self.own.name

    @property
    def signed(self) -> date | None:
        """The first day on which it may have been signed; None where that is not known."""
        return self.own.signed_on.first_day if self.own.signed_on else None

    def in_force(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return self.term is not None and self.term.covers(day)

    def ended_by(self, day: date) -> bool:
        """Whether it has ended on or before the day."""
        return self.term is not None and self.term.end is not None and self.term.end <= day

    @property
    def doubted(self) -> date | None:
        """The list that lacks it, while nothing confirms that it is gone."""
        return doubted(self.own.absent)

    def listed(self, day: date) -> bool:
        """Whether a list of ICE's of that day shows it."""
        first, last, gone = self.own.listed_from, self.own.listed_until, self.own.missing_from
        return (
            first is not None
            and first.first_day <= day
            and (last is None or day <= last.last_day)
            and (gone is None or day < gone.first_day)
            and not absent_on(self.own.absent, day)
        )


def agreement_row(
    own: facts.AgencyAgreement,
    agency: AgencyRow,
    *,
    url: str,
    ending_source: str,
    note: str,
    fact: int,
) -> AgreementRow:
    """An agreement with its term. What is told of an end that is not known yet is not told."""
    ended, until = end_of(own)
    source = ending_source if until else ""
    return AgreementRow(own, agency, url, source, note, term_of(own), ended, until, fact)


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An agency on ICE's list of those that wait; `agency` is None for a name that is nobody's."""

    own: facts.Application
    agency: AgencyRow | None
    title: str
    fact: int
    citations: tuple[CitationRow, ...] = ()

    @property
    def name(self) -> str:
        """Its public name as a fact."""
        return self.own.name

    def pending(self, day: date) -> bool:
        """Whether it stands on a list on the day."""
        first, last = self.own.pending_from, self.own.pending_until
        return bool(first and first.first_day <= day and (last is None or day < after(last)))


@dataclass(frozen=True, slots=True)
class LawRow:
    """A law, order or directive of a state."""

    own: facts.StateLaw
    title: str
    summary: str
    sure: Sureness
    note: str
    fact: int
    citations: tuple[CitationRow, ...] = ()

    @property
    def name(self) -> str:
        """Its public name as a fact."""
        return self.own.name

    @property
    def on(self) -> PartialDate | None:
        """From when it counts."""
        return self.own.in_force_on or self.own.adopted_on


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list of ICE's in hand: its day and how many rows it has."""

    listed_on: date
    rows: int
