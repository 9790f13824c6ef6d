"""Agencies and agreements on a day, as the lists and their files show them, in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jurisdictions.read.agencies.choosing import (
    AgreementFilter,
    agencies_listed,
    agreements_listed,
)
from jurisdictions.read.agencies.record import AgencyRecord, agency_record
from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.places import fold, places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    EndBasis,
    LawStanding,
    Model,
)


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency on a day: the models that it has in force, how many agreements it ever signed.

    `named` are the names of the places that it serves; `since` is the first day of its first
    agreement, `law` what its state's law says on the day, `sources` the keys of what supports it.
    """

    agency: AgencyRow
    named: tuple[str, ...]
    in_force: tuple[Model, ...]
    agreements: int
    since: date | None
    since_on: PartialDate | None
    law: LawStanding
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An agreement on a day: whether it is in force, and the last list in hand that shows it."""

    row: AgreementRow
    named: tuple[str, ...]
    in_force: bool
    last_list: date | None
    law: LawStanding
    sources: tuple[str, ...]

    @property
    def end_basis(self) -> EndBasis | None:
        """What its end rests on; None while it stands."""
        own = self.row.own
        if own.ended_on:
            return EndBasis.STATED
        if own.missing_from:
            return EndBasis.LISTS
        return EndBasis.LAST_LIST if own.listed_until else None


def agency_lines(as_of: AsOf, chosen: AgreementFilter, order: str) -> list[AgencyLine]:
    """The agencies that fit, in order ("-since" runs backwards), as on the day of the filter."""
    record, day = agency_record(as_of), chosen.day(as_of)
    named = _names(as_of)
    lines = [_agency_line(record, one, named(one), day) for one in agencies_listed(as_of, chosen)]
    return _sorted(as_of, lines, AGENCY_ORDERS, order)


def agreement_lines(as_of: AsOf, chosen: AgreementFilter, order: str) -> list[AgreementLine]:
    """The agreements that fit, in order ("-signed" runs backwards), as on the filter's day."""
    record, day = agency_record(as_of), chosen.day(as_of)
    named, days = _names(as_of), record.days_of_lists
    lines = [
        AgreementLine(
            one,
            named(one.agency),
            one.in_force(day),
            _last_list(one, days),
            record.law(one.agency.state, day),
            record.sources.get(one.fact, ()),
        )
        for one in agreements_listed(as_of, chosen)
    ]
    return _sorted(as_of, lines, AGREEMENT_ORDERS, order)


def _agency_line(
    record: AgencyRecord, one: AgencyRow, named: tuple[str, ...], day: date
) -> AgencyLine:
    signed = record.by_agency.get(one.key, ())
    standing = {each.own.model for each in signed if each.in_force(day)}
    first = min(
        (each.term for each in signed if each.term), key=lambda term: term.start, default=None
    )
    return AgencyLine(
        one,
        named,
        tuple(model for model in Model if model in standing),
        len(signed),
        first.start if first else None,
        first.start_on if first else None,
        record.law(one.state, day),
        record.sources.get(one.fact, ()),
    )


def _names(as_of: AsOf) -> Callable[[AgencyRow], tuple[str, ...]]:
    """What takes the names of the places that an agency serves."""
    places = places_of(as_of)
    return lambda one: tuple(places[geoid].name for geoid in one.places if geoid in places)


def _last_list(one: AgreementRow, days: tuple[date, ...]) -> date | None:
    """The last list in hand that shows an agreement; None where none does."""
    own = one.own
    if own.listed_from is None or own.listed_until:
        return own.listed_until.last_day if own.listed_from and own.listed_until else None
    gone = bisect_left(days, own.missing_from.first_day) if own.missing_from else len(days)
    return next((day for day in reversed(days[:gone]) if one.listed(day)), None)


Line = Any
Key = Callable[[Line, int], tuple[object, ...]]
"""What a line is sorted by; the number is the rank of its agency by name."""
KINDS = {kind: at for at, kind in enumerate(AgencyKind)}
MODELS = {model: at for at, model in enumerate(Model)}
AGENCY_ORDERS: dict[str, Key] = {
    "name": lambda line, rank: (rank,),
    "state": lambda line, rank: (line.agency.state, rank),
    "kind": lambda line, rank: (KINDS[line.agency.own.kind], rank),
    "since": lambda line, rank: (line.since or date.min, rank),
    "agreements": lambda line, rank: (line.agreements, rank),
}
AGREEMENT_ORDERS: dict[str, Key] = {
    "name": lambda line, rank: (rank, _begun(line)),
    "state": lambda line, rank: (line.row.agency.state, rank, _begun(line)),
    "model": lambda line, rank: (MODELS[line.row.own.model], rank, _begun(line)),
    "signed": lambda line, rank: (line.row.signed or date.min, rank),
    "listed": lambda line, rank: (_first(line.row.own.listed_from), rank),
    "ended": lambda line, rank: (line.row.ended or date.min, rank),
}


def _begun(line: AgreementLine) -> date:
    return line.row.term.start if line.row.term else date.max


def _first(on: PartialDate | None) -> date:
    return on.first_day if on else date.min


def _sorted(as_of: AsOf, lines: Iterable[Line], orders: dict[str, Key], order: str) -> list[Line]:
    ranks, key = _ranks(replace(as_of, on=date.min, far_on=None)), orders[order.removeprefix("-")]
    return sorted(
        lines, key=lambda line: key(line, ranks[_key(line)]), reverse=order.startswith("-")
    )


def _key(line: Line) -> str:
    return str((line.row.agency if isinstance(line, AgreementLine) else line.agency).key)


@kept_once(maxsize=4)
def _ranks(as_of: AsOf) -> dict[str, int]:
    """Where every agency stands when all are put in the order of their names."""
    return {key: at for at, key in enumerate(_by_name(agency_record(as_of)))}


def _by_name(record: AgencyRecord) -> Iterator[str]:
    told = [(fold(one.title), one.state, key) for key, one in record.agencies.items()]
    yield from (key for *_name, key in sorted(told))
