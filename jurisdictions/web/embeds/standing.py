"""How a place stands, as far as what is shown elsewhere tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest

from jurisdictions.read.finding import place_now
from jurisdictions.read.place_records import span_at, with_places
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.read.timelines import timeline_of
from jurisdictions.web.site.addresses import address, kept_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A place with its spans, and the one that holds on the day."""

    place: PlaceRow
    spans: Sequence[SpanRow]
    span: SpanRow


def standing_of(as_of: AsOf, geoid: str) -> Standing:
    """How the place stands; raise Http404 for none on record, OldCode for a former code."""
    place = place_now(as_of, geoid)
    if place is None:
        raise Http404
    spans = [with_places(span, as_of) for span in timeline_of(as_of, geoid)]
    return Standing(place, spans, span_at(spans, as_of.on))


def whole_page(request: HttpRequest, place: PlaceRow) -> str:
    """The page of the place, at this program, of what the address names."""
    return address("place", kept_of(request.GET), geoid=place.geoid, slug=place.slug)
