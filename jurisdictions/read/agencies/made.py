"""Versions of facts to rows: an agency, an agreement, an application, a law."""

from __future__ import annotations

from jurisdictions.models import Agency, AgencyAgreement, Application, StateLaw
from jurisdictions.read.agencies.rows import (
    AgencyRow,
    AgreementRow,
    ApplicationRow,
    LawRow,
    agreement_row,
)
from jurisdictions.read.languages import in_language
from jurisdictions.status.programs.section_287g import facts
from jurisdictions.status.programs.section_287g.absences import absences_in
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


def parts(text: str) -> tuple[str, ...]:
    """What stands between bars."""
    return tuple(filter(None, text.split(BAR)))


def agency_made(one: Agency, state: str, language: str) -> AgencyRow:
    """An agency; `state` is the two-letter code of its state."""
    geoids = parts(one.geoids)
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
        aliases=parts(one.aliases),
        state=state,
        places=geoids,
        matched=Matched(one.matched),
        sure=Sureness(one.sure),
        note=in_language(one, "note", language),
        fact=one.fact_id,
    )


def agreement_made(one: AgencyAgreement, agency: AgencyRow, language: str) -> AgreementRow:
    """An agreement of an agency."""
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
        absent=absences_in(one.absent),
    )
    return agreement_row(
        own,
        agency,
        url=one.moa_url,
        ending_source=one.ending_source,
        note=in_language(one, "note", language),
        fact=one.fact_id,
    )


def application_made(one: Application, agency: AgencyRow | None) -> ApplicationRow:
    """An application of an agency, or of a name that is nobody's."""
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


def law_made(one: StateLaw, language: str) -> LawRow:
    """A law of a state."""
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
