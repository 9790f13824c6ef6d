"""Agencies, their agreements with ICE, their applications and their states' laws, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from django.db.models import Q

from jurisdictions.models import Agency, AgencyAgreement, Application, StateLaw
from jurisdictions.publish.programs.section_287g import known_facts
from jurisdictions.read.languages import in_language
from jurisdictions.read.rows import AsOf, CitationRow
from jurisdictions.read.sources import citations_of
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import state_of
from jurisdictions.status.programs.section_287g import facts
from jurisdictions.status.programs.section_287g.terms import Term, after, term_of
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    ApplicationOutcome,
    Basis,
    Ending,
    LawKind,
    Matched,
    Model,
    Sureness,
)
from jurisdictions.status.successions import BAR

STATES_KEPT = 16
"""States whose agencies are held, each in an edition and a language; some 1 MB."""


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """A law enforcement body; `aliases` are its other spellings, `places` the geoids it serves."""

    own: facts.Agency
    title: str
    aliases: tuple[str, ...]
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


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One signed instrument with its term; `term` is None for one that was never in force."""

    own: facts.AgencyAgreement
    agency: AgencyRow
    url: str
    note: str
    term: Term | None
    fact: int
    citations: tuple[CitationRow, ...] = ()

    @property
    def name(self) -> str:
        """Its public name as a fact."""
        return self.own.name

    def in_force(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return self.term is not None and self.term.covers(day)

    def ended_by(self, day: date) -> bool:
        """Whether it has ended on or before the day."""
        return self.term is not None and self.term.end is not None and self.term.end <= day


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
class StateAgencies:
    """All of a state: agencies by id, agreements and applications in order of time, laws."""

    agencies: Mapping[str, AgencyRow]
    agreements: tuple[AgreementRow, ...]
    applications: tuple[ApplicationRow, ...]
    laws: tuple[LawRow, ...]


def agencies_around(as_of: AsOf, geoid: str) -> StateAgencies:
    """All that is on record in the state around a place, as known when asked.

    Five queries for the first place of a state, then none.
    """
    found = _of_state(replace(as_of, on=date.min, known_on=None), state_of(geoid))
    return found if as_of.known_on is None else _as_known(found, as_of.known_on)


def agency_of(as_of: AsOf, key: str) -> AgencyRow | None:
    """One agency of the edition; None for an id that is none's. One query beside its state's."""
    known = Agency.objects.after_change(as_of.edition.last_change).filter(agency=key)
    state = known.values_list("geoid", flat=True).first()
    return agencies_around(as_of, state).agencies.get(key) if state else None


def agency_citations(as_of: AsOf, agency: AgencyRow) -> tuple[CitationRow, ...]:
    """What the record of an agency rests on. One query."""
    return citations_of(as_of, [agency.fact]).get(agency.fact, ())


def serves(agency: AgencyRow, geoid: str) -> bool:
    """Whether a local agency counts for a place: a county that it serves, or the state of one."""
    own = agency.own
    states = {own.state, *map(state_of, own.geoids)}
    return own.local and (geoid in own.geoids or geoid in states)


@lru_cache(maxsize=STATES_KEPT)
def _of_state(as_of: AsOf, state: str) -> StateAgencies:
    last, language = as_of.edition.last_change, as_of.language
    # A local agency may serve counties of a neighboring state.
    near = Q(geoid=state) | Q(geoids__startswith=state) | Q(geoids__contains=f"{BAR}{state}")
    found = Agency.objects.after_change(last).filter(near).select_related("fact")
    agencies = {one.agency: _agency(one, language) for one in found}
    theirs = {"geoid__in": {one.own.state for one in agencies.values()} | {state}}
    agreements = [
        _agreement(one, agencies[one.agency], language)
        for one in AgencyAgreement.objects.after_change(last)
        .filter(**theirs)
        .select_related("fact")
        .order_by("fact_id")
        if one.agency in agencies
    ]
    applications = [
        _application(one, agencies.get(one.agency))
        for one in Application.objects.after_change(last)
        .filter(**theirs)
        .select_related("fact")
        .order_by("fact_id")
    ]
    laws = StateLaw.objects.after_change(last).filter(geoid=state).select_related("fact")
    return StateAgencies(
        agencies,
        _cited(as_of, sorted(agreements, key=_begun)),
        _cited(as_of, applications),
        _cited(as_of, sorted((_law(one, language) for one in laws), key=_counted_from)),
    )


def _cited(as_of: AsOf, rows: Iterable[Any]) -> tuple[Any, ...]:
    """The rows with what they rest on."""
    rows = tuple(rows)
    cited = citations_of(as_of, [row.fact for row in rows])
    return tuple(replace(row, citations=cited.get(row.fact, ())) for row in rows)


def _begun(row: AgreementRow) -> date:
    return row.term.start if row.term else date.max


def _counted_from(row: LawRow) -> date:
    return row.on.first_day if row.on else date.max


def _agency(one: Agency, language: str) -> AgencyRow:
    geoids = tuple(filter(None, one.geoids.split(BAR)))
    return AgencyRow(
        own=facts.Agency(
            f"agency:{one.agency}",
            one.agency,
            one.geoid,
            AgencyLevel(one.level),
            AgencyKind(one.kind),
            AgencyReach(one.reach),
            geoids,
        ),
        title=one.name,
        aliases=tuple(filter(None, one.aliases.split(BAR))),
        places=geoids,
        matched=Matched(one.matched),
        sure=Sureness(one.sure),
        note=in_language(one, "note", language),
        fact=one.fact_id,
    )


def _agreement(one: AgencyAgreement, agency: AgencyRow, language: str) -> AgreementRow:
    own = facts.AgencyAgreement(
        f"agency_agreement:{one.agreement}",
        agency.own,
        Model(one.model),
        one.signed_on,
        one.listed_from,
        one.listed_until,
        one.missing_from,
        one.ended_on,
        ending=Ending(one.ending) if one.ending else None,
        superseded_by=one.superseded_by,
        basis=Basis(one.basis),
    )
    note = in_language(one, "note", language)
    return AgreementRow(own, agency, one.moa_url, note, term_of(own), one.fact_id)


def _application(one: Application, agency: AgencyRow | None) -> ApplicationRow:
    own = facts.Application(
        f"application:{one.application}",
        agency.own if agency else None,
        one.geoid,
        Model(one.model),
        one.pending_from,
        one.pending_until,
        ApplicationOutcome(one.outcome) if one.outcome else None,
    )
    return ApplicationRow(own, agency, one.name, one.fact_id)


def _law(one: StateLaw, language: str) -> LawRow:
    return LawRow(
        facts.StateLaw(
            f"state_law:{one.law}", one.geoid, LawKind(one.kind), one.adopted_on, one.in_force_on
        ),
        in_language(one, "name", language),
        in_language(one, "summary", language),
        Sureness(one.sure),
        in_language(one, "note", language),
        one.fact_id,
    )


def _as_known(found: StateAgencies, known_on: date) -> StateAgencies:
    """What was public on a day: ends that came out later are left out, the rest as it is."""
    known = known_facts(
        facts.Facts(
            local=tuple(row.own for row in found.agreements),
            applications=tuple(row.own for row in found.applications),
            laws=tuple(row.own for row in found.laws),
        ),
        known_on,
    )
    signed = {one.name: one for one in known.local}
    asked = {one.name: one for one in known.applications}
    laws = {one.name for one in known.laws}
    agreements = (
        row
        if row.own == signed[row.name]
        # A note may tell of the end that was not known yet.
        else replace(row, own=signed[row.name], term=term_of(signed[row.name]), note="")
        for row in found.agreements
        if row.name in signed
    )
    return StateAgencies(
        found.agencies,
        tuple(sorted(agreements, key=_begun)),
        tuple(replace(row, own=asked[row.name]) for row in found.applications if row.name in asked),
        tuple(sorted((row for row in found.laws if row.name in laws), key=attrgetter("fact"))),
    )
