"""A rule that federal acts alone decide: each place stands as the last act left it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.status.acts_alone import Facts, PolicyEvent, known_facts, tracks_by_acts
from jurisdictions.status.dates import PartialDate


class Effect(StrEnum):
    """What an act does."""

    BEGINS = "begins"
    ENDS = "ends"
    CONTEXT = "context"


class Position(StrEnum):
    """Where the federal government stands."""

    SILENT = "silent"
    ASKS = "asks"
    ENDED = "ended"


class Status(StrEnum):
    """How a place stands."""

    NO = "no"
    YES = "yes"


POSITIONS = {Effect.BEGINS: Position.ASKS, Effect.ENDS: Position.ENDED}
STANDING = {Position.SILENT: Status.NO, Position.ASKS: Status.YES, Position.ENDED: Status.NO}
tracks_of = tracks_by_acts(POSITIONS, STANDING)
DAYS = st.dates(date(2010, 1, 1), date(2010, 3, 1))
ACTS = st.lists(st.tuples(st.none() | DAYS, st.sampled_from(Effect), st.none() | DAYS), max_size=8)


def facts(acts: list[tuple[date | None, Effect, date | None]]) -> Facts:
    def known(day: date | None) -> PartialDate | None:
        return PartialDate.of(day) if day else None

    return Facts(
        tuple(
            PolicyEvent(f"policy_event:{number}", known(on), effect, known(told))
            for number, (on, effect, told) in enumerate(acts)
        )
    )


@given(ACTS, DAYS)
def test_the_last_act_that_took_effect_decides_and_is_the_reason(
    acts: list[tuple[date | None, Effect, date | None]], day: date
) -> None:
    told = [
        (on, number, effect)
        for number, (on, effect, _public) in enumerate(acts)
        if on and on <= day and effect is not Effect.CONTEXT
    ]
    reading = tracks_of(facts(acts)).at(day)
    position = POSITIONS[max(told)[2]] if told else Position.SILENT
    assert reading.standing == (STANDING[position], (position,))
    assert reading.reasons == ((f"policy_event:{max(told)[1]}",) if told else ())


@given(ACTS, DAYS)
def test_nothing_turns_but_on_its_days(
    acts: list[tuple[date | None, Effect, date | None]], day: date
) -> None:
    tracks = tracks_of(facts(acts))
    before = max((one for one in tracks.days if one <= day), default=date.min)
    assert tracks.at(day).standing == tracks.at(before).standing
    assert tracks_of(facts([]), tracks) is tracks


@given(ACTS, DAYS)
def test_an_act_that_became_public_later_was_not_known(
    acts: list[tuple[date | None, Effect, date | None]], day: date
) -> None:
    known = known_facts(facts(acts), day).policy_events
    public = {
        f"policy_event:{number}"
        for number, (on, _effect, told) in enumerate(acts)
        if (told or on or date.min) <= day
    }
    assert {act.name for act in known} == public
