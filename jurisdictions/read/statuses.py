"""Places on a day: filtered, sorted, counted by each dimension."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

from jurisdictions.models import Activation, OptOutStep
from jurisdictions.read.finding import places_listed
from jurisdictions.read.places import fold, name_ranks, places_of
from jurisdictions.read.raw_spans import days_known, derived_words, own_words
from jurisdictions.read.rows import AsOf, MemberCount, PlaceRow, StatusRow, status_row_of
from jurisdictions.read.spans import RawSpan, spans_on, standing
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    OptOutStepKind,
    Status,
)

COUNTY, STATE = "county", "state"
BEST = "best"
GONE = Status.DOES_NOT_EXIST
ACTIVATED = ActivationStanding.ACTIVATED


@dataclass(frozen=True, slots=True)
class StatusFilter:
    """Which places; an empty tuple or None filters nothing.

    `states` are two-letter codes; `activated_after` and `activated_before` are inclusive days.
    """

    level: str = COUNTY
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    activations: tuple[str, ...] = ()
    objections: tuple[str, ...] = ()
    local_limits: tuple[str, ...] = ()
    agreement_records: tuple[str, ...] = ()
    activated_after: date | None = None
    activated_before: date | None = None
    has_opt_out: bool | None = None
    text: str = ""


FACETS: dict[str, Callable[[StatusRow], str]] = {
    "states": lambda row: row.state,
    "kinds": lambda row: row.kind,
    "statuses": lambda row: row.status,
    "agreements": lambda row: row.agreement,
    "activations": lambda row: row.activation,
    "objections": lambda row: row.objection,
    "local_limits": lambda row: row.local_limits,
    "agreement_records": lambda row: row.agreement_record,
}
ORDERS: dict[str, Callable[[StatusRow], tuple[object, ...]]] = {
    "state": lambda row: (row.state, fold(row.name), row.geoid),
    "status": lambda row: (list(type(row.status)).index(row.status), row.geoid),
    "since": lambda row: (row.since or date.min, row.geoid),
    "sharing_since": lambda row: (row.sharing_since or date.min, row.geoid),
    "geoid": lambda row: (row.geoid,),
}


def status_rows(
    as_of: AsOf, chosen: StatusFilter | None = None, order: str = "geoid"
) -> tuple[StatusRow, ...]:
    """The places that fit, in order ("-since" runs backwards). One query, three the first time.

    `BEST` puts those first that the filter's text rather means; without a text it is by geoid.
    """
    chosen = chosen or StatusFilter()
    found = rows_on(as_of, chosen.level, chosen.states)
    rows = matching(found, _without(chosen, "states"), as_of)
    key = order.removeprefix("-")
    if key != "geoid" or order.startswith("-"):
        rows = sorted(rows, key=_order(key, as_of, chosen.text), reverse=order.startswith("-"))
    return tuple(rows)


def _order(key: str, as_of: AsOf, text: str) -> Callable[[StatusRow], Any]:
    """What rows are sorted by; names are put in order once for all days."""
    if key == BEST:
        listed = places_listed(as_of, text) if text.strip() else {}
        return lambda row: (listed.get(row.geoid, 0), row.geoid)
    if key != "name":
        return ORDERS[key]
    ranks = name_ranks(as_of)
    return lambda row: ranks[row.geoid]


def rows_on(as_of: AsOf, level: str = COUNTY, states: Collection[str] = ()) -> list[StatusRow]:
    """Every place of a level on the day, by geoid; of these states only, if there are any."""
    day = as_of.on
    if as_of.known_on is None:
        kept = _kept_rows(replace(as_of, on=date.min))[level]
        return [
            rows[bisect_right(starts, day) - 1]
            for state, places_in in kept.items()
            if not states or state in states
            for starts, rows in places_in
        ]
    places = places_of(as_of)
    return [
        status_row(as_of.program.slug, span, place)
        for span in spans_on(as_of)
        if (place := places.get(span.geoid))
        and place.is_state is (level == STATE)
        and (not states or place.state in states)
    ]


KeptRows = dict[str, list[tuple[tuple[date, ...], tuple[StatusRow, ...]]]]


@lru_cache(maxsize=4)
def _kept_rows(as_of: AsOf) -> dict[str, KeptRows]:
    """For each level, state and place: the days its spans start on, and their rows.

    An edition never changes; to make 3,000 rows anew for every day asked for takes ten times as
    long as to look them up. Some 5 MB for an edition in a language.
    """
    places = places_of(as_of)
    kept: dict[str, KeptRows] = {COUNTY: {}, STATE: {}}
    for starts, spans in standing(as_of):
        if place := places.get(spans[0].geoid):
            rows = tuple(status_row(as_of.program.slug, span, place) for span in spans)
            level = kept[STATE if place.is_state else COUNTY]
            level.setdefault(place.state, []).append((starts, rows))
    return kept


def status_row(slug: str, span: RawSpan, place: PlaceRow) -> StatusRow:
    """A place and its span as the row that everything shows."""
    row: StatusRow = status_row_of(slug)(
        span.geoid,
        place.name,
        place.state,
        place.kind,
        span.status,
        *own_words(slug)(span),
        span.since,
        span.since_edtf or None,
        *days_known(slug)(span),
        *derived_words(slug)(span),
    )
    return row


def matching(rows: Iterable[StatusRow], chosen: StatusFilter, as_of: AsOf) -> list[StatusRow]:
    """The rows that fit every part of the filter.

    A place that does not exist on the day is listed only when its status or a text asks for it.
    """
    tests = [
        _among(FACETS[name], getattr(chosen, name)) for name in FACETS if getattr(chosen, name)
    ]
    if chosen.activated_after or chosen.activated_before:
        tests.append(_activated_between(as_of, chosen))
    if chosen.has_opt_out is not None:
        asked = _with_opt_out(as_of)
        tests.append(lambda row: (row.geoid in asked) is chosen.has_opt_out)
    if GONE not in chosen.statuses and not chosen.text.strip():
        tests.append(lambda row: row.status is not GONE)
    if chosen.text.strip():
        listed = places_listed(as_of, chosen.text)
        tests.append(lambda row: row.geoid in listed)
    return [row for row in rows if all(test(row) for test in tests)]


def facets(as_of: AsOf, chosen: StatusFilter) -> dict[str, Counter[str]]:
    """For each dimension, how many places each of its words would give, the other filters kept."""
    rows = rows_on(as_of, chosen.level)
    found: dict[str, Counter[str]] = {}
    without = matching(rows, chosen, as_of)
    for name, word in FACETS.items():
        others = without
        if getattr(chosen, name):
            others = matching(rows, _without(chosen, name), as_of)
        found[name] = Counter(word(row) for row in others)
    return found


def _without(chosen: StatusFilter, part: str) -> StatusFilter:
    parts = {field.name: getattr(chosen, field.name) for field in fields(chosen)}
    return StatusFilter(**{**parts, part: ()})


def status_of(as_of: AsOf, geoid: str) -> StatusRow | None:
    """One place on the day; None when the record has no such place."""
    place = places_of(as_of).get(geoid)
    span = next(iter(spans_on(as_of, [geoid])), None)
    return status_row(as_of.program.slug, span, place) if place and span else None


def member_count(as_of: AsOf, state_geoid: str) -> MemberCount:
    """How many of a state's places are activated on the day: "26 of 102"."""
    members = [p.geoid for p in places_of(as_of).values() if p.parent == state_geoid]
    spans = (span for span in spans_on(as_of, members) if span.status != GONE)
    standing = [span.activation for span in spans]
    return MemberCount(standing.count(ACTIVATED), len(standing))


def _among(
    word: Callable[[StatusRow], str], wanted: Collection[str]
) -> Callable[[StatusRow], bool]:
    chosen = frozenset(wanted)
    return lambda row: word(row) in chosen


def _activated_between(as_of: AsOf, chosen: StatusFilter) -> Callable[[StatusRow], bool]:
    days = activation_days(as_of)
    first, last = chosen.activated_after or date.min, chosen.activated_before or date.max

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


@lru_cache(maxsize=4)
def _activation_days(program: str, last_change: int, stamp: str) -> dict[str, PartialDate]:
    del stamp
    found = Activation.objects.after_change(last_change).filter(fact__program__slug=program)
    dated = found.only("geoid", "activated_on")
    return {row.geoid: row.activated_on for row in dated if row.activated_on}


@lru_cache(maxsize=4)
def _opt_outs(program: str, last_change: int, stamp: str) -> frozenset[str]:
    """Who asked not to take part; a question whether one could is no request yet."""
    del stamp
    found = OptOutStep.objects.after_change(last_change).filter(
        fact__program__slug=program, step=OptOutStepKind.REQUESTED
    )
    return frozenset(found.values_list("geoid", flat=True))
