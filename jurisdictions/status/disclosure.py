"""What could be known on a day: facts disclosed later are left out before the rule runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import Activation, Facts, OwnFacts
from jurisdictions.status.tracks import AnyStep, dated


class Datable(Protocol):
    """A fact with a day of its own and perhaps one on which it was disclosed."""

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


def known_facts(facts: Facts, known_on: date) -> Facts:
    """The facts that were public on `known_on` (status-rules, "What could be known when")."""
    return Facts(
        own=_known_own(facts.own, known_on),
        state=_known_own(facts.state, known_on),
        policy_events=_known(facts.policy_events, known_on),
        members=_known_activations(facts.members, known_on),
        life=facts.life,
    )


def _known_own(own: OwnFacts, known_on: date) -> OwnFacts:
    return OwnFacts(
        activations=_known_activations(own.activations, known_on),
        agreement_steps=_known_steps(own.agreement_steps, known_on),
        opt_out_steps=_known_steps(own.opt_out_steps, known_on),
        measures=_known(own.measures, known_on),
    )


def _known(facts: Sequence[AnyFact], known_on: date) -> tuple[AnyFact, ...]:
    return tuple(f for f in facts if public_from(f.on, f.disclosed_on) <= known_on)


def _known_steps(steps: Sequence[AnyStep], known_on: date) -> tuple[AnyStep, ...]:
    """A step's own day is the one on which it takes effect: never before the step above it."""
    effective = {one.step.name: one.day for one in dated(steps)}

    def public(step: AnyStep) -> date:
        own = effective.get(step.name, date.min)
        return step.disclosed_on.first_day if step.disclosed_on else own

    return tuple(step for step in steps if public(step) <= known_on)


def _known_activations(facts: Sequence[Activation], known_on: date) -> tuple[Activation, ...]:
    """An end that lies after `known_on` was not known then, though the activation was."""
    known = (f for f in facts if public_from(f.activated_on, f.disclosed_on) <= known_on)
    return tuple(
        replace(f, deactivated_on=None)
        if f.deactivated_on and f.deactivated_on.first_day > known_on
        else f
        for f in known
    )
