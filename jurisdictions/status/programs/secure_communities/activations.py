"""Activation: in a county from its own day; in a state while any place in it is active."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import Life
from jurisdictions.status.programs.secure_communities.facts import Activation
from jurisdictions.status.tracks import Mark, Reason, Track


@dataclass(frozen=True, slots=True)
class Active:
    """Activated since `since`; None while not activated."""

    since: date | None = None


def activations(facts: Iterable[Activation]) -> Track[Active]:
    """Days in [activated_on, deactivated_on) of any of the facts, as one track.

    With the facts of all places in a state this is the state's own (status-rules, "One status").
    """
    turns = [turn for order, fact in enumerate(facts) for turn in _turns(order, fact)]
    # Beginnings before ends, so that an end and a beginning on one day leave no gap.
    turns.sort(key=lambda turn: (turn[0].day, not turn[1], turn[0].order))
    running = 0
    marks: list[Mark[Active]] = []
    for reason, begins in turns:
        running += 1 if begins else -1
        if begins and running == 1:
            marks.append(Mark(reason.day, Active(reason.day), (reason,)))
        elif not begins and running == 0:
            marks.append(Mark(reason.day, Active(), (reason,)))
    return Track(Active(), marks)


def _turns(order: int, fact: Activation) -> list[tuple[Reason, bool]]:
    """The beginning and the end of one activation; none for one that covers no day."""
    if fact.activated_on is None:
        return []
    start = fact.activated_on.first_day
    begins = (Reason(start, False, order, fact.name, fact.activated_on), True)
    if fact.deactivated_on is None:
        return [begins]
    end = fact.deactivated_on.first_day
    ends = (Reason(end, False, order, fact.name, fact.deactivated_on), False)
    return [begins, ends] if end > start else []


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
