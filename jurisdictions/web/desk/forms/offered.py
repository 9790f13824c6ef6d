"""What a form offers of the record itself: agencies, their agreements, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from jurisdictions.read.agencies.around import StateAgencies, agencies_around
from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow, ApplicationRow
from jurisdictions.read.rows import AsOf, SourceRow
from jurisdictions.render.words.choices import Choice
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.geoids import lies_in, state_of
from jurisdictions.status.kinds import OF_AGENCIES, FactKind, kinds_in

Offered = Mapping[str, list[Choice]]
"""By column, what it may name."""
SOURCES = ("ending_source", "validity_source")


def has_agencies(program: str) -> bool:
    """Whether a program tells of agencies."""
    return FactKind.AGENCY.value in kinds_in(program)


def agencies_at(as_of: AsOf, geoid: str) -> list[AgencyRow]:
    """The agencies of which a place tells, by name: those that no smaller region has alone."""
    if not has_agencies(as_of.program.slug):
        return []
    found = agencies_around(as_of, geoid).agencies.values()
    return sorted((one for one in found if one.region == geoid), key=lambda one: one.title)


def facts_of_agencies(as_of: AsOf, geoid: str) -> dict[str, str]:
    """The facts that are about a place's agencies, by public name, with the agency's name."""
    if not has_agencies(as_of.program.slug):
        return {}
    around = agencies_around(as_of, geoid)
    rows: list[AgreementRow | ApplicationRow] = [*around.agreements, *around.applications]
    found = {
        row.name: row.agency.title for row in rows if row.agency and row.agency.region == geoid
    }
    alone = (one for one in around.applications if one.agency is None and one.own.state == geoid)
    return found | {one.name: one.title for one in alone}


def offered_at(
    as_of: AsOf, kind: str, geoid: str, known: Mapping[str, SourceRow], name: str = ""
) -> Offered:
    """What the form of a kind offers at a place; `name` is the fact that is to be changed."""
    found: dict[str, list[Choice]] = {}
    if kind in (FactKind.JURISDICTION, FactKind.AGENCY_AGREEMENT):
        found |= dict.fromkeys(SOURCES, _sources(known.values()))
    if kind in OF_AGENCIES:
        around = agencies_around(as_of, state_of(geoid))
        agencies = _within(around, geoid)
        signed = _agreements(around, {one.key for one in agencies}, name)
        found["agency"] = [Choice(one.key, one.title) for one in agencies]
        found |= {"superseded_by": signed, "agreement": signed}
    return found


def _within(around: StateAgencies, geoid: str) -> list[AgencyRow]:
    """The agencies that somebody who works in a place may write about, by name."""
    found = (one for one in around.agencies.values() if lies_in(one.region, geoid))
    return sorted(found, key=lambda one: one.title)


def _sources(known: Iterable[SourceRow]) -> list[Choice]:
    told = (Choice(one.key, one.title) for one in known)
    return sorted(told, key=lambda one: str(one.label))


def _agreements(around: StateAgencies, agencies: set[str], name: str) -> list[Choice]:
    """The agreements of these agencies but for one, by agency, first to last."""
    rows = [row for row in around.agreements if row.agency.key in agencies and row.name != name]
    rows.sort(key=lambda row: row.agency.title)
    return [Choice(row.name.partition(":")[2], agreement_text(row)) for row in rows]


def agreement_text(row: AgreementRow) -> str:
    """An agreement in a line: who signed what, and when."""
    began = row.own.signed_on or row.own.listed_from
    day = date_text(began) if began else _("date unknown")
    return f"{row.agency.title}: {label(row.own.model)}, {day}"
