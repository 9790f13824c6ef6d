"""Secure Communities: what its list is filtered by, what its map shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from jurisdictions.models import Activation, OptOutStep
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.program_reading import DAY, YES_OR_NO, Test, Value
from jurisdictions.read.programs.secure_communities.requests import requests_made
from jurisdictions.read.programs.secure_communities.summary import (
    active_days,
    active_of,
    headline_days,
)
from jurisdictions.read.raw_spans import RawSpan
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.spans import all_spans
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import is_state, lies_in
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    OptOutStepKind,
    Status,
)

FACETS = ("agreement", "activation", "objection", "local_limits", "agreement_record")
OWN = {"activated_after": DAY, "activated_before": DAY, "opt_out": YES_OR_NO}
SORTS = ("sharing_since",)
LAYERS = ("status", "activation", "agreement", "objection")
GONE = Status.DOES_NOT_EXIST
COUNTED = ("active", "states")
COUNTED_OF_STATE = ("active",)
COUNTED_BY_ICE = ""
COUNTED_AS = {"active-jurisdictions": "active", "states-with-active-jurisdictions": "states"}
BRIEFED = True
TELLS = ()
NOT_ACTIVATED = ActivationStanding.NOT_ACTIVATED.value


def tests(as_of: AsOf, own: Mapping[str, Any]) -> list[Test]:
    """Activated in a range of days, both inclusive; with a request on record, or without."""
    found: list[Test] = []
    after, before = own.get("activated_after"), own.get("activated_before")
    if after or before:
        found.append(_activated_between(as_of, after or date.min, before or date.max))
    wanted = own.get("opt_out")
    if wanted is not None:
        asked = _with_opt_out(as_of)
        found.append(lambda row: (row.geoid in asked) is wanted)
    return found


def layer_values(as_of: AsOf, layer: str) -> tuple[str, ...]:
    """The words of a layer, in the order of its legend."""
    match layer:
        case "status":
            return tuple(Status)
        case "agreement":
            return (*AgreementStanding, GONE)
        case "objection":
            return (*Objection, GONE)
        case "activation":
            years = sorted({str(day.year) for day in activation_days(as_of).values()})
            return (NOT_ACTIVATED, *years, GONE)
        case _:
            raise KeyError(layer)


def value_of(as_of: AsOf, layer: str) -> Value:
    """What takes the word of a layer from a span."""
    return _year_of(as_of) if layer == "activation" else attrgetter(layer)


def hatched(span: RawSpan) -> bool:
    """Whether a local measure limits detainers."""
    return bool(span.local_limits == LocalLimits.LIMITS_DETAINERS)


def own_turns(as_of: AsOf, layer: str) -> None:
    """Spans tell all layers."""
    del as_of, layer


def undocumented(counties: Iterable[RawSpan]) -> frozenset[str]:
    """Those that are active though no agreement of their state was ever documented."""
    never = AgreementRecord.NEVER_DOCUMENTED
    return frozenset(s.geoid for s in active_of(counties) if s.agreement_record == never)


def documented(as_of: AsOf) -> dict[str, date]:
    """By state, the day from which on its agreement is documented; those with none are absent."""
    found: dict[str, date] = {}
    for span in all_spans(as_of):
        if is_state(span.geoid) and span.agreement_record == AgreementRecord.DOCUMENTED:
            found.setdefault(span.geoid, span.start or date.min)
    return found


def headlines(as_of: AsOf) -> tuple[tuple[Any, ...], ...]:
    """Each day on which active jurisdictions, the states with one, or the position change."""
    return headline_days(as_of)


def numbers_by_state(as_of: AsOf) -> dict[str, list[tuple[date, int]]]:
    """Each day on which the number of a state's active jurisdictions changes."""
    return active_days(as_of)


def told_pages(as_of: AsOf) -> Iterator[tuple[str, dict[str, str]]]:
    """The page of each request not to take part."""
    for one in requests_made(as_of):
        yield "request", {"thread": one.thread}


def last_list(as_of: AsOf) -> None:
    """The record rests on no list."""
    del as_of


def _year_of(as_of: AsOf) -> Value:
    days = activation_days(as_of)

    def year(span: RawSpan) -> str:
        activated = span.activation == ActivationStanding.ACTIVATED
        if not activated:
            return NOT_ACTIVATED
        if span.geoid in days:
            return str(days[span.geoid].year)
        # A state is as old as the first of its places.
        return str(min(day.year for place, day in days.items() if lies_in(place, span.geoid)))

    return year


def _activated_between(as_of: AsOf, first: date, last: date) -> Test:
    days = activation_days(as_of)

    def test(row: StatusRow) -> bool:
        on = days.get(row.geoid)
        return on is not None and first <= on.first_day <= last

    return test


def activation_days(as_of: AsOf) -> dict[str, PartialDate]:
    """The day on which each place was activated, whatever became of it later."""
    edition = as_of.edition
    return _activation_days(as_of.program.slug, edition.last_change, edition.stamp)


def _with_opt_out(as_of: AsOf) -> frozenset[str]:
    return _opt_outs(as_of.program.slug, as_of.edition.last_change, as_of.edition.stamp)


@kept_once(maxsize=4)
def _activation_days(program: str, last_change: int, stamp: str) -> dict[str, PartialDate]:
    del stamp
    found = Activation.objects.after_change(last_change).filter(fact__program__slug=program)
    dated = found.only("geoid", "activated_on")
    return {row.geoid: row.activated_on for row in dated if row.activated_on}


@kept_once(maxsize=4)
def _opt_outs(program: str, last_change: int, stamp: str) -> frozenset[str]:
    """Who asked not to take part; a question whether one could is no request yet."""
    del stamp
    found = OptOutStep.objects.after_change(last_change).filter(
        fact__program__slug=program, step=OptOutStepKind.REQUESTED
    )
    return frozenset(found.values_list("geoid", flat=True))
