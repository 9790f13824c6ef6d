"""Requests not to take part, each from its first letter to its last answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from jurisdictions.read.place_records import acts_with_effect, span_at, with_places
from jurisdictions.read.places import places_of
from jurisdictions.read.records import opt_out_steps
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, SpanRow
from jurisdictions.read.timelines import timeline_of
from jurisdictions.status.programs.secure_communities.vocabulary import OptOutStepKind

ASKING = {OptOutStepKind.INQUIRED.value, OptOutStepKind.REQUESTED.value}
ANSWERS = {step.value for step in OptOutStepKind} - ASKING - {OptOutStepKind.WITHDRAWN.value}


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request: its steps in their order, and the place that did not wish to take part."""

    thread: str
    place: PlaceRow
    steps: tuple[FactRow, ...]

    @property
    def first(self) -> FactRow:
        """The step that began it."""
        return self.steps[0]

    @property
    def last(self) -> FactRow:
        """The step that stands last."""
        return self.steps[-1]

    @property
    def days(self) -> int | None:
        """Days from the first step to the last answer; None where a day is not known."""
        answers = [step for step in self.steps if step.word in ANSWERS]
        return days_between(self.first, answers[-1]) if answers else None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A request with the place's spans, and the federal acts between its first and last day."""

    request: RequestRow
    spans: tuple[SpanRow, ...]
    acts: tuple[FactRow, ...]


def days_between(earlier: FactRow, later: FactRow) -> int | None:
    """Whole days from one step to another; None unless both are known to the day."""
    if not (earlier.on and earlier.on.is_day and later.on and later.on.is_day):
        return None
    return (later.on.first_day - earlier.on.first_day).days


def requests_made(as_of: AsOf) -> tuple[RequestRow, ...]:
    """Every request by the day of its first step. Two queries."""
    places = places_of(as_of)
    ordered = sorted(opt_out_steps(as_of), key=lambda step: (step.thread, step.seq))
    found = [
        RequestRow(thread, places[steps[0].geoid], tuple(steps))
        for thread, group in groupby(ordered, key=lambda step: step.thread)
        if (steps := list(group))[0].geoid in places
    ]
    return tuple(sorted(found, key=lambda one: (_day(one.first), one.place.sort_label)))


def dossier_of(as_of: AsOf, thread: str) -> Dossier | None:
    """One request with what surrounds it; None when there is no such one."""
    request = next((one for one in requests_made(as_of) if one.thread == thread), None)
    if request is None:
        return None
    spans = timeline_of(as_of, request.place.geoid)
    acts = _between(acts_with_effect(as_of), _day(request.first), _day(request.last))
    return Dossier(request, tuple(with_places(span, as_of) for span in spans), acts)


def standing_after(dossier: Dossier, step: FactRow) -> SpanRow:
    """The span of the place that holds on the day of a step."""
    return span_at(dossier.spans, _day(step))


def _between(acts: Iterable[FactRow], first: date, last: date) -> tuple[FactRow, ...]:
    return tuple(act for act in acts if act.effective_on and first <= act.effective_on <= last)


def _day(step: FactRow) -> date:
    return step.effective_on or date.max
