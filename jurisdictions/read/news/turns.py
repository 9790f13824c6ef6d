"""On which days places have another status than an edition before gave them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from django.db.models import Q

from jurisdictions.models import Span
from jurisdictions.models.lying_in import lying_in
from jurisdictions.read.news.rows import Turn
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.read.spans import RawSpan, spans_of_place
from jurisdictions.read.timelines import timeline_of

MOST_PLACES = 25
"""Places whose turns are told one by one; of the others, how many there are."""


def turns_since(then: AsOf, now: AsOf, region: str) -> tuple[tuple[Turn, ...], int]:
    """The turns of a place, and how many places have some: of a state those in it too, of "" all.

    One query, and a few for each place whose spans differ.
    """
    places = places_of(now)
    found: list[Turn] = []
    turned = 0
    for place in sorted(
        (places[geoid] for geoid in _touched(then, now, region) if geoid in places), key=_order
    ):
        turns = list(_turns(place, spans_of_place(then, place.geoid), now))
        turned += bool(turns)
        if turned <= MOST_PLACES:
            found += turns
    return tuple(found), turned


def _order(place: PlaceRow) -> tuple[str, bool, str]:
    """By state, the state itself first."""
    return place.state_name, not place.is_state, place.label


def _touched(then: AsOf, now: AsOf, region: str) -> set[str]:
    """The places with a span that one of the two editions has and the other has not."""
    first, last = then.edition.number, now.edition.number
    begun = Q(first_edition__gt=first, first_edition__lte=last)
    ended = Q(last_edition__gte=first, last_edition__lt=last)
    rows = Span.objects.filter(begun | ended, program__slug=now.program.slug)
    if region:
        rows = rows.filter(lying_in([region]))
    return set(rows.order_by().values_list("geoid", flat=True).distinct())


def _turns(place: PlaceRow, before: Sequence[RawSpan], now: AsOf) -> Iterator[Turn]:
    """What differs, told once for days in a row on which the same took the place of the same."""
    after = timeline_of(now, place.geoid)
    starts = (*(span.start for span in before), *(span.start for span in after))
    edges = sorted({start or date.min for start in starts})
    last: Turn | None = None
    for at, start in enumerate(edges):
        span, was = _holding(after, start), _status(before, start)
        if span is None or span.status == was:
            continue
        end = edges[at + 1] if at + 1 < len(edges) else None
        same = last and (last.end, last.was, last.now.status) == (start, was, span.status)
        if last and same:
            last = Turn(place, last.start, end, was, last.now)
            continue
        if last:
            yield last
        last = Turn(place, None if start == date.min else start, end, was, span)
    if last:
        yield last


def _holding(spans: Sequence[SpanRow], day: date) -> SpanRow | None:
    at = bisect_right([span.start or date.min for span in spans], day)
    return spans[at - 1] if at else None


def _status(spans: Sequence[RawSpan], day: date) -> StrEnum | None:
    at = bisect_right([span.start or date.min for span in spans], day)
    return spans[at - 1].status if at else None
