"""What a message of the public may be about where agencies are told of: who signed what, laws."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from jurisdictions.read.agencies.around import agencies_around, agency_of
from jurisdictions.read.agencies.at_a_place import AtAPlace, at_a_place
from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow, ApplicationRow, LawRow
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.kinds import FactKind, kinds_in

Options = list[tuple[str, str]]
"""Public names of facts, each with what it says."""
Signed = AgreementRow | ApplicationRow
AGENCY = f"{FactKind.AGENCY.value}:"
OWN_KINDS = frozenset(
    (
        *(FactKind.AGENCY, FactKind.AGENCY_AGREEMENT, FactKind.APPLICATION),
        *(FactKind.STATE_LAW, FactKind.LIST),
    )
)
"""Kinds that `groups_of_agencies` has under headings of their own: a state's are hundreds."""


def agency_named(as_of: AsOf, fact: str) -> AgencyRow | None:
    """The agency that a public name means; None for the name of anything else."""
    if not fact.startswith(AGENCY) or FactKind.AGENCY.value not in kinds_in(as_of.program.slug):
        return None
    return agency_of(as_of, fact.removeprefix(AGENCY))


def groups_of_agencies(as_of: AsOf, place: PlaceRow, fact: str) -> Iterator[tuple[str, Options]]:
    """The agencies of a place with what they signed, and the laws of its state, by heading.

    A state has its own agencies alone; beside them the agency that `fact` names.
    """
    if FactKind.AGENCY.value not in kinds_in(as_of.program.slug):
        return
    seen, named = at_a_place(as_of, place), agency_named(as_of, fact)
    yield from _by_agency(_told(as_of, place, seen, named), named)
    alone = [_option(one, one.title) for one in seen.applications if one.agency is None]
    if alone:
        yield _("Applications"), alone
    if seen.laws:
        yield _("State law"), [_option(one, one.title) for one in seen.laws]


def _told(as_of: AsOf, place: PlaceRow, seen: AtAPlace, named: AgencyRow | None) -> list[Signed]:
    rows: list[Signed] = [*seen.agreements, *seen.applications]
    if place.is_state:
        rows = [one for one in rows if one.agency and one.agency.region == place.geoid]
    if named:
        around = agencies_around(as_of, named.own.state)
        theirs: list[Signed] = [*around.agreements, *around.applications]
        rows += [one for one in theirs if one.agency == named and one not in rows]
    return rows


def _by_agency(rows: list[Signed], named: AgencyRow | None) -> Iterator[tuple[str, Options]]:
    def who(row: Signed) -> tuple[str, str]:
        return (row.agency.title, row.agency.key) if row.agency else ("", "")

    found = sorted((one for one in rows if one.agency), key=who)
    titles = {key: title for title, key in map(who, found)}
    if named and named.key not in titles:
        yield named.title, [_itself(named.key)]
    for (title, key), theirs in groupby(found, key=who):
        yield title, [_itself(key), *(_option(one, label(one.own.model)) for one in theirs)]


def _itself(key: str) -> tuple[str, str]:
    return f"{AGENCY}{key}", _("The agency itself: its name, the places that it serves")


def _option(row: AgreementRow | ApplicationRow | LawRow, what: str) -> tuple[str, str]:
    on = _day(row)
    day = date_text(on) if on else _("Date unknown")
    return row.name, f"{day}: {what}"


def _day(row: AgreementRow | ApplicationRow | LawRow) -> PartialDate | None:
    match row:
        case AgreementRow():
            return row.own.signed_on or row.own.listed_from
        case ApplicationRow():
            return row.own.pending_from
        case LawRow():
            return row.on
