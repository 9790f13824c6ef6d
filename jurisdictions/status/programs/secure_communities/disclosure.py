"""What of this program's facts was public on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from jurisdictions.status.disclosure import known, known_steps, public_from
from jurisdictions.status.programs.secure_communities.facts import Activation, Facts, OwnFacts


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
        measures=known(own.measures, known_on),
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
