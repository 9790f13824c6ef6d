"""The map of one day, place by place, from one look at the spans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.maps import values_by_place
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.records import policy_events
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.read.spans import spans_on
from jurisdictions.status.geoids import is_county


@dataclass(frozen=True, slots=True)
class MapDay:
    """The value of a layer for each county equivalent, and who is hatched."""

    values: Mapping[str, str]
    limited: frozenset[str]


def map_day(as_of: AsOf, layer: str) -> MapDay:
    """The day as a picture draws it. Two queries, kept for the days last asked for.

    How many read what is told by `read.map_counts`.
    """
    return _map_day(replace(as_of, language=""), layer)


@kept_once(maxsize=32)
def _map_day(as_of: AsOf, layer: str) -> MapDay:
    hatched = reading_of(as_of.program.slug).hatched
    counties = [span for span in spans_on(as_of) if is_county(span.geoid)]
    return MapDay(
        values=values_by_place(as_of, layer, counties),
        limited=frozenset(span.geoid for span in counties if hatched(span)),
    )


def federal_acts(as_of: AsOf) -> tuple[FactRow, ...]:
    """Every federal act, whatever the day that is shown: read once, kept for the slider."""
    return _federal_acts(replace(as_of, on=date.max))


@kept_once(maxsize=8)
def _federal_acts(as_of: AsOf) -> tuple[FactRow, ...]:
    return policy_events(as_of)
