"""The columns of the kinds of fact that only 287(g) tells."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jurisdictions.models import Agency, AgencyAgreement, Application, CapturedList, StateLaw
from jurisdictions.record import cells
from jurisdictions.record.columns import CITED, NOTE, SUMMARY, Column, Kind, Values, spanish
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import is_state, state_of
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs.section_287g.absences import absences_in, absences_text
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    ApplicationOutcome,
    Basis,
    Ending,
    LawKind,
    ListDateBasis,
    ListKind,
    Matched,
    Model,
    Sureness,
)
from jurisdictions.status.successions import BAR

STATE = Column("geoid", cells.state, filled=True)
ORDERED = (
    ("signed_on", "ended_on"),
    ("listed_from", "listed_until"),
    ("listed_from", "missing_from"),
    ("listed_until", "missing_from"),
)
"""Two days of an agreement, of which the second may not lie before the first.

A list lags, and prints days of signing wrongly: one may have had it before it was signed, or after
it ended. Two lists of one day may differ.
"""


def _serves_in_its_state(values: Values) -> tuple[str, str] | None:
    home = values["geoid"]
    for served in filter(None, str(values.get("geoids", "")).split(BAR)):
        if state_of(served) != home:
            said = _("names %(place)s, which does not lie in %(state)s, the agency's state")
            return "geoids", said % {"place": served, "state": home}
        if is_state(served) and values["reach"] != AgencyReach.STATE:
            said = _("names a state: only an agency whose reach is the state serves all of it")
            return "geoids", said
    return None


def _days_in_order(values: Values) -> tuple[str, str] | None:
    if not values.get("signed_on") and not values.get("listed_from"):
        return "signed_on", _("may not be blank where listed_from is blank too")
    if not values.get("signed_on") and _before(values.get("ended_on"), values["listed_from"]):
        return "ended_on", _backwards("listed_from", values["listed_from"])
    for first, last in ORDERED:
        if _before(values.get(last), values.get(first)):
            return last, _backwards(first, values[first])
    return None


def _ends_wholly(values: Values) -> tuple[str, str] | None:
    """An end is told with its way, and the other way round; what follows follows an end."""
    ends = values.get("ended_on") or values.get("listed_until") or values.get("missing_from")
    if values.get("ending") and not ends:
        return "ending", _("has no day: fill in ended_on, listed_until or missing_from")
    if values.get("ended_on") and not values.get("ending"):
        return "ending", _("may not be blank where ended_on is filled in")
    if values.get("superseded_by") == values["agreement"]:
        return "superseded_by", _("names the agreement itself")
    return None


def _absent(cell: str, known: cells.Known) -> str:
    """Stretches in which lists did not have it: "2025-07-18/2026-03-03|2026-04-01/"."""
    del known
    try:
        return absences_text(absences_in(cell))
    except ValueError as wrong:
        said = _(
            "is no row of stretches: write the first list without it, a stroke and the next with it"
            " (2025-07-18/2026-03-03), a bar between several"
        )
        raise ValueError(said) from wrong


def _before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether every day that the first may mean lies before every day of the second."""
    return bool(one and other and one.last_day < other.first_day)


def _backwards(column: str, start: PartialDate) -> str:
    return _("lies before %(column)s, %(start)s") % {"column": column, "start": start}


AGENCY = Kind(
    FactKind.AGENCY,
    Agency,
    (
        Column("agency", cells.key, filled=True),
        STATE,
        Column("name", filled=True),
        Column("aliases"),
        Column("level", cells.word_of(AgencyLevel), filled=True),
        Column("kind", cells.word_of(AgencyKind), filled=True),
        Column("reach", cells.word_of(AgencyReach), filled=True),
        Column("geoids", cells.places),
        Column("matched", cells.word_of(Matched), filled=True),
        Column("sure", cells.word_of(Sureness), filled=True),
        *CITED,
        *NOTE,
    ),
    key=lambda values: str(values["agency"]),
    verify=_serves_in_its_state,
)
AGENCY_AGREEMENT = Kind(
    FactKind.AGENCY_AGREEMENT,
    AgencyAgreement,
    (
        Column("agreement", cells.key_of_parts, filled=True),
        Column("agency", cells.agency, filled=True),
        STATE,
        Column("model", cells.word_of(Model), filled=True),
        Column("signed_on", cells.day),
        Column("listed_from", cells.day),
        Column("listed_until", cells.day),
        Column("missing_from", cells.day),
        Column("absent", _absent, may_lack=True),
        Column("ended_on", cells.day),
        Column("ending", cells.word_of(Ending, may_lack=True)),
        Column("superseded_by", cells.agreement),
        Column("moa_url", cells.address),
        Column("basis", cells.word_of(Basis), filled=True),
        Column("ending_source", cells.some_source, may_lack=True),
        *CITED,
        *NOTE,
    ),
    key=lambda values: str(values["agreement"]),
    verify=lambda values: _days_in_order(values) or _ends_wholly(values),
)
APPLICATION = Kind(
    FactKind.APPLICATION,
    Application,
    (
        Column("application", cells.key_of_parts, filled=True),
        Column("agency", cells.some_agency),
        STATE,
        Column("name", filled=True),
        Column("model", cells.word_of(Model), filled=True),
        Column("pending_from", cells.day, filled=True),
        Column("pending_until", cells.day),
        Column("outcome", cells.word_of(ApplicationOutcome, may_lack=True)),
        Column("agreement", cells.agreement),
        *CITED,
    ),
    key=lambda values: str(values["application"]),
)
STATE_LAW = Kind(
    FactKind.STATE_LAW,
    StateLaw,
    (
        Column("law", cells.key, filled=True),
        STATE,
        Column("name", filled=True),
        spanish("name"),
        Column("adopted_on", cells.day),
        Column("in_force_on", cells.day),
        Column("kind", cells.word_of(LawKind), filled=True),
        *SUMMARY,
        Column("sure", cells.word_of(Sureness), filled=True),
        *CITED,
        *NOTE,
    ),
    key=lambda values: str(values["law"]),
)
LIST = Kind(
    FactKind.LIST,
    CapturedList,
    (
        Column("list", cells.key, filled=True),
        Column("kind", cells.word_of(ListKind), filled=True),
        Column("file", filled=True),
        Column("listed_on", cells.day, filled=True),
        Column("date_basis", cells.word_of(ListDateBasis), filled=True),
        Column("rows", cells.count, filled=True),
        Column("columns"),
        Column("checksum", cells.checksum, filled=True),
        *CITED,
        *NOTE,
    ),
    key=lambda values: str(values["list"]),
)

OWN = (AGENCY, AGENCY_AGREEMENT, APPLICATION, STATE_LAW, LIST)
"""In the order in which a folder is read."""
