"""The rule at every turning day -> half-open spans, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurisdictions.status.facts import Facts
from jurisdictions.status.rules import Dimensions, Tracks, judge, tracks_of
from jurisdictions.status.vocabulary import Status


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


def derive_timeline(facts: Facts) -> tuple[Span, ...]:
    """The spans of a place, first to last, no gap and no overlap (status-rules, "The timeline")."""
    return spans_of(tracks_of(facts))


def spans_of(tracks: Tracks) -> tuple[Span, ...]:
    """The spans that follow from tracks already folded."""
    spans: list[Span] = []
    for day in (None, *turning_days(tracks)):
        verdict = judge(day or date.min, tracks)
        last = spans[-1] if spans else None
        if last and (last.status, last.dimensions) == (verdict.status, verdict.dimensions):
            continue
        since = last.since if last and last.status is verdict.status else day
        if last:
            spans[-1] = _ended(last, day)
        spans.append(Span(day, None, verdict.status, verdict.dimensions, since, verdict.reasons))
    return tuple(spans)


def turning_days(tracks: Tracks) -> list[date]:
    """Every day on which a dimension may turn, ascending, each once."""
    return sorted(
        {
            *tracks.regime.days,
            *tracks.agreement.days,
            *tracks.activation.days,
            *tracks.objection.days,
            *tracks.limits.days,
        }
    )


def _ended(span: Span, day: date | None) -> Span:
    return Span(span.start, day, span.status, span.dimensions, span.since, span.reasons)
