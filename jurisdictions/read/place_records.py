"""All that a report of one place tells, gathered: its spans, its facts, its state around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jurisdictions.read.comparisons import recorded_beside
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.places import places_of
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.records import policy_events, record_of
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, ReplyRow, SpanRow
from jurisdictions.read.said import replies_beside, said_at, with_replies
from jurisdictions.read.spans import spans_on
from jurisdictions.read.timelines import timeline_of
from jurisdictions.status.geoids import lies_in
from jurisdictions.status.programs import rule_of
from jurisdictions.status.vocabulary import NO_EFFECT


@dataclass(frozen=True, slots=True)
class StateDay:
    """The jurisdictions of a state on the day: how many there are, how many of each status."""

    total: int
    by_status: tuple[tuple[StrEnum, int], ...]


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place in an edition. `span` holds on the day; `state` is around the place, or itself.

    `facts` are those that it sees, `figures` published ones, each beside what the record gives.
    `replies` are the place's own words about no single fact.
    """

    place: PlaceRow
    state: PlaceRow
    spans: tuple[SpanRow, ...]
    span: SpanRow
    facts: tuple[FactRow, ...]
    figures: tuple[tuple[FactRow, int | None], ...]
    around: StateDay
    replies: tuple[ReplyRow, ...] = ()


def place_record(as_of: AsOf, geoid: str) -> PlaceRecord | None:
    """The record of a place; None when there is no such place. Some twenty queries."""
    places = places_of(as_of)
    place = places.get(geoid)
    if place is None:
        return None
    spans = tuple(with_places(span, as_of) for span in timeline_of(as_of, geoid))
    replies = said_at([as_of], place)[as_of.program.slug].replies
    facts = with_replies(facts_seen(as_of, place, spans), replies)
    figures = (fact for fact in facts if fact.kind == "reported_figure")
    return PlaceRecord(
        place=place,
        state=places[place.state_geoid],
        spans=spans,
        span=span_at(spans, as_of.on),
        facts=tuple(fact for fact in facts if fact.kind != "reported_figure"),
        figures=tuple((fact, recorded_beside(as_of, fact)) for fact in figures),
        around=state_day(as_of, place.state_geoid),
        replies=replies_beside(place, replies, facts),
    )


def with_places(span: SpanRow, as_of: AsOf) -> SpanRow:
    """The span, its activations naming their place: a state's is one of a place in it."""
    places = places_of(as_of)
    reasons = tuple(
        replace(fact, place=places[fact.geoid].spoken) if fact.kind == "activation" else fact
        for fact in span.reasons
    )
    return replace(span, reasons=reasons)


def span_at(spans: Sequence[SpanRow], day: date) -> SpanRow:
    """The span that holds on the day; spans leave no gap."""
    return next(span for span in reversed(spans) if span.start is None or span.start <= day)


def facts_seen(as_of: AsOf, place: PlaceRow, spans: Iterable[SpanRow]) -> list[FactRow]:
    """The record of the place, the federal acts that changed the rules, every span's reasons."""
    reasons = [fact for span in spans for fact in span.reasons]
    own = record_of(as_of, place.geoid)
    found = {fact.name: fact for fact in [*own, *acts_with_effect(as_of), *reasons]}
    return list(found.values())


def acts_with_effect(as_of: AsOf) -> tuple[FactRow, ...]:
    """The federal acts that changed the rules; kept, because every report tells them."""
    return _acts(replace(as_of, on=date.min))


@kept_once(maxsize=8)
def _acts(as_of: AsOf) -> tuple[FactRow, ...]:
    return tuple(fact for fact in policy_events(as_of) if fact.word != NO_EFFECT)


@kept_once(maxsize=128)
def state_day(as_of: AsOf, state: str) -> StateDay:
    """How the jurisdictions of a state stand on the day. Kept for the states last asked for."""
    slug = as_of.program.slug
    gone = reading_of(slug).GONE
    spans = [
        s
        for s in spans_on(as_of)
        if s.geoid != state and lies_in(s.geoid, state) and s.status != gone
    ]
    counted: Counter[str] = Counter(span.status for span in spans)
    by_status = tuple((s, counted[s.value]) for s in rule_of(slug).STATUSES if counted[s.value])
    return StateDay(len(spans), by_status)
