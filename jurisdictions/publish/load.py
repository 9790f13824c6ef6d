"""Rows of the record -> the facts that places see, in a handful of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from jurisdictions.models import (
    Activation,
    AgreementStep,
    Jurisdiction,
    LocalMeasure,
    OptOutStep,
    PolicyEvent,
)
from jurisdictions.models.base import FactVersion
from jurisdictions.models.lying_in import lying_in
from jurisdictions.status.facts import Life
from jurisdictions.status.geoids import NATION
from jurisdictions.status.programs.secure_communities import facts
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The facts of a program after a change: `parents` maps every place to its state or "".

    `lives` has the places that did not exist always.
    """

    parents: Mapping[str, str]
    lives: Mapping[str, Life]
    own: Mapping[str, facts.OwnFacts]
    policy_events: tuple[facts.PolicyEvent, ...]


def load_facts(program_id: int, last_change: int, states: Collection[str] | None = None) -> Loaded:
    """The facts as of a change, six queries; `states` limits the places to these and theirs."""
    rows = _Rows(program_id, last_change, _within(states))
    own: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for kind, found in (
        ("activations", _activations(rows)),
        ("agreement_steps", _agreement_steps(rows)),
        ("opt_out_steps", _opt_out_steps(rows)),
        ("measures", _measures(rows)),
    ):
        for fact in found:
            own[fact.geoid][kind].append(fact)
    places = list(rows.of(Jurisdiction, "geoid", "parent", "valid_from", "valid_to"))
    return Loaded(
        parents=_parents((geoid, parent) for geoid, parent, _from, _to in places),
        lives={geoid: Life(a, b) for geoid, _parent, a, b in places if a or b},
        own={place: _own(kinds) for place, kinds in own.items()},
        policy_events=tuple(_policy_events(rows)),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The versions of a program's facts after a change, about some places."""

    program_id: int
    last_change: int
    places: Q

    def of(self, model: type[FactVersion], *fields: str) -> Iterable[tuple[Any, ...]]:
        """Some fields of every version of a kind. One query."""
        versions = model._default_manager.after_change(self.last_change).order_by("fact_id")
        if model is not Jurisdiction:
            versions = versions.filter(fact__program_id=self.program_id)
        if model is not PolicyEvent:
            versions = versions.filter(self.places)
        return versions.values_list(*fields)


def _within(states: Collection[str] | None) -> Q:
    """The states and all that lies in them; every place when none is named."""
    if states is None:
        return Q()
    return lying_in(states)


def _activations(rows: _Rows) -> Iterator[facts.Activation]:
    fields = "geoid", "activated_on", "deactivated_on", "disclosed_on"
    for geoid, began, ended, disclosed in rows.of(Activation, *fields):
        yield facts.Activation(f"activation:{geoid}", geoid, began, ended, disclosed)


# The order of the facts' ids is that of their files, which decides among steps of one day.
STEP = ("thread", "step_id", "seq", "geoid", "on", "step", "disclosed_on", "fact_id")


def _agreement_steps(rows: _Rows) -> Iterator[facts.AgreementStep]:
    for thread, step_id, seq, geoid, on, word, disclosed, row in rows.of(AgreementStep, *STEP):
        name, step = f"agreement:{thread}:{step_id}", AgreementStepKind(word)
        yield facts.AgreementStep(name, geoid, thread, seq, on, step, disclosed, row)


def _opt_out_steps(rows: _Rows) -> Iterator[facts.OptOutStep]:
    for thread, step_id, seq, geoid, on, word, disclosed, row in rows.of(OptOutStep, *STEP):
        name, step = f"opt_out:{thread}:{step_id}", OptOutStepKind(word)
        yield facts.OptOutStep(name, geoid, thread, seq, on, step, disclosed, row)


def _measures(rows: _Rows) -> Iterator[facts.LocalMeasure]:
    fields = "measure", "geoid", "on", "kind", "outcome", "disclosed_on", "fact_id"
    for measure, geoid, on, word, outcome, disclosed, row in rows.of(LocalMeasure, *fields):
        name, kind = f"local_measure:{measure}", MeasureKind(word)
        yield facts.LocalMeasure(name, geoid, on, kind, MeasureOutcome(outcome), disclosed, row)


def _policy_events(rows: _Rows) -> Iterator[facts.PolicyEvent]:
    fields = "event", "on", "effect", "disclosed_on"
    for event, on, effect, disclosed in rows.of(PolicyEvent, *fields):
        yield facts.PolicyEvent(f"policy_event:{event}", on, Effect(effect), disclosed)


def _parents(rows: Iterable[tuple[Any, ...]]) -> dict[str, str]:
    """Every place but the nation, states before what lies in them."""
    pairs = [(str(geoid), str(parent)) for geoid, parent in rows if geoid != NATION]
    return dict(sorted(pairs, key=lambda pair: (len(pair[0]), pair[0])))


def _own(kinds: Mapping[str, list[Any]]) -> facts.OwnFacts:
    return facts.OwnFacts(**{name: tuple(found) for name, found in kinds.items()})
