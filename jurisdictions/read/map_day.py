"""All that the map page writes about one day, from one look at the spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from jurisdictions.read.headlines import Headline, headline_on
from jurisdictions.read.maps import values_by_place
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.records import policy_events
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.read.spans import spans_on
from jurisdictions.status.geoids import is_county, lies_in


@dataclass(frozen=True, slots=True)
class MapDay:
    """The nation's headline, the value of a layer for each county equivalent, who is hatched.

    `undocumented` are the active ones for which no agreement was ever documented up to the day,
    None where the program knows no such doubt, `gone` those that do not exist on the day.
    """

    headline: Headline
    values: Mapping[str, str]
    limited: frozenset[str]
    undocumented: frozenset[str] | None
    gone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many county equivalents of the nation, or of one state, read each value of the layer."""

    values: Mapping[str, int]
    limited: int
    undocumented: int | None
    total: int


def map_day(as_of: AsOf, layer: str) -> MapDay:
    """The day as the map shows it. Two queries, kept for the days last asked for."""
    return _map_day(replace(as_of, language=""), layer)


@lru_cache(maxsize=32)
def _map_day(as_of: AsOf, layer: str) -> MapDay:
    spans = list(spans_on(as_of))
    program = reading_of(as_of.program.slug)
    counties = [span for span in spans if is_county(span.geoid)]
    return MapDay(
        headline=headline_on(as_of),
        values=values_by_place(as_of, layer, counties),
        limited=frozenset(span.geoid for span in counties if program.hatched(span)),
        undocumented=program.undocumented(counties),
        gone=frozenset(
            span.geoid for span in counties if program.GONE and span.status == program.GONE
        ),
    )


def counted_in(day: MapDay, state: str = "") -> Counted:
    """The counts that stand beside the map: of one state (its geoid), or of all."""
    values = _in_state(day.values, state)
    return Counted(
        values=Counter(day.values[geoid] for geoid in values),
        limited=len(_in_state(day.limited, state)),
        undocumented=(
            None if day.undocumented is None else len(_in_state(day.undocumented, state))
        ),
        total=len(values) - len(_in_state(day.gone, state)),
    )


def _in_state(geoids: Collection[str], state: str) -> Collection[str]:
    """Those that lie in a state; all of them when it is ""."""
    return [geoid for geoid in geoids if lies_in(geoid, state)] if state else geoids


def federal_acts(as_of: AsOf) -> tuple[FactRow, ...]:
    """Every federal act, whatever the day that is shown: read once, kept for the slider."""
    return _federal_acts(replace(as_of, on=date.max))


@lru_cache(maxsize=8)
def _federal_acts(as_of: AsOf) -> tuple[FactRow, ...]:
    return policy_events(as_of)
