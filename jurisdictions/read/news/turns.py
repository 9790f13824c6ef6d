"""On which days places have another status than an edition before gave them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.db.models import Q

from jurisdictions.models import Span
from jurisdictions.models.lying_in import lying_in
from jurisdictions.read.news.rows import Turn
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.read.spans import RawSpan, spans_of_place, standing
from jurisdictions.read.timelines import timeline_of

MOST_PLACES = 25
"""Places whose turns are told one by one; of the others, how many there are."""
MANY = 50
"""From so many places on both editions are read whole, once, and not place by place."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Days in [start, end) with another status than before; None reaches to either end of time."""

    start: date | None
    end: date | None
    was: StrEnum | None
    now: StrEnum


def turns_since(then: AsOf, now: AsOf, region: str) -> tuple[tuple[Turn, ...], int]:
    """The turns of a place, and how many places have some: of a state those in it too, of "" all.

    A query, and a few for each place that is told; where many differ, two for both editions.
    """
    places = places_of(now)
    touched = _touched(then, now, region) & places.keys()
    if len(touched) > MANY:
        standing(then)
        standing(now)
    found: list[Turn] = []
    turned = 0
    for place in sorted((places[geoid] for geoid in touched), key=_order):
        before, after = (spans_of_place(one, place.geoid) for one in (then, now))
        if differing := list(differences(before, after)):
            turned += 1
            if turned <= MOST_PLACES:
                found += _turns(now, place, differing)
    return tuple(found), turned


def differences(before: Sequence[RawSpan], after: Sequence[RawSpan]) -> Iterator[Difference]:
    """What differs, first to last, told once for days in a row on which it is the same."""
    edges = sorted({span.start or date.min for span in (*before, *after)})
    last: Difference | None = None
    for at, start in enumerate(edges):
        was, now = _status(before, start), _status(after, start)
        if now is None or now == was:
            continue
        end = edges[at + 1] if at + 1 < len(edges) else None
        if last and (last.end, last.was, last.now) == (start, was, now):
            last = replace(last, end=end)
            continue
        if last:
            yield last
        last = Difference(None if start == date.min else start, end, was, now)
    if last:
        yield last


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


def _turns(now: AsOf, place: PlaceRow, differing: Sequence[Difference]) -> Iterator[Turn]:
    """The same with the facts that decided."""
    spans = timeline_of(now, place.geoid)
    for one in differing:
        held = _holding(spans, one.start or date.min)
        if held:
            yield Turn(place, one.start, one.end, one.was, held)


def _holding(spans: Sequence[SpanRow], day: date) -> SpanRow | None:
    at = bisect_right([span.start or date.min for span in spans], day)
    return spans[at - 1] if at else None


def _status(spans: Sequence[RawSpan], day: date) -> StrEnum | None:
    at = bisect_right([span.start or date.min for span in spans], day)
    return spans[at - 1].status if at else None
