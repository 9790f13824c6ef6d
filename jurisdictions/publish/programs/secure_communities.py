"""Secure Communities: rows of its facts -> what its places see; how far a change reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jurisdictions.models import Activation, AgreementStep, LocalMeasure, OptOutStep, PolicyEvent
from jurisdictions.publish.reach import state_and_counties
from jurisdictions.publish.rows import Rows
from jurisdictions.status.facts import ALWAYS, Life
from jurisdictions.status.programs.secure_communities import facts
from jurisdictions.status.programs.secure_communities.activations import while_it_lasts
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)

reach = state_and_counties


@dataclass(frozen=True, slots=True)
class Loaded:
    """The facts of the program after a change: `parents` maps every place to its state or "".

    `lives` has the places that did not exist always, `members` the activations in each state.
    """

    parents: Mapping[str, str]
    lives: Mapping[str, Life]
    own: Mapping[str, facts.OwnFacts]
    policy_events: tuple[facts.PolicyEvent, ...]
    members: Mapping[str, list[facts.Activation]]

    def seen(self, geoid: str) -> facts.Facts:
        """All that a place sees."""
        parent = self.parents[geoid]
        return facts.Facts(
            own=self.own.get(geoid, facts.NO_FACTS),
            state=self.own.get(parent, facts.NO_FACTS) if parent else facts.NO_FACTS,
            policy_events=self.policy_events,
            members=tuple(self.members.get(geoid, ())),
            life=self.lives.get(geoid, ALWAYS),
        )


def load(rows: Rows) -> Loaded:
    """The facts as of a change, six queries."""
    own: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for kind, found in (
        ("activations", _activations(rows)),
        ("agreement_steps", _agreement_steps(rows)),
        ("opt_out_steps", _opt_out_steps(rows)),
        ("measures", _measures(rows)),
    ):
        for fact in found:
            own[fact.geoid][kind].append(fact)
    parents, lives = rows.parents(), rows.lives()
    of_places = {place: _own(kinds) for place, kinds in own.items()}
    return Loaded(
        parents=parents,
        lives=lives,
        own=of_places,
        policy_events=tuple(_policy_events(rows)),
        members=_members(of_places, parents, lives),
    )


def _members(
    own: Mapping[str, facts.OwnFacts], parents: Mapping[str, str], lives: Mapping[str, Life]
) -> dict[str, list[facts.Activation]]:
    """The activations in each state, in file order; none for any other place."""
    found: dict[str, list[facts.Activation]] = defaultdict(list)
    for geoid, of_place in own.items():
        if parent := parents.get(geoid):
            life = lives.get(geoid, ALWAYS)
            found[parent] += while_it_lasts(of_place.activations, life)
    return found


def _activations(rows: Rows) -> Iterator[facts.Activation]:
    fields = "geoid", "activated_on", "deactivated_on", "disclosed_on"
    for geoid, began, ended, disclosed in rows.of(Activation, *fields):
        yield facts.Activation(f"activation:{geoid}", geoid, began, ended, disclosed)


# The order of the facts' ids is that of their files, which decides among steps of one day.
STEP = ("thread", "step_id", "seq", "geoid", "on", "step", "disclosed_on", "fact_id")


def _agreement_steps(rows: Rows) -> Iterator[facts.AgreementStep]:
    for thread, step_id, seq, geoid, on, word, disclosed, row in rows.of(AgreementStep, *STEP):
        name, step = f"agreement:{thread}:{step_id}", AgreementStepKind(word)
        yield facts.AgreementStep(name, geoid, thread, seq, on, step, disclosed, row)


def _opt_out_steps(rows: Rows) -> Iterator[facts.OptOutStep]:
    for thread, step_id, seq, geoid, on, word, disclosed, row in rows.of(OptOutStep, *STEP):
        name, step = f"opt_out:{thread}:{step_id}", OptOutStepKind(word)
        yield facts.OptOutStep(name, geoid, thread, seq, on, step, disclosed, row)


def _measures(rows: Rows) -> Iterator[facts.LocalMeasure]:
    fields = "measure", "geoid", "on", "kind", "outcome", "disclosed_on", "fact_id", "ended_on"
    for measure, geoid, on, word, outcome, disclosed, row, ended in rows.of(LocalMeasure, *fields):
        name, kind, became = f"local_measure:{measure}", MeasureKind(word), MeasureOutcome(outcome)
        yield facts.LocalMeasure(name, geoid, on, kind, became, disclosed, row, ended)


def _policy_events(rows: Rows) -> Iterator[facts.PolicyEvent]:
    fields = "event", "on", "effect", "disclosed_on"
    for event, on, effect, disclosed in rows.of(PolicyEvent, *fields):
        yield facts.PolicyEvent(f"policy_event:{event}", on, Effect(effect), disclosed)


def _own(kinds: Mapping[str, list[Any]]) -> facts.OwnFacts:
    return facts.OwnFacts(**{name: tuple(found) for name, found in kinds.items()})
