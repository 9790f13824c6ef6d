"""A track: what one dimension reads from each day on which it turns, and the facts that decided."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, NamedTuple, Protocol, TypeVar

from jurisdictions.status.dates import PartialDate

Value = TypeVar("Value")


class Reason(NamedTuple):
    """A fact that decided something, ordered by when it took effect.

    On one day a federal act comes after a state's own steps (status-rules, "The facts"). `on`
    is what is known of `day`: it covers it, and may be no more than its month or its year.
    """

    day: date
    federal: bool
    order: int
    fact: str
    on: PartialDate


@dataclass(frozen=True, slots=True)
class Mark(Generic[Value]):
    """From `day` on the dimension reads `value`, because of `reasons`."""

    day: date
    value: Value
    reasons: tuple[Reason, ...]

    @property
    def on(self) -> PartialDate:
        """What is known of the day, by the facts that took effect on it."""
        told = [reason.on for reason in self.reasons if reason.day == self.day]
        if not told or any(on.is_day for on in told):
            return PartialDate.of(self.day)
        return min(told, key=lambda on: on.days)


class Track(Generic[Value]):
    """The marks of one dimension in the order of their days, after what stood before any."""

    __slots__ = ("_days", "_marks", "before")

    def __init__(self, before: Value, marks: Iterable[Mark[Value]] = ()) -> None:
        self.before: Mark[Value] = Mark(date.min, before, ())
        self._marks: tuple[Mark[Value], ...] = tuple(marks)
        self._days = [mark.day for mark in self._marks]

    def at(self, day: date) -> Mark[Value]:
        """The last mark on or before the day; of several on one day, the last."""
        place = bisect_right(self._days, day)
        return self._marks[place - 1] if place else self.before

    @property
    def days(self) -> Sequence[date]:
        """The days on which the dimension may turn, ascending."""
        return self._days

    @property
    def marks(self) -> tuple[Mark[Value], ...]:
        """Every mark, in the order in which they took effect."""
        return self._marks


class Step(Protocol):
    """A dated fact that belongs to a thread."""

    @property
    def name(self) -> str: ...
    @property
    def thread(self) -> str: ...
    @property
    def seq(self) -> Decimal | int: ...
    @property
    def on(self) -> PartialDate | None: ...
    @property
    def disclosed_on(self) -> PartialDate | None: ...


AnyStep = TypeVar("AnyStep", bound=Step)


@dataclass(frozen=True, slots=True)
class Dated(Generic[AnyStep]):
    """A step with the day on which it takes effect and its place among the steps of that day."""

    step: AnyStep
    reason: Reason

    @property
    def day(self) -> date:
        """The day on which the step takes effect."""
        return self.reason.day


def dated(steps: Sequence[AnyStep]) -> list[Dated[AnyStep]]:
    """Steps of any threads, in file order -> in the order in which they take effect.

    A step never takes effect before the step above it in its own thread; one without a date
    takes part in no rule (status-rules, "The facts").
    """
    above: dict[str, tuple[date, int, PartialDate]] = {}
    found: list[tuple[date, int, AnyStep, PartialDate]] = []
    for row, step in sorted(enumerate(steps), key=lambda pair: pair[1].seq):
        if step.on is None:
            continue
        floor, row_above, on_above = above.get(step.thread, (date.min, -1, step.on))
        day = max(step.on.first_day, floor)
        # Of a day that is the step's above, no more is known than of that one.
        on = step.on if step.on.covers(day) else on_above
        # Among steps of one day the file decides, but never against a thread's own order.
        place = max(row, row_above) if day == floor else row
        above[step.thread] = (day, place, on)
        found.append((day, place, step, on))
    # `found` has each thread in its own order and the sort is stable, so ties keep that order.
    found.sort(key=lambda one: one[:2])
    return [
        Dated(step, Reason(day, False, order, step.name, on))
        for order, (day, _, step, on) in enumerate(found)
    ]
