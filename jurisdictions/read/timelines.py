"""The timeline of a place: its spans, each with the facts that decided it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jurisdictions.publish.members import days_of, derived_of, dimensions_of
from jurisdictions.read.records import facts_around, facts_named, policy_events
from jurisdictions.read.rows import AsOf, FactRow, SpanRow
from jurisdictions.read.spans import RawSpan, spans_of_place, spans_on
from jurisdictions.status.dates import read_edtf
from jurisdictions.status.geoids import state_of


def timeline_of(as_of: AsOf, geoid: str) -> tuple[SpanRow, ...]:
    """Every span of a place, first to last; empty for a place that is not on record.

    A query for the spans, one for each kind of fact among the reasons, one for the citations.
    """
    return _with_facts(as_of, spans_of_place(as_of, geoid))


def span_on(as_of: AsOf, geoid: str) -> SpanRow | None:
    """The span that holds on the day; None for a place that is not on record."""
    found = _with_facts(as_of, list(spans_on(as_of, [geoid])))
    return found[0] if found else None


def spans_holding(as_of: AsOf, geoids: Iterable[str]) -> Mapping[str, SpanRow]:
    """The spans that hold on the day, of many places; the queries of one, however many they are."""
    held = list(spans_on(as_of, geoids))
    return {raw.geoid: span for raw, span in zip(held, _with_facts(as_of, held), strict=True)}


def _reasons(as_of: AsOf, spans: Sequence[RawSpan]) -> Mapping[str, FactRow]:
    """The facts that decided, by name: of one state they are at hand, as are the federal acts."""
    names = {name for span in spans for name in span.reasons.split()}
    states = {state_of(span.geoid) for span in spans}
    if len(states) != 1:
        return facts_named(as_of, names)
    found = {fact.name: fact for fact in policy_events(as_of)}
    found.update(facts_around(as_of, states.pop()))
    missing = names - found.keys()
    return {**found, **facts_named(as_of, missing)} if missing else found


def _with_facts(as_of: AsOf, spans: Sequence[RawSpan]) -> tuple[SpanRow, ...]:
    facts = _reasons(as_of, spans)
    slug = as_of.program.slug
    return tuple(
        SpanRow(
            program=slug,
            start=span.start,
            end=span.end,
            status=span.status,
            since=span.since,
            reasons=tuple(facts[name] for name in span.reasons.split() if name in facts),
            own=_own(slug, span),
            start_on=read_edtf(span.start_edtf),
            end_on=read_edtf(span.end_edtf),
            since_on=read_edtf(span.since_edtf),
        )
        for span in spans
    )


def _own(slug: str, span: RawSpan) -> dict[str, Any]:
    """What a span has of its program: its dimensions, what follows from them, and its days."""
    words = (*dimensions_of(slug), *(one.name for one in derived_of(slug)))
    days = {name: read_edtf(getattr(span, f"{name}_edtf")) for name in days_of(slug)}
    return {name: getattr(span, name) for name in words} | days
