"""All that the map page writes about one day, from one look at the spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from jurisdictions.read.headlines import Headline, headline_on
from jurisdictions.read.maps import values_by_place
from jurisdictions.read.programs import reading_of
from jurisdictions.read.records import policy_events
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.read.spans import RawSpan, spans_on
from jurisdictions.read.summary import active_of
from jurisdictions.status.geoids import is_county, is_state, lies_in
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementRecord,
    Effect,
    Status,
)

NEVER = AgreementRecord.NEVER_DOCUMENTED
THIN = Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED


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
        undocumented=_undocumented(as_of, counties),
        gone=frozenset(
            span.geoid for span in counties if program.GONE and span.status == program.GONE
        ),
    )


def _undocumented(as_of: AsOf, counties: list[RawSpan]) -> frozenset[str] | None:
    if reading_of(as_of.program.slug).documented(as_of) is None:
        return None
    return frozenset(s.geoid for s in active_of(counties) if s.agreement_record == NEVER)


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


@dataclass(frozen=True, slots=True)
class ThinRecord:
    """How many states are active though no agreement is documented, on the last day it mattered."""

    on: date
    states: int


def thin_record(as_of: AsOf) -> ThinRecord:
    """States active with no agreement documented, on the day before agreements ended for all.

    From that day on a missing agreement reads as none, and nothing would show that it is missing.
    """
    return _thin_record(replace(as_of, language="", on=date.max))


@lru_cache(maxsize=8)
def _thin_record(as_of: AsOf) -> ThinRecord:
    events = federal_acts(replace(as_of, language="en"))
    ends = (e.effective_on for e in events if e.word == Effect.AGREEMENTS_ENDED and e.effective_on)
    last = min(ends, default=date.max) - timedelta(days=1)
    states = (s for s in spans_on(replace(as_of, on=last)) if is_state(s.geoid))
    return ThinRecord(last, sum(s.status == THIN for s in states))
