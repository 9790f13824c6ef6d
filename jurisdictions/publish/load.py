"""Rows of the record -> the facts that places see, in a handful of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
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
from jurisdictions.status import facts
from jurisdictions.status.vocabulary import (
    AgreementStepKind,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)

NATION = "US"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The facts of a program after a change: `parents` maps every place to its state or ""."""

    parents: Mapping[str, str]
    own: Mapping[str, facts.OwnFacts]
    policy_events: tuple[facts.PolicyEvent, ...]


def load_facts(program_id: int, last_change: int, states: Collection[str] | None = None) -> Loaded:
    """The facts as of a change, six queries; `states` limits the places to these and theirs."""
    places = Q()
    if states is not None:
        places = Q(geoid__in=states)
        for state in states:
            places |= Q(geoid__startswith=state)

    def rows(model: type[FactVersion], *fields: str) -> Iterable[tuple[Any, ...]]:
        versions = model._default_manager.after_change(last_change).order_by("fact_id")
        if model is not Jurisdiction:
            versions = versions.filter(fact__program_id=program_id)
        if model is not PolicyEvent:
            versions = versions.filter(places)
        return versions.values_list(*fields)

    own: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for geoid, began, ended, disclosed in rows(
        Activation, "geoid", "activated_on", "deactivated_on", "disclosed_on"
    ):
        activation = facts.Activation(f"activation:{geoid}", geoid, began, ended, disclosed)
        own[geoid]["activations"].append(activation)
    for thread, seq, geoid, on, step, disclosed, row in rows(AgreementStep, *STEP):
        name = f"agreement:{thread}:{seq}"
        own[geoid]["agreement_steps"].append(
            facts.AgreementStep(
                name, geoid, thread, seq, on, AgreementStepKind(step), disclosed, row
            )
        )
    for thread, seq, geoid, on, step, disclosed, row in rows(OptOutStep, *STEP):
        name = f"opt_out:{thread}:{seq}"
        own[geoid]["opt_out_steps"].append(
            facts.OptOutStep(name, geoid, thread, seq, on, OptOutStepKind(step), disclosed, row)
        )
    for measure, geoid, on, kind, outcome, disclosed, row in rows(
        LocalMeasure, "measure", "geoid", "on", "kind", "outcome", "disclosed_on", "fact_id"
    ):
        name = f"local_measure:{measure}"
        own[geoid]["measures"].append(
            facts.LocalMeasure(
                name, geoid, on, MeasureKind(kind), MeasureOutcome(outcome), disclosed, row
            )
        )
    return Loaded(
        parents=_parents(rows(Jurisdiction, "geoid", "parent")),
        own={place: _own(kinds) for place, kinds in own.items()},
        policy_events=tuple(
            facts.PolicyEvent(f"policy_event:{event}", on, Effect(effect), disclosed)
            for event, on, effect, disclosed in rows(
                PolicyEvent, "event", "on", "effect", "disclosed_on"
            )
        ),
    )


# The order of the facts' ids is that of their files, which decides among steps of one day.
STEP = ("thread", "seq", "geoid", "on", "step", "disclosed_on", "fact_id")


def _parents(rows: Iterable[tuple[Any, ...]]) -> dict[str, str]:
    """Every place but the nation, states before what lies in them."""
    pairs = [(str(geoid), str(parent)) for geoid, parent in rows if geoid != NATION]
    return dict(sorted(pairs, key=lambda pair: (len(pair[0]), pair[0])))


def _own(kinds: Mapping[str, list[Any]]) -> facts.OwnFacts:
    return facts.OwnFacts(**{name: tuple(found) for name, found in kinds.items()})
