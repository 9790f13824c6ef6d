"""Local measures: the first adopted one of the kinds that change something."""

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
    found = [
        Reason(measure.on.first_day, False, order, measure.name, measure.on)
        for order, measure in enumerate(measures)
        if measure.on and measure.kind in kinds and measure.outcome is MeasureOutcome.ADOPTED
    ]
    return min(found, default=None)


def local_limits(
    own: tuple[LocalMeasure, ...], states: tuple[LocalMeasure, ...] = ()
) -> Track[LocalLimits]:
    """Detainers are limited from the first adopted limit on (status-rules, "Local limits").

    A city's own limit takes no part: the county runs the jail.
    """
    first = adopted(in_file_order(states, own), {MeasureKind.DETAINER_LIMIT})
    marks = [Mark(first.day, LocalLimits.LIMITS_DETAINERS, (first,))] if first else []
    return Track(LocalLimits.NONE_RECORDED, marks)
