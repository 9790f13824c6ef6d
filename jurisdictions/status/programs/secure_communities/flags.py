"""The flag that only this program has: an activation without an agreement on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.flags.raised import Raised, key_of
from jurisdictions.status.geoids import is_county, state_of
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementStanding,
    Position,
)


class OwnFlag(StrEnum):
    """The kinds of flag of this program alone."""

    NO_AGREEMENT = "no-agreement"


STANDING = {AgreementStanding.IN_FORCE, AgreementStanding.AWAITING_ICE}
NOT_NEEDED = {Position.AGREEMENTS_NOT_NEEDED, Position.ENDED}
"""From then on nobody claimed that an agreement was needed."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How a place stands from a day on: the dimensions that the rule asks for."""

    geoid: str
    on: PartialDate | None
    activation: str
    agreement: str
    position: str


def without_agreement(turns: Iterable[Turn]) -> Iterator[Raised]:
    """Counties activated on a day on which the record has no agreement of their state standing.

    `turns` are in order of time for each place. Standing is an agreement in force, or signed by the
    state and awaiting ICE. From the federal act that ended all agreements on, none was needed, and
    an activation without one raises no flag. What is to be explained is the state's: one
    explanation for all its counties.
    """
    place, activated = "", False
    for turn in turns:
        began = turn.activation == ActivationStanding.ACTIVATED
        before = activated and turn.geoid == place
        place, activated = turn.geoid, began
        if not began or before or turn.on is None or not is_county(turn.geoid):
            continue
        if turn.position in NOT_NEEDED or turn.agreement in STANDING:
            continue
        kind = OwnFlag.NO_AGREEMENT
        yield Raised(
            kind,
            key_of(kind, turn.geoid),
            turn.geoid,
            (f"activation:{turn.geoid}",),
            (turn.on,),
            word=turn.agreement,
            group=key_of(kind, state_of(turn.geoid)),
        )
