"""Which agencies and agreements are asked for: the parameters of the query, read."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.api.filters import states_of
from jurisdictions.api.parameters import day, searched, several, words
from jurisdictions.api.problems import BadParameter
from jurisdictions.read.agencies.choosing import AgreementFilter
from jurisdictions.read.agencies.filters import no_such_list
from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.asking import BadAsk
from jurisdictions.read.rows import AsOf
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    Ending,
    LawStanding,
    Model,
)

AGENCY_FILTERS = (
    *("state", "model", "level", "kind", "in_force_on", "text", "state_law"),
    *("signed_after", "signed_before", "ended_after", "ended_before", "ending", "on_list"),
)
AGREEMENT_FILTERS = (*AGENCY_FILTERS, "agency")


def filter_of(query: QueryDict, as_of: AsOf) -> AgreementFilter:
    """Which agreements, and for agencies which one of theirs; raises BadParameter and BadAsk."""
    return AgreementFilter(
        states=states_of(query, as_of),
        agencies=_agencies(query, as_of),
        models=words(query, "model", Model),
        levels=words(query, "level", AgencyLevel),
        kinds=words(query, "kind", AgencyKind),
        laws=words(query, "state_law", LawStanding),
        in_force_on=day(query, "in_force_on"),
        signed_after=day(query, "signed_after"),
        signed_before=day(query, "signed_before"),
        ended_after=day(query, "ended_after"),
        ended_before=day(query, "ended_before"),
        endings=words(query, "ending", Ending),
        on_list=_list(query, as_of),
        text=searched(query, "text"),
    )


def _agencies(query: QueryDict, as_of: AsOf) -> tuple[str, ...]:
    """Ids of agencies on record: a slip is not answered with an empty list."""
    asked = several(query, "agency")
    record = agency_record(as_of) if asked else None
    for one in asked:
        if record and one not in record.agencies:
            raise BadParameter("agency", no_such_agency(one))
    return asked


def no_such_agency(agency: str) -> str:
    """That an id is none's."""
    return _("“%(agency)s” is the id of no agency on record.") % {"agency": agency}


def _list(query: QueryDict, as_of: AsOf) -> date | None:
    """The day of a list of ICE's that is in hand; the refusal of another names the nearest."""
    asked = day(query, "on_list")
    if asked is None or asked in agency_record(as_of).days_of_lists:
        return asked
    raise BadAsk("on_list", no_such_list(as_of, asked))
