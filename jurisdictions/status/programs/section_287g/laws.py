"""A state's laws: the latest in force that says something of agreements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from jurisdictions.status.programs.section_287g.facts import StateLaw
from jurisdictions.status.programs.section_287g.vocabulary import LawKind, LawStanding
from jurisdictions.status.tracks import Mark, Reason, Track


def laws_in_force(laws: Iterable[StateLaw]) -> Track[LawStanding]:
    """Fold the laws, given in file order, by the day from which each is in force.

    That day is `in_force_on`, else `adopted_on` (the law, "State law").
    """
    found = sorted(
        (Reason(on.first_day, False, order, law.name, on), law.kind)
        for order, law in enumerate(laws)
        if (on := law.in_force_on or law.adopted_on)
    )
    decided = ((reason, standing_after(kind)) for reason, kind in found)
    marks = [Mark(reason.day, standing, (reason,)) for reason, standing in decided if standing]
    return Track(LawStanding.NONE_RECORDED, marks)


def standing_after(kind: LawKind) -> LawStanding | None:
    """The standing that a law of this kind decides; None when it is only shown."""
    match kind:
        case LawKind.REQUIRES:
            return LawStanding.REQUIRES
        case LawKind.ENCOURAGES:
            return LawStanding.ENCOURAGES
        case LawKind.RESTRICTS | LawKind.FORBIDS_STATE_AGENCIES:
            return LawStanding.RESTRICTS
        case LawKind.FORBIDS:
            return LawStanding.FORBIDS
        case LawKind.ENDS_REQUIREMENT:
            return LawStanding.NONE_RECORDED
        case LawKind.REQUIRES_COOPERATION | LawKind.WOULD_REQUIRE | LawKind.PROPOSED_TO_FORBID:
            return None
        case _:
            assert_never(kind)
