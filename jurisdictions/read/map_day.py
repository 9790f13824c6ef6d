"""All that the map page writes about one day, from one look at the spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from jurisdictions.read.maps import value_of
from jurisdictions.read.programs import reading_of
from jurisdictions.read.records import policy_events
from jurisdictions.read.rows import AsOf, FactRow, Summary
from jurisdictions.read.spans import spans_on
from jurisdictions.read.summary import active_of, counties_of, summary_from
from jurisdictions.status.geoids import is_state, lies_in
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementRecord,
    Effect,
    Status,
)

NEVER = AgreementRecord.NEVER_DOCUMENTED
THIN = Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED


@dataclass(frozen=True, slots=True)
class MapDay:
    """The nation's summary, the value of a layer for each county equivalent, who is limited.

    `active` are those that share fingerprints, `undocumented` those of them for which no agreement
    was ever documented up to the day, `gone` those that do not exist on the day.
    """

    summary: Summary
    values: Mapping[str, str]
    limited: frozenset[str]
    active: frozenset[str]
    undocumented: frozenset[str]
    gone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many county equivalents of the nation, or of one state, read each value of the layer."""

    values: Mapping[str, int]
    limited: int
    active: int
    undocumented: int
    total: int


def map_day(as_of: AsOf, layer: str) -> MapDay:
    """The day as the map shows it. Two queries, kept for the days last asked for."""
    return _map_day(replace(as_of, language=""), layer)


@lru_cache(maxsize=32)
def _map_day(as_of: AsOf, layer: str) -> MapDay:
    spans = list(spans_on(as_of))
    program = reading_of(as_of.program.slug)
    value = value_of(as_of, layer)
    counties = counties_of(spans)
    active = active_of(counties)
    values = {span.geoid: value(span) for span in counties}
    return MapDay(
        summary=summary_from(as_of, spans, counties, active),
        values=values,
        limited=frozenset(span.geoid for span in counties if program.hatched(span)),
        active=frozenset(span.geoid for span in active),
        undocumented=frozenset(span.geoid for span in active if span.agreement_record == NEVER),
        gone=frozenset(span.geoid for span in counties if span.status == program.GONE),
    )


def counted_in(day: MapDay, state: str = "") -> Counted:
    """The counts that stand beside the map: of one state (its geoid), or of all."""
    values = _in_state(day.values, state)
    return Counted(
        values=Counter(day.values[geoid] for geoid in values),
        limited=len(_in_state(day.limited, state)),
        active=len(_in_state(day.active, state)),
        undocumented=len(_in_state(day.undocumented, state)),
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
