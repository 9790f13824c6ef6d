"""Every span of every place, as plain texts and days: what streams need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jurisdictions.publish.members import days_of, derived_of, dimensions_of, row_type
from jurisdictions.read.places import places_of
from jurisdictions.read.raw_spans import days_known, derived_words, own_words
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import RawSpan, all_spans, spans_of_place


class HistoryRow:
    """A span with its place; `reasons` are names of facts between blanks.

    Each dimension of the program is a member too, as is what follows from them, and each of the
    program's days: under its name as the first day that it may be, with `_edtf` as it is known.
    """

    __slots__ = ()
    geoid: str
    name: str
    state: str
    kind: str
    start: date | None
    end: date | None
    status: str
    reasons: str
    start_edtf: str | None
    end_edtf: str | None

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


@cache
def history_row_of(slug: str) -> Any:
    """What makes the rows of a program."""
    return row_type(
        slug,
        HistoryRow,
        (
            *("geoid", "name", "state", "kind", "start", "end", "status"),
            *dimensions_of(slug),
            *("reasons", "start_edtf", "end_edtf"),
            *(member for day in days_of(slug) for member in (day, f"{day}_edtf")),
            *(one.name for one in derived_of(slug)),
        ),
    )


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
    places, slug = places_of(as_of), as_of.program.slug
    make, said = history_row_of(slug), own_words(slug)
    known, following = days_known(slug), derived_words(slug)
    for geoid, group in groupby(spans, key=lambda span: span.geoid):
        place = places.get(geoid)
        if place is None or (states and place.state not in states):
            continue
        name, state, kind = place.name, place.state, place.kind.value
        for span in group:
            yield make(
                geoid,
                name,
                state,
                kind,
                span.start,
                span.end,
                span.status,
                *said(span),
                span.reasons,
                span.start_edtf or None,
                span.end_edtf or None,
                *known(span),
                *following(span),
            )
