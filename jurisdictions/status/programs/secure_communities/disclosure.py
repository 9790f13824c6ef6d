"""What of this program's facts was public on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from jurisdictions.status.disclosure import (
    Publicity,
    known,
    known_steps,
    public_from,
    publicity,
    publicity_of_steps,
)
from jurisdictions.status.programs.secure_communities.facts import (
    Activation,
    Facts,
    LocalMeasure,
    OwnFacts,
)
from jurisdictions.status.programs.secure_communities.vocabulary import Effect


def known_facts(facts: Facts, known_on: date) -> Facts:
    """The facts that were public on `known_on` (status-rules, "What could be known when")."""
    return Facts(
        own=_known_own(facts.own, known_on),
        state=_known_own(facts.state, known_on),
        policy_events=known(facts.policy_events, known_on),
        members=_known_activations(facts.members, known_on),
        life=facts.life,
    )


def _known_own(own: OwnFacts, known_on: date) -> OwnFacts:
    return OwnFacts(
        activations=_known_activations(own.activations, known_on),
        agreement_steps=known_steps(own.agreement_steps, known_on),
        opt_out_steps=known_steps(own.opt_out_steps, known_on),
        measures=_known_measures(own.measures, known_on),
    )


def _known_activations(facts: Sequence[Activation], known_on: date) -> tuple[Activation, ...]:
    """An end that lies after `known_on` was not known then, though the activation was."""
    told = (f for f in facts if public_from(f.activated_on, f.disclosed_on) <= known_on)
    return tuple(
        replace(f, deactivated_on=None)
        if f.deactivated_on and f.deactivated_on.first_day > known_on
        else f
        for f in told
    )


def _known_measures(facts: Sequence[LocalMeasure], known_on: date) -> tuple[LocalMeasure, ...]:
    """Like an activation: an end that lies after `known_on` was not known then."""
    return tuple(
        replace(f, ended_on=None) if f.ended_on and f.ended_on.first_day > known_on else f
        for f in known(facts, known_on)
    )


def publicity_of(facts: Facts) -> Iterator[Publicity]:
    """When each fact that may count, or its end, became public; in no order."""
    for own in (facts.own, facts.state):
        yield from _of_activations(own.activations)
        yield from publicity_of_steps(own.agreement_steps)
        yield from publicity_of_steps(own.opt_out_steps)
        yield from publicity(own.measures)
        yield from _ends_of(own.measures)
    yield from _of_activations(facts.members)
    yield from publicity([one for one in facts.policy_events if one.effect is not Effect.CONTEXT])


def _ends_of(facts: Sequence[LocalMeasure]) -> Iterator[Publicity]:
    for fact in facts:
        if fact.on and fact.ended_on:
            end = fact.ended_on.first_day
            yield Publicity(max(public_from(fact.on, fact.disclosed_on), end), end, fact.name)


def _of_activations(facts: Sequence[Activation]) -> Iterator[Publicity]:
    for fact in facts:
        if fact.activated_on:
            public = public_from(fact.activated_on, fact.disclosed_on)
            yield Publicity(public, fact.activated_on.first_day, fact.name)
            if fact.deactivated_on:
                end = fact.deactivated_on.first_day
                yield Publicity(max(public, end), end, fact.name)
