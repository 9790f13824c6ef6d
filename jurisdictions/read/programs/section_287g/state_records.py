"""What a report of a state tells of 287(g) beside its record: its counties, how they turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from jurisdictions.read.place_records import acts_with_effect, place_record
from jurisdictions.read.programs.section_287g.reading import hatched
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.spans import RawSpan, spans_within
from jurisdictions.read.state_records import StateRecord, TellingDay
from jurisdictions.read.statuses import StatusFilter, status_rows
from jurisdictions.status.programs.section_287g.vocabulary import (
    Effect,
    LawStanding,
    Reach,
    Status,
)

FIRST, ENDS, RESTORED, LAW = "first", "task-force-ends", "task-force-restored", "law"
IN_FORCE = frozenset(
    (
        Status.TASK_FORCE,
        Status.JAIL_ENFORCEMENT,
        Status.MODEL_NOT_RECORDED,
        Status.WARRANT_SERVICE,
    )
)
"""The statuses of a county with a local agreement in force."""
MOST_DAYS = 4


def state_record(as_of: AsOf, geoid: str) -> StateRecord | None:
    """The record of a state, district or territory; None when there is no such one."""
    own = place_record(as_of, geoid)
    if own is None or not own.place.is_state:
        return None
    spans = spans_within(as_of, geoid)
    members = status_rows(as_of, StatusFilter(states=(own.place.state,)), "name")
    days = dict(sorted(_telling(as_of, spans)))
    return StateRecord(
        own=own,
        members=members,
        limited=frozenset(row.geoid for row in members if _part_only(row)),
        days=tuple(_day(spans, on, why) for on, why in days.items())[:MOST_DAYS],
    )


def _part_only(row: StatusRow) -> bool:
    return row.reach is Reach.PART_OF_COUNTY


def _telling(as_of: AsOf, spans: Sequence[RawSpan]) -> Iterator[tuple[date, str]]:
    """At most four days up to the day asked for, each with why; a day that tells two has one.

    The first agreement of a local agency there, the end and the return of task forces, and the day
    since which the state's law says what it says.
    """
    for act in acts_with_effect(as_of):
        if act.word in (Effect.TASK_FORCE_ENDS, Effect.TASK_FORCE_RESTORED) and act.effective_on:
            yield from _until(as_of, act.effective_on, str(act.word))
    turned = [
        span.start
        for before, span in pairwise(spans)
        if before.geoid == span.geoid
        and before.state_law != span.state_law != LawStanding.NONE_RECORDED
        and span.start
    ]
    if turned:
        yield from _until(as_of, max(turned), LAW)
    if first := min((s.start for s in spans if s.status in IN_FORCE and s.start), default=None):
        yield from _until(as_of, first, FIRST)


def _until(as_of: AsOf, on: date, why: str) -> Iterator[tuple[date, str]]:
    if on <= as_of.on:
        yield on, why


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
        frozenset(geoid for geoid, span in standing.items() if hatched(span)),
        sum(span.status in IN_FORCE for span in standing.values()),
    )
