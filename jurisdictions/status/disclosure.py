"""What could be known on a day: facts disclosed later are left out before the rule runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.tracks import AnyStep, dated


class Publicity(NamedTuple):
    """From `on` on a fact, or its end, was public; `counts_from` is the day that it tells of.

    `counts_from` is never after the day on which the rule begins to count it.
    """

    on: date
    counts_from: date
    fact: str


class Datable(Protocol):
    """A fact with a day of its own and perhaps one on which it was disclosed."""

    @property
    def name(self) -> str: ...
    @property
    def on(self) -> PartialDate | None: ...
    @property
    def disclosed_on(self) -> PartialDate | None: ...


AnyFact = TypeVar("AnyFact", bound=Datable)


def public_from(on: PartialDate | None, disclosed_on: PartialDate | None) -> date:
    """The day on which a fact became public: its disclosure, else its own day.

    A fact without any date takes part in no rule; it counts as always public.
    """
    known = disclosed_on or on
    return known.first_day if known else date.min


def known(facts: Sequence[AnyFact], known_on: date) -> tuple[AnyFact, ...]:
    """Those that were public on the day (status-rules, "What could be known when")."""
    return tuple(f for f in facts if public_from(f.on, f.disclosed_on) <= known_on)


def known_steps(steps: Sequence[AnyStep], known_on: date) -> tuple[AnyStep, ...]:
    """A step's own day is the one on which it takes effect: never before the step above it."""
    effective = {one.step.name: one.day for one in dated(steps)}

    def public(step: AnyStep) -> date:
        own = effective.get(step.name, date.min)
        return step.disclosed_on.first_day if step.disclosed_on else own

    return tuple(step for step in steps if public(step) <= known_on)


def publicity(facts: Sequence[Datable]) -> Iterator[Publicity]:
    """When each of the facts became public, of which `known` tells."""
    for fact in facts:
        if fact.on:
            public = public_from(fact.on, fact.disclosed_on)
            yield Publicity(public, fact.on.first_day, fact.name)


def publicity_of_steps(steps: Sequence[AnyStep]) -> Iterator[Publicity]:
    """When each of the steps became public, of which `known_steps` tells."""
    for one in dated(steps):
        disclosed, own = one.step.disclosed_on, one.step.on
        public = disclosed.first_day if disclosed else one.day
        yield Publicity(public, own.first_day if own else date.min, one.step.name)
