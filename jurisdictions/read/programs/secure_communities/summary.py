"""The nation on a day, and on every day on which its headline turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate

from jurisdictions.read.rows import AsOf, Summary
from jurisdictions.read.spans import RawSpan, all_spans, spans_on
from jurisdictions.status.geoids import is_county, state_of
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    Position,
    Status,
)

ACTIVATED = ActivationStanding.ACTIVATED.value
DOES_NOT_EXIST = Status.DOES_NOT_EXIST.value
OUT_OF_FORCE = {Status.NOT_BEGUN.value, Status.PROGRAM_ENDED.value}
Headline = tuple[date, int, int, Position]


def summary_on(as_of: AsOf) -> Summary:
    """Counts and the federal position on the day. Two queries at most."""
    return summary_of(as_of, list(spans_on(as_of)))


def summary_of(as_of: AsOf, spans: Sequence[RawSpan]) -> Summary:
    """The same from the spans that hold on the day, where they are at hand."""
    counties = counties_of(spans)
    return summary_from(as_of, spans, counties, active_of(counties))


def counties_of(spans: Iterable[RawSpan]) -> list[RawSpan]:
    """Those of county equivalents, places that do not exist on the day among them."""
    return [span for span in spans if is_county(span.geoid)]


def active_of(spans: Iterable[RawSpan]) -> list[RawSpan]:
    """Those that are active: see `is_active`, which is not called for each of thousands."""
    return [s for s in spans if s.activation == ACTIVATED and s.status not in OUT_OF_FORCE]


def summary_from(
    as_of: AsOf, spans: Sequence[RawSpan], counties: list[RawSpan], active: list[RawSpan]
) -> Summary:
    """The same where the spans of counties, and of the active ones, are at hand too."""
    position = Position(spans[0].position) if spans else Position.UNSTATED
    return Summary(
        position=position,
        position_since=_position_since(as_of, position),
        jurisdictions=sum(span.status != DOES_NOT_EXIST for span in counties),
        active=len(active),
        states=len(spans) - len(counties),
        states_with_active=len({state_of(span.geoid) for span in active}),
        by_status=_by_status(counties),
    )


def is_active(span: RawSpan) -> bool:
    """Activated while the program is in force."""
    return span.activation == ACTIVATED and span.status not in OUT_OF_FORCE


def _by_status(counties: list[RawSpan]) -> dict[StrEnum, int]:
    counted: Counter[str] = Counter(span.status for span in counties)
    counted[DOES_NOT_EXIST] = 0
    return {status: counted[status.value] for status in Status}


def _position_since(as_of: AsOf, position: Position) -> date | None:
    """The day from which the position has held without a break."""
    since: date | None = None
    before = Position.UNSTATED
    for day, _active, _states, now in headline_days(as_of):
        if day > as_of.on:
            break
        since = day if now is not before else since
        before = now
    return since if before is position else None


def headline_days(as_of: AsOf) -> tuple[Headline, ...]:
    """Each day on which the active jurisdictions, the states with one, or the position change.

    Read from every span, so it is kept for the latest editions and days of knowledge.
    """
    key = (as_of.edition.stamp, as_of.known_on)
    if key not in _kept:
        if len(_kept) >= KEPT:
            _kept.clear()
        _kept[key] = _derive_headline(as_of)
    return _kept[key]


KEPT = 8
_kept: dict[tuple[str, date | None], tuple[Headline, ...]] = {}


def _derive_headline(as_of: AsOf) -> tuple[Headline, ...]:
    turns: dict[date, Counter[str]] = {}
    positions: dict[date, Position] = {}
    for span in all_spans(as_of):
        if span.start:
            positions[span.start] = Position(span.position)
        if is_county(span.geoid) and is_active(span):
            for day, step in ((span.start, 1), (span.end, -1)):
                if day:
                    turns.setdefault(day, Counter())[state_of(span.geoid)] += step
    return tuple(_fold(turns, positions))


def active_days(as_of: AsOf) -> dict[str, list[tuple[date, int]]]:
    """For each state, the days on which its number of active jurisdictions changes, and to what."""
    steps: dict[str, Counter[date]] = {}
    for span in all_spans(as_of):
        if is_county(span.geoid) and is_active(span):
            of_state = steps.setdefault(state_of(span.geoid), Counter())
            for day, step in ((span.start, 1), (span.end, -1)):
                if day:
                    of_state[day] += step
    return {state: _running(steps[state]) for state in sorted(steps)}


def _running(steps: Counter[date]) -> list[tuple[date, int]]:
    days = sorted(day for day, step in steps.items() if step)
    return list(zip(days, accumulate(steps[day] for day in days), strict=True))


def _fold(turns: dict[date, Counter[str]], positions: dict[date, Position]) -> list[Headline]:
    running: Counter[str] = Counter()
    found: list[Headline] = []
    last = (0, 0, Position.UNSTATED)
    for day in sorted(turns.keys() | positions.keys()):
        running.update(turns.get(day, {}))
        now = (
            sum(running.values()),
            sum(count > 0 for count in running.values()),
            positions.get(day, last[2]),
        )
        if now != last:
            found.append((day, *now))
            last = now
    return found


def usual_since(as_of: AsOf) -> date:
    """The day from which a briefing counts unless told: when the position last changed before.

    The day before the first change when there is none.
    """
    before, since = None, None
    for day, _active, _states, position in headline_days(as_of):
        if day >= as_of.on:
            break
        if position is not before:
            before, since = position, day
    return since or max(as_of.on, date.min + timedelta(days=1)) - timedelta(days=1)
