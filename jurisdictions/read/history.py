"""Every span of every place, as plain texts and days: what streams need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import RawSpan, all_spans, spans_of_place
from jurisdictions.status.dates import first_day


class HistoryRow(NamedTuple):
    """A span with its place; `reasons` are names of facts between blanks."""

    geoid: str
    name: str
    state: str
    kind: str
    start: date | None
    end: date | None
    status: str
    position: str
    agreement: str
    activation: str
    objection: str
    local_limits: str
    reasons: str
    start_edtf: str | None
    end_edtf: str | None
    activated_on: date | None
    activated_on_edtf: str | None
    sharing_since: date | None
    sharing_since_edtf: str | None
    agreement_record: str


def history(as_of: AsOf, states: Collection[str] = ()) -> Iterator[HistoryRow]:
    """Every span of every place by geoid, first to last, or of the places of these states.

    `states` are two-letter codes; none of them means all. One query, none once the edition was
    read; the rows are made one at a time. The day of `as_of` does not matter.
    """
    return _rows(as_of, all_spans(as_of), frozenset(states))


def history_of(as_of: AsOf, geoid: str) -> Iterator[HistoryRow]:
    """Every span of one place, first to last; none for a place that is not on record."""
    return _rows(as_of, spans_of_place(as_of, geoid), frozenset())


def _rows(as_of: AsOf, spans: Iterable[RawSpan], states: frozenset[str]) -> Iterator[HistoryRow]:
    places = places_of(as_of)
    for geoid, group in groupby(spans, key=lambda span: span.geoid):
        place = places.get(geoid)
        if place is None or (states and place.state not in states):
            continue
        name, state, kind = place.name, place.state, place.kind.value
        for span in group:
            yield HistoryRow(
                geoid,
                name,
                state,
                kind,
                span.start,
                span.end,
                span.status,
                span.position,
                span.agreement,
                span.activation,
                span.objection,
                span.local_limits,
                span.reasons,
                span.start_edtf or None,
                span.end_edtf or None,
                first_day(span.activated_edtf),
                span.activated_edtf or None,
                first_day(span.sharing_edtf),
                span.sharing_edtf or None,
                span.agreement_record,
            )
