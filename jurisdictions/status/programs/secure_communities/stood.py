"""Which acts of places and states rest on what the federal government said of taking part."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from jurisdictions.status.kind_of_fact import FactKind
from jurisdictions.status.programs.secure_communities.federal import Regime, after, sets_position
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementBasis,
    AgreementStepKind,
    DateBasis,
    Effect,
    MeasureKind,
    OptOutStepKind,
)

RESTING: Mapping[str, frozenset[StrEnum]] = {
    FactKind.OPT_OUT: frozenset(
        {OptOutStepKind.INQUIRED, OptOutStepKind.REQUESTED, OptOutStepKind.WITHDRAWN}
    ),
    FactKind.AGREEMENT: frozenset(
        {
            AgreementStepKind.SIGNED_BY_STATE,
            AgreementStepKind.SIGNED,
            AgreementStepKind.INTENT_TO_SIGN,
            AgreementStepKind.ACTIVATIONS_PAUSED_BY_STATE,
            AgreementStepKind.SUSPENDED_BY_STATE,
            AgreementStepKind.ENDED_BY_STATE,
            AgreementStepKind.DECLINED,
        }
    ),
    FactKind.LOCAL_MEASURE: frozenset(
        {
            MeasureKind.RESOLUTION,
            MeasureKind.OPTS_IN,
            MeasureKind.REFUSES_STATE_OPT_OUT,
            MeasureKind.COMMUNITY_REQUEST,
            MeasureKind.REQUEST_BY_CITY,
        }
    ),
}
"""By kind of fact. What ICE did rests on nothing of a place's; a limit on detainers rests on other
law, and what only was said or considered on nothing."""


KINDS = frozenset(RESTING)
NOT_THEIR_DAY = frozenset({DateBasis.REPORTED_BY, AgreementBasis.IN_FORCE_BY})
"""What happened by a day may have happened under an older rule."""


def says(kind: str, word: str, basis: str, effect: str) -> StrEnum | None:
    """What a federal act says of taking part, for an act of a place; None where it says nothing."""
    if word not in RESTING.get(kind, ()) or basis in NOT_THEIR_DAY:
        return None
    if not sets_position(Effect(effect)):
        return None
    return after(Regime(), Effect(effect)).position
