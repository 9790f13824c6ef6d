"""Local measures: the first adopted one of the kinds that change something, and when limits end."""

from __future__ import annotations

from collections.abc import Collection

from jurisdictions.status.facts import in_file_order
from jurisdictions.status.programs.secure_communities.facts import LocalMeasure
from jurisdictions.status.programs.secure_communities.vocabulary import (
    LocalLimits,
    MeasureKind,
    MeasureOutcome,
)
from jurisdictions.status.tracks import Mark, Reason, Track


def adopted(measures: tuple[LocalMeasure, ...], kinds: Collection[MeasureKind]) -> Reason | None:
    """When and by which measure the first adopted one of these kinds took effect."""
    found = (adopted_at(measure, order, kinds) for order, measure in enumerate(measures))
    return min((one for one in found if one), default=None)


def local_limits(
    own: tuple[LocalMeasure, ...], states: tuple[LocalMeasure, ...] = ()
) -> Track[LocalLimits]:
    """Detainers are limited while an adopted limit stands (status-rules, "Local limits").

    A city's own limit takes no part: the county runs the jail.
    """
    marks: list[Mark[LocalLimits]] = []
    over: Reason | None = None
    for begun, ended in _standing(in_file_order(states, own)):
        if marks and (over is None or begun.day <= over.day):
            over = max(over, ended) if over and ended else None
            continue
        if over:
            marks.append(Mark(over.day, LocalLimits.NONE_RECORDED, (over,)))
        marks.append(Mark(begun.day, LocalLimits.LIMITS_DETAINERS, (begun,)))
        over = ended
    if over:
        marks.append(Mark(over.day, LocalLimits.NONE_RECORDED, (over,)))
    return Track(LocalLimits.NONE_RECORDED, marks)


def _standing(measures: tuple[LocalMeasure, ...]) -> list[tuple[Reason, Reason | None]]:
    """When each adopted limit took effect, and when it ended, if it did; in the order of effect."""
    found: list[tuple[Reason, Reason | None]] = []
    for order, measure in enumerate(measures):
        begun = adopted_at(measure, order, {MeasureKind.DETAINER_LIMIT})
        if begun is None:
            continue
        end = measure.ended_on
        ended = Reason(end.first_day, False, order, measure.name, end) if end else None
        # One that ended on the day on which it began, as far as is known, never stood.
        if ended is None or ended.day > begun.day:
            found.append((begun, ended))
    return sorted(found, key=lambda one: one[0])


def adopted_at(measure: LocalMeasure, order: int, kinds: Collection[MeasureKind]) -> Reason | None:
    """When a measure took effect, if it was adopted and is of one of these kinds."""
    if measure.on is None or measure.kind not in kinds:
        return None
    if measure.outcome is not MeasureOutcome.ADOPTED:
        return None
    return Reason(measure.on.first_day, False, order, measure.name, measure.on)
