"""A state's agreement: its own steps, and what federal acts make of it."""

from __future__ import annotations

import pytest

from jurisdictions.status.programs.secure_communities.agreements import agreement_record, agreements
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStanding,
    AgreementStepKind,
    Effect,
)
from tests.status.secure_communities.records import agreed, event, on

STEPS = {
    "signed-by-state": "awaiting-ice",
    "signed": "in-force",
    "revised": "in-force",
    "intent-to-sign": None,
    "activations-paused-by-state": None,
    "suspended-by-state": "suspended",
    "ended-by-state": "ended-by-state",
    "ended-by-ice": "ended-by-ice",
    "declined": "declined",
    "operated-without-agreement": "none",
    "in-force-by": "in-force",
}
WHEN_AGREEMENTS_END = {
    "in-force": "ended-by-ice",
    "suspended": "ended-by-ice",
    "awaiting-ice": "ended-by-ice",
    "not-documented": "none",
    "ended-by-state": "ended-by-state",
    "ended-by-ice": "ended-by-ice",
    "declined": "declined",
    "none": "none",
}
LEADS_TO = {
    standing: next((step for step, after in STEPS.items() if after == standing), None)
    for standing in WHEN_AGREEMENTS_END
}


def test_the_tables_have_a_row_for_every_step_and_every_standing() -> None:
    assert set(STEPS) == set(AgreementStepKind)
    assert set(WHEN_AGREEMENTS_END) == set(AgreementStanding)


def test_an_agreement_is_not_documented_until_a_step_says_otherwise() -> None:
    track = agreements((agreed("signed", "2010-05-18"),), ())
    assert track.at(on("2010-05-17")).value is AgreementStanding.NOT_DOCUMENTED
    assert track.at(on("2010-05-17")).reasons == ()
    assert track.at(on("2010-05-18")).value is AgreementStanding.IN_FORCE


def test_an_agreement_known_only_by_a_day_is_not_documented_before_it() -> None:
    track = agreements((agreed("in-force-by", "2010-11-05"),), ())
    assert track.at(on("2010-11-04")).value is AgreementStanding.NOT_DOCUMENTED
    assert track.at(on("2010-11-05")).value is AgreementStanding.IN_FORCE


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("earlier", STEPS)
def test_a_step_decides_the_agreement_or_leaves_it_alone(step: str, earlier: str) -> None:
    before = STEPS[earlier] or "not-documented"
    track = agreements((agreed(earlier, "2009"), agreed(step, "2010", seq=2)), ())
    assert track.at(on("2009-12-31")).value == before
    assert track.at(on("2010-01-01")).value == (STEPS[step] or before)


@pytest.mark.parametrize(("before", "after"), WHEN_AGREEMENTS_END.items())
def test_when_agreements_end_each_standing_turns_as_the_table_says(before: str, after: str) -> None:
    step = LEADS_TO[before]
    steps = (agreed(step, "2010"),) if step else ()
    track = agreements(steps, (event("agreements-ended", "2011-08-05"),))
    mark = track.at(on("2011-08-05"))
    assert track.at(on("2011-08-04")).value == before
    assert mark.value == after
    decided = "agreement:il:1" if before == after else "policy_event:agreements-ended"
    assert [reason.fact for reason in mark.reasons] == [decided]


@pytest.mark.parametrize("effect", sorted(set(Effect) - {Effect.AGREEMENTS_ENDED}))
def test_no_other_federal_act_touches_an_agreement(effect: Effect) -> None:
    track = agreements((agreed("signed", "2010"),), (event(effect, "2011"),))
    assert [mark.value for mark in track.marks] == [AgreementStanding.IN_FORCE]


def test_on_one_day_a_federal_act_comes_after_the_states_own_step() -> None:
    ended = (event("agreements-ended", "2011-08-05"),)
    signed_that_day = agreements((agreed("signed", "2011-08-05"),), ended)
    assert signed_that_day.at(on("2011-08-05")).value is AgreementStanding.ENDED_BY_ICE
    told_that_day = agreements((agreed("ended-by-ice", "2011-08-05"),), ended)
    assert told_that_day.at(on("2011-08-05")).reasons[0].fact == "agreement:il:1"


def test_a_state_may_sign_again_after_agreements_ended() -> None:
    track = agreements(
        (agreed("signed", "2017-03-01"),), (event("agreements-ended", "2011-08-05"),)
    )
    assert track.at(on("2011-08-05")).value is AgreementStanding.NONE
    assert track.at(on("2017-03-01")).value is AgreementStanding.IN_FORCE


def test_steps_listed_out_of_order_still_follow_their_thread_on_one_day() -> None:
    steps = (agreed("ended-by-state", "2010", seq=10), agreed("signed", "2010-05", seq=9))
    assert agreements(steps, ()).at(on("2010-05-01")).value is AgreementStanding.ENDED_BY_STATE


def test_the_doubt_outlives_the_end_of_all_agreements() -> None:
    ended = agreements((), (event("agreements-ended", "2011-08-05"),)).at(on("2011-08-05"))
    names = [reason.fact for reason in ended.reasons]
    assert ended.value is AgreementStanding.NONE
    assert agreement_record(ended.value, names) == "never-documented"


def test_that_there_was_no_agreement_is_documented_too() -> None:
    steps = (agreed("operated-without-agreement", "2008-12"),)
    found = agreements(steps, (event("agreements-ended", "2011-08-05"),)).at(on("2012-01-01"))
    names = [reason.fact for reason in found.reasons]
    assert (found.value, agreement_record(found.value, names)) == ("none", "documented")
