"""All that is on record around a place: its state's agencies, what they signed, the laws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import Q

from jurisdictions.models import Agency, AgencyAgreement, Application, StateLaw
from jurisdictions.publish.programs.section_287g import known_facts
from jurisdictions.read.agencies.made import (
    agency_made,
    agreement_made,
    application_made,
    law_made,
)
from jurisdictions.read.agencies.offers import with_offers
from jurisdictions.read.agencies.rows import (
    AgencyRow,
    AgreementRow,
    ApplicationRow,
    LawRow,
    agreement_row,
)
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, CitationRow, PlaceRow
from jurisdictions.read.sources import citations_of
from jurisdictions.status.geoids import state_of
from jurisdictions.status.programs.section_287g import facts
from jurisdictions.status.successions import BAR

STATES_KEPT = 16
"""States whose agencies are held, each in an edition and a language; some 1 MB."""


@dataclass(frozen=True, slots=True)
class StateAgencies:
    """All of a state: agencies by id, agreements and applications in order of time, laws."""

    agencies: Mapping[str, AgencyRow]
    agreements: tuple[AgreementRow, ...]
    applications: tuple[ApplicationRow, ...]
    laws: tuple[LawRow, ...]


def agencies_around(as_of: AsOf, geoid: str) -> StateAgencies:
    """All that is on record in the state around a place, as known when asked.

    Seven queries for the first place of a state, then none.
    """
    found = _of_state(replace(as_of, on=date.min, known_on=None), state_of(geoid))
    if as_of.known_on is None:
        return found
    known = _as_known(found, as_of.known_on)
    return replace(known, agreements=with_offers(as_of, known.agreements))


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


@kept_once(maxsize=STATES_KEPT)
def _of_state(as_of: AsOf, state: str) -> StateAgencies:
    last, language, places = as_of.edition.last_change, as_of.language, places_of(as_of)
    # A local agency may serve counties of a neighboring state.
    near = Q(geoid=state) | Q(geoids__startswith=state) | Q(geoids__contains=f"{BAR}{state}")
    found = Agency.objects.after_change(last).filter(near).select_related("fact")
    agencies = {
        one.agency: agency_made(
            one, places[one.geoid].state if one.geoid in places else "", language
        )
        for one in found
    }
    theirs = {"geoid__in": {one.own.state for one in agencies.values()} | {state}}
    agreements = [
        agreement_made(one, agencies[one.agency], language)
        for one in AgencyAgreement.objects.after_change(last)
        .filter(**theirs)
        .select_related("fact")
        .order_by("fact_id")
        if one.agency in agencies
    ]
    applications = [
        application_made(one, agencies.get(one.agency))
        for one in Application.objects.after_change(last)
        .filter(**theirs)
        .select_related("fact")
        .order_by("fact_id")
    ]
    laws = StateLaw.objects.after_change(last).filter(geoid=state).select_related("fact")
    return StateAgencies(
        agencies,
        with_offers(as_of, _cited(as_of, sorted(agreements, key=_begun))),
        _cited(as_of, applications),
        _cited(as_of, sorted((law_made(one, language) for one in laws), key=_counted_from)),
    )


def _code(state: PlaceRow | None) -> str:
    return state.state if state else ""


def _cited(as_of: AsOf, rows: Iterable[Any]) -> tuple[Any, ...]:
    """The rows with what they rest on."""
    rows = tuple(rows)
    cited = citations_of(as_of, [row.fact for row in rows])
    return tuple(replace(row, citations=cited.get(row.fact, ())) for row in rows)


def _begun(row: AgreementRow) -> date:
    return row.term.start if row.term else date.max


def _counted_from(row: LawRow) -> date:
    return row.on.first_day if row.on else date.max


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
        row if row.own == signed[row.name] else _without_end(row, signed[row.name])
        for row in found.agreements
        if row.name in signed
    )
    return StateAgencies(
        found.agencies,
        tuple(sorted(agreements, key=_begun)),
        tuple(replace(row, own=asked[row.name]) for row in found.applications if row.name in asked),
        tuple(sorted((row for row in found.laws if row.name in laws), key=attrgetter("fact"))),
    )


def _without_end(row: AgreementRow, known: facts.AgencyAgreement) -> AgreementRow:
    """As it was known; its note may tell of the end that was not known yet."""
    without = agreement_row(
        known,
        row.agency,
        url=row.url,
        ending_source=row.ending_source,
        note="",
        fact=row.fact,
    )
    return replace(without, citations=row.citations)
