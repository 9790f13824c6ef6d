"""The rule at every turning day -> half-open spans, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from jurisdictions.status.beginnings import beginning
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import Facts
from jurisdictions.status.rules import Dimensions, Reading, Tracks, read_on, tracks_of
from jurisdictions.status.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a span's days: each is as precise as the facts behind it, None for none.

    `start`, `end` and `since` are the span's own. `activated` is the day of the activation that
    stands, `sharing` the one since which fingerprints have been shared without a break: activated
    while the program was in force.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    since: PartialDate | None = None
    activated: PartialDate | None = None
    sharing: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """One status and one set of dimensions in [start, end); None is without bound.

    `since` is the day from which the status has held without a break, other dimensions aside.
    """

    start: date | None
    end: date | None
    status: Status
    dimensions: Dimensions
    since: date | None
    reasons: tuple[str, ...]
    known: Known = Known()


def derive_timeline(facts: Facts) -> tuple[Span, ...]:
    """The spans of a place, first to last, no gap and no overlap (status-rules, "The timeline")."""
    return spans_of(tracks_of(facts))


def spans_of(tracks: Tracks) -> tuple[Span, ...]:
    """The spans that follow from tracks already folded."""
    reading = read_on(date.min, tracks)
    spans = [Span(None, None, reading.status, reading.dimensions, None, reading.reasons)]
    for day in turning_days(tracks):
        now = read_on(day, tracks)
        span = _following(spans[-1], day, reading, now)
        if span:
            spans[-1] = _ended(spans[-1], span)
            spans.append(span)
        reading = now
    return tuple(spans)


def _following(last: Span, day: date, before: Reading, now: Reading) -> Span | None:
    """The span that begins on the day; None when neither status nor a dimension turns."""
    status, dimensions = now.status, now.dimensions
    if (last.status, last.dimensions) == (status, dimensions):
        return None
    held = last.status is status
    known = Known(
        start=beginning(day, before, now, lambda r: (r.status, r.dimensions)),
        since=last.known.since if held else beginning(day, before, now, lambda r: r.status),
        activated=now.activation.on if now.activation.value.since else None,
        sharing=_sharing(last, day, before, now),
    )
    since = last.since if held else day
    return Span(day, None, status, dimensions, since, now.reasons, known)


def _sharing(last: Span, day: date, before: Reading, now: Reading) -> PartialDate | None:
    if not now.sharing:
        return None
    if before.sharing:
        return last.known.sharing
    return beginning(day, before, now, lambda r: r.sharing)


def turning_days(tracks: Tracks) -> list[date]:
    """Every day on which a dimension may turn, ascending, each once."""
    return sorted(
        {
            *tracks.regime.days,
            *tracks.agreement.days,
            *tracks.activation.days,
            *tracks.objection.days,
            *tracks.limits.days,
            *tracks.life.days,
        }
    )


def _ended(span: Span, following: Span) -> Span:
    known = replace(span.known, end=following.known.start)
    return replace(span, end=following.start, known=known)
