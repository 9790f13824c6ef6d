"""The federal position, and whether the program is in force, from the acts of the government."""

from __future__ import annotations

import pytest

from jurisdictions.status.programs.secure_communities.federal import Regime, after, regimes
from jurisdictions.status.programs.secure_communities.vocabulary import Effect, Position
from tests.status.secure_communities.records import event, on

TABLE = {
    Effect.PROGRAM_ANNOUNCED: (Position.VOLUNTARY, None),
    Effect.PROGRAM_BEGINS: (None, True),
    Effect.OPT_OUT_PROCEDURE_PUBLISHED: (Position.OPT_OUT_PROCEDURE, None),
    Effect.NOT_OPTIONAL: (Position.NOT_OPTIONAL, None),
    Effect.AGREEMENTS_ENDED: (Position.AGREEMENTS_NOT_NEEDED, None),
    Effect.PROGRAM_ENDS: (Position.ENDED, False),
    Effect.PROGRAM_RESTORED: (Position.AGREEMENTS_NOT_NEEDED, True),
    Effect.CONTEXT: (None, None),
}
"""What each effect sets: the position, and whether the program is in force; None is unchanged."""


def test_the_table_has_a_row_for_every_effect() -> None:
    assert set(TABLE) == set(Effect)


def test_before_the_first_event_the_position_is_unstated_and_nothing_has_begun() -> None:
    assert regimes([]).at(on("2010-01-01")).value == Regime(Position.UNSTATED, None)
    announced = regimes([event("program-announced", "2008-03-28")])
    assert announced.at(on("2008-03-27")).value == Regime(Position.UNSTATED, None)
    assert announced.at(on("2008-03-28")).value == Regime(Position.VOLUNTARY, None)


@pytest.mark.parametrize("effect", Effect)
@pytest.mark.parametrize("earlier", Effect)
def test_each_event_replaces_what_stood_before(effect: Effect, earlier: Effect) -> None:
    before = regimes([event(earlier, "2009", name="earlier")]).at(on("2010-04-30")).value
    both = regimes([event(earlier, "2009", name="earlier"), event(effect, "2010-05")])
    position, in_force = TABLE[effect]
    force = before.in_force if in_force is None else in_force
    assert both.at(on("2010-04-30")).value == before
    assert both.at(on("2010-05-01")).value == Regime(position or before.position, force)


@pytest.mark.parametrize("effect", Effect)
def test_an_effect_leaves_unchanged_what_the_table_does_not_name(effect: Effect) -> None:
    before = Regime(Position.OPT_OUT_PROCEDURE, True)
    position, in_force = TABLE[effect]
    unchanged = Regime(position or before.position, in_force is not False)
    assert after(before, effect) == unchanged


def test_on_one_day_the_later_event_in_the_file_decides() -> None:
    events = [event("not-optional", "2010"), event("program-announced", "2010-01-01")]
    assert regimes(events).at(on("2010-01-01")).value.position is Position.VOLUNTARY
    assert regimes(events[::-1]).at(on("2010-01-01")).value.position is Position.NOT_OPTIONAL


def test_the_reasons_are_the_event_that_set_the_position_and_the_one_that_put_it_in_force() -> None:
    track = regimes(
        [
            event("program-announced", "2008-03-28"),
            event("program-begins", "2008-10-27"),
            event("context", "2009"),
            event("not-optional", "2010-10-06"),
        ]
    )
    names = [reason.fact for reason in track.at(on("2011-01-01")).reasons]
    assert names == ["policy_event:not-optional", "policy_event:program-begins"]


def test_an_event_without_a_date_sets_nothing() -> None:
    assert regimes([event("program-begins", "")]).marks == ()


def test_what_put_the_program_in_force_again_is_its_reason_whatever_came_after() -> None:
    acts = [
        event("program-begins", "2008"),
        event("program-ends", "2014"),
        event("program-restored", "2017"),
        event("not-optional", "2018"),
    ]
    decided = regimes(acts).at(on("2019-01-01"))
    assert [reason.fact for reason in decided.reasons] == [
        "policy_event:not-optional",
        "policy_event:program-restored",
    ]
