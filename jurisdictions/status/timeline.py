"""A rule at every turning day -> half-open spans, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from jurisdictions.status.beginnings import beginning
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.program import Standing, Tracks


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a span's days: each is as precise as the facts behind it, None for none.

    `start`, `end` and `since` are the span's own; `own` are the days that the program's rule
    declares (DAYS), in its order; () in the first span, when none has come.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    since: PartialDate | None = None
    own: tuple[PartialDate | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """One standing in [start, end); None is without bound.

    `since` is the day from which the status has held without a break, other dimensions aside.
    """

    start: date | None
    end: date | None
    standing: Standing
    since: date | None
    reasons: tuple[str, ...]
    known: Known = Known()

    @property
    def status(self) -> StrEnum:
        """Its status."""
        return self.standing.status

    @property
    def dimensions(self) -> Any:
        """A word for each dimension, as the program's rule has them."""
        return self.standing.dimensions


def spans_of(tracks: Tracks) -> tuple[Span, ...]:
    """The spans of a place, first to last, no gap and no overlap (status-rules, "The timeline")."""
    reading: Any = tracks.at(date.min)
    spans = [Span(None, None, reading.standing, None, reading.reasons)]
    for day in turning_days(tracks):
        now: Any = tracks.at(day)
        span = _following(spans[-1], day, reading, now)
        if span:
            spans[-1] = _ended(spans[-1], span)
            spans.append(span)
        reading = now
    return tuple(spans)


def _following(last: Span, day: date, before: Any, now: Any) -> Span | None:
    """The span that begins on the day; None when neither status nor a dimension turns."""
    standing = now.standing
    if last.standing == standing:
        return None
    held = last.status is standing.status
    known = Known(
        start=beginning(day, before, now, lambda r: r.standing),
        since=last.known.since
        if held
        else beginning(day, before, now, lambda r: r.standing.status),
        own=now.known(day, before, last.known.own),
    )
    return Span(day, None, standing, last.since if held else day, now.reasons, known)


def _status(reading: Any) -> StrEnum:
    status: StrEnum = reading.standing.status
    return status


def turning_days(tracks: Tracks) -> list[date]:
    """Every day on which a dimension may turn, ascending, each once."""
    return sorted(set(tracks.days))


def _ended(span: Span, following: Span) -> Span:
    # Not `replace`, which takes three times as long, for every span of the nation.
    known = Known(span.known.start, following.known.start, span.known.since, span.known.own)
    return Span(span.start, following.start, span.standing, span.since, span.reasons, known)
