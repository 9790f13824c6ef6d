"""When a place is a place: outside [valid_from, valid_to) it has no status of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import Activation, Life
from jurisdictions.status.tracks import Mark, Reason, Track


def existence(life: Life) -> Track[bool]:
    """Whether the place exists, as a track; without days it always does."""
    marks = [
        Mark(on.first_day, exists, (Reason(on.first_day, False, 0, "", on),))
        for on, exists in ((life.valid_from, True), (life.valid_to, False))
        if on is not None
    ]
    return Track(life.valid_from is None, marks)


def while_it_lasts(activations: Iterable[Activation], life: Life) -> tuple[Activation, ...]:
    """Activations cut to the time in which the place exists."""
    if life.valid_from is None and life.valid_to is None:
        return tuple(activations)
    return tuple(
        replace(
            fact,
            activated_on=_later(fact.activated_on, life.valid_from),
            deactivated_on=_earlier(fact.deactivated_on, life.valid_to),
        )
        for fact in activations
    )


def _later(own: PartialDate | None, bound: PartialDate | None) -> PartialDate | None:
    """An activation without a day takes part in no rule, and gets none from the place."""
    return max(own, bound) if own and bound else own


def _earlier(own: PartialDate | None, bound: PartialDate | None) -> PartialDate | None:
    return min(own, bound) if own and bound else own or bound
