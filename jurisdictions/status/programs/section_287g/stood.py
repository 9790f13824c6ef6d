"""Which agreements rest on an offer of ICE that came and went: those of two of the models."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from jurisdictions.status.kind_of_fact import FactKind
from jurisdictions.status.programs.section_287g.vocabulary import Effect, Model


class Offer(StrEnum):
    """Whether ICE offers a model: nobody is shown the word."""

    OFFERED = "offered"
    NOT_OFFERED = "not-offered"


_TASK_FORCE: Mapping[str, Offer] = {
    Effect.AUTHORITY_ENACTED: Offer.OFFERED,
    Effect.TASK_FORCE_ENDS: Offer.NOT_OFFERED,
    Effect.TASK_FORCE_RESTORED: Offer.OFFERED,
}
OFFERS: Mapping[str, Mapping[str, Offer]] = {
    Model.TASK_FORCE: _TASK_FORCE,
    Model.JAIL_AND_TASK_FORCE: _TASK_FORCE,
    Model.WARRANT_SERVICE: {Effect.WARRANT_SERVICE_BEGINS: Offer.OFFERED},
}
"""By model, what federal acts say of it. Work in the jail was open from the statute on: nothing was
published or withdrawn that an agreement of that model could be told against."""


KINDS = frozenset({FactKind.AGENCY_AGREEMENT.value})


def says(kind: str, word: str, basis: str, effect: str) -> Offer | None:
    """What a federal act says of the model of an agreement; None where it says nothing of it.

    The day is that of the signing, whatever the agreement is known from (`basis`).
    """
    del basis
    if kind not in KINDS:
        return None
    return OFFERS.get(word, {}).get(effect)
