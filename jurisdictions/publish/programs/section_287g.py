"""287(g): rows of its facts -> what its places see; how far a change reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jurisdictions.models import Agency, AgencyAgreement, Application, PolicyEvent, StateLaw
from jurisdictions.publish.reach import state_and_counties
from jurisdictions.publish.rows import Rows
from jurisdictions.status.programs.section_287g import disclosure, facts
from jurisdictions.status.programs.section_287g.absences import absences_in
from jurisdictions.status.programs.section_287g.places import Places, Record
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    ApplicationOutcome,
    Basis,
    Effect,
    Ending,
    LawKind,
    Model,
)
from jurisdictions.status.successions import BAR

Agencies = Mapping[str, facts.Agency]

known_facts = disclosure.known_facts
"""What was public on a day, for those who tell of the facts themselves."""

reach = state_and_counties
"""A state's law, and an agency of the state, touch all its counties."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The facts of the program after a change: `parents` maps every place to its state or ""."""

    parents: Mapping[str, str]
    places: Places

    def seen(self, geoid: str) -> facts.Facts:
        """All that a place sees."""
        return self.places.seen_by(geoid, self.parents[geoid])


def load(rows: Rows) -> Loaded:
    """The facts as of a change, six queries."""
    agencies = agencies_in(rows)
    record = Record(
        agreements=tuple(_agreements(rows, agencies)),
        applications=tuple(_applications(rows, agencies)),
        laws=laws_in(rows),
        policy_events=tuple(_policy_events(rows)),
    )
    return Loaded(rows.parents(), Places(record))


def agencies_in(rows: Rows) -> dict[str, facts.Agency]:
    """Every agency by its id, in the order of the record. One query."""
    return {one.agency: one for one in _agencies(rows)}


def agreements_in(rows: Rows, agencies: Agencies) -> tuple[facts.AgencyAgreement, ...]:
    """Every agreement with its agency, in the order of the record. One query."""
    return tuple(_agreements(rows, agencies))


def laws_in(rows: Rows) -> tuple[facts.StateLaw, ...]:
    """Every state's law, in the order of the record. One query."""
    return tuple(_laws(rows))


def _agencies(rows: Rows) -> Iterator[facts.Agency]:
    fields = "agency", "geoid", "level", "kind", "reach", "geoids"
    for agency, state, level, kind, reaching, geoids in rows.of(Agency, *fields):
        yield facts.Agency(
            f"agency:{agency}",
            agency,
            state,
            AgencyLevel(level),
            AgencyKind(kind),
            AgencyReach(reaching),
            tuple(filter(None, geoids.split(BAR))),
        )


DAYS = ("signed_on", "listed_from", "listed_until", "missing_from", "ended_on")


def _agreements(rows: Rows, agencies: Agencies) -> Iterator[facts.AgencyAgreement]:
    fields = ("agreement", "agency", "model", *DAYS, "ending", "superseded_by", "basis", "absent")
    for key, agency, model, *days, ending, follower, basis, absent in rows.of(
        AgencyAgreement, *fields
    ):
        signed, first, last, missing, ended = days
        yield facts.AgencyAgreement(
            f"agency_agreement:{key}",
            agencies[agency],
            Model(model),
            signed,
            first,
            last,
            missing,
            ended,
            ending=Ending(ending) if ending else None,
            superseded_by=follower,
            basis=Basis(basis),
            absent=absences_in(absent),
        )


def _applications(rows: Rows, agencies: Agencies) -> Iterator[facts.Application]:
    fields = "application", "agency", "geoid", "model", "pending_from", "pending_until", "outcome"
    for key, agency, state, model, first, last, outcome in rows.of(Application, *fields):
        yield facts.Application(
            f"application:{key}",
            agencies[agency] if agency else None,
            state,
            Model(model),
            first,
            last,
            ApplicationOutcome(outcome) if outcome else None,
        )


def _laws(rows: Rows) -> Iterator[facts.StateLaw]:
    fields = "law", "geoid", "kind", "adopted_on", "in_force_on"
    for law, geoid, kind, adopted, in_force in rows.of(StateLaw, *fields):
        yield facts.StateLaw(f"state_law:{law}", geoid, LawKind(kind), adopted, in_force)


def _policy_events(rows: Rows) -> Iterator[facts.PolicyEvent]:
    fields = "event", "on", "effect", "disclosed_on"
    for event, on, effect, disclosed in rows.of(PolicyEvent, *fields):
        yield facts.PolicyEvent(f"policy_event:{event}", on, Effect(effect), disclosed)
