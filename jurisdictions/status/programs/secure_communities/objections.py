"""Objections: a place's own requests and its state's, until it takes its state's no longer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from jurisdictions.status.facts import in_file_order
from jurisdictions.status.programs.secure_communities.facts import LocalMeasure, OptOutStep
from jurisdictions.status.programs.secure_communities.measures import adopted
from jurisdictions.status.programs.secure_communities.vocabulary import (
    MeasureKind,
    Objection,
    OptOutStepKind,
)
from jurisdictions.status.tracks import Mark, Reason, Track, dated

Kind = OptOutStepKind
ENDS_INHERITANCE = frozenset({MeasureKind.OPTS_IN, MeasureKind.REFUSES_STATE_OPT_OUT})


@dataclass(frozen=True, slots=True)
class Wish:
    """How the objection stands, the day on which it arose, and the day on which it was honoured."""

    objection: Objection = Objection.NONE
    arose: date | None = None
    honoured: date | None = None


def objections(
    own: tuple[OptOutStep, ...],
    inherited: tuple[OptOutStep, ...] = (),
    measures: tuple[LocalMeasure, ...] = (),
) -> Track[Wish]:
    """The objection from each day on which it was decided (status-rules, "Objection")."""
    together = fold(in_file_order(inherited, own))
    severed, states = adopted(measures, ENDS_INHERITANCE), fold(inherited)
    if severed is None or not states.marks:
        return together
    alone = fold(own)
    # The choice is a reason only once there is something to inherit.
    turn = max(severed.day, states.days[0])
    standing = alone.at(turn)
    return Track(
        Wish(),
        [
            *(mark for mark in together.marks if mark.day < turn),
            Mark(turn, standing.value, (*standing.reasons, severed)),
            *(
                replace(mark, reasons=(*mark.reasons, severed))
                for mark in alone.marks
                if mark.day > turn
            ),
        ],
    )


def fold(steps: tuple[OptOutStep, ...]) -> Track[Wish]:
    """The steps of all threads together: the latest decides."""
    wish = Wish()
    asked: Reason | None = None
    marks: list[Mark[Wish]] = []
    for turn in dated(steps):
        decided = after_step(turn.step.step)
        if decided is None:
            continue
        before, wish = wish, _after(wish, decided, turn.step.step, turn.day)
        if wish.arose is None:
            asked = None
        elif before.arose is None:
            asked = turn.reason
        reasons = (asked,) if asked and asked != turn.reason else ()
        marks.append(Mark(turn.day, wish, (*reasons, turn.reason)))
    return Track(Wish(), marks)


def _after(wish: Wish, decided: Objection, step: OptOutStepKind, day: date) -> Wish:
    if decided is Objection.NONE:
        return Wish()
    arose = wish.arose or (day if step is Kind.REQUESTED else None)
    honoured = (wish.honoured or day) if decided is Objection.HONOURED else None
    return Wish(decided, arose, honoured)


def after_step(step: OptOutStepKind) -> Objection | None:
    """What a step makes of the objection; None when it leaves it unchanged."""
    match step:
        case Kind.INQUIRED | Kind.ANSWERED:
            return None
        case Kind.REQUESTED:
            return Objection.PENDING
        case Kind.REFUSED | Kind.OVERRIDDEN:
            return Objection.REFUSED
        case Kind.GRANTED:
            return Objection.HONOURED
        case Kind.WITHDRAWN | Kind.LAPSED:
            return Objection.NONE
        case _:
            assert_never(step)
