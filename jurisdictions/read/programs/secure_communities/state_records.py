"""What a state's report tells beside its own record: its jurisdictions, and how they turned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from jurisdictions.read.place_records import acts_with_effect, place_record
from jurisdictions.read.programs.secure_communities.summary import is_active
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import RawSpan, spans_within
from jurisdictions.read.state_records import StateRecord, TellingDay
from jurisdictions.read.statuses import StatusFilter, status_rows
from jurisdictions.status.programs.secure_communities.vocabulary import Effect, LocalLimits

BEFORE, FIRST, AGREEMENTS_ENDED, LAST = "before", "first", "agreements-ended", "last"


def state_record(as_of: AsOf, geoid: str) -> StateRecord | None:
    """The record of a state, district or territory; None when there is no such one."""
    own = place_record(as_of, geoid)
    if own is None or not own.place.is_state:
        return None
    spans = spans_within(as_of, geoid)
    members = status_rows(as_of, StatusFilter(states=(own.place.state,)), "name")
    limits = LocalLimits.LIMITS_DETAINERS
    return StateRecord(
        own=own,
        members=members,
        limited=frozenset(row.geoid for row in members if row.local_limits is limits),
        days=tuple(_day(spans, on, why) for on, why in telling_days(spans, acts_days(as_of))),
    )


@dataclass(frozen=True, slots=True)
class ActDays:
    """When the federal government first ended all agreements, and first ended the program."""

    agreements_ended: date | None
    program_ended: date | None


def acts_days(as_of: AsOf) -> ActDays:
    """Those two days; None for what is not on record."""

    def first(effect: Effect) -> date | None:
        days = (act.effective_on for act in acts_with_effect(as_of) if act.word == effect)
        return min((day for day in days if day), default=None)

    return ActDays(first(Effect.AGREEMENTS_ENDED), first(Effect.PROGRAM_ENDS))


def telling_days(spans: Sequence[RawSpan], acts: ActDays) -> list[tuple[date, str]]:
    """At most four days, each with why.

    The day before the first activation there, that day, the day on which all agreements ended, and
    the last day before the program first ended on which a status there turned.
    """
    turns = active_over_time(spans)
    found: dict[date, str] = {}
    if turns:
        found[turns[0][0] - timedelta(days=1)] = BEFORE
        found[turns[0][0]] = FIRST
    if acts.agreements_ended:
        found.setdefault(acts.agreements_ended, AGREEMENTS_ENDED)
    end = acts.program_ended or date.max
    if last := max((s.start for s in _turned(spans) if s.start and s.start < end), default=None):
        found.setdefault(last, LAST)
    return sorted(found.items())


def _turned(spans: Sequence[RawSpan]) -> Iterable[RawSpan]:
    """Spans that begin with another status than the span before."""
    return (
        span
        for before, span in pairwise(spans)
        if before.geoid == span.geoid and before.status != span.status
    )


def active_over_time(spans: Iterable[RawSpan]) -> tuple[tuple[date, int], ...]:
    """Each day on which the number of active jurisdictions changes, and the number from then."""
    steps: Counter[date] = Counter()
    for span in spans:
        if is_active(span):
            if span.start:
                steps[span.start] += 1
            if span.end:
                steps[span.end] -= 1
    running, found = 0, []
    for day in sorted(day for day, step in steps.items() if step):
        running += steps[day]
        found.append((day, running))
    return tuple(found)


def _day(spans: Sequence[RawSpan], on: date, why: str) -> TellingDay:
    standing = {
        span.geoid: span
        for span in spans
        if (span.start is None or span.start <= on) and (span.end is None or on < span.end)
    }
    return TellingDay(
        on,
        why,
        {geoid: span.status for geoid, span in standing.items()},
        frozenset(g for g, s in standing.items() if s.local_limits == LocalLimits.LIMITS_DETAINERS),
        sum(is_active(span) for span in standing.values()),
    )
