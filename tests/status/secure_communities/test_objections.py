"""Objections: the latest step decides; a county may refuse to inherit its state's."""

from __future__ import annotations

from datetime import date

import pytest

from jurisdictions.status.programs.secure_communities.facts import LocalMeasure, OptOutStep
from jurisdictions.status.programs.secure_communities.objections import Wish, objections
from jurisdictions.status.programs.secure_communities.vocabulary import (
    MeasureKind,
    MeasureOutcome,
    Objection,
    OptOutStepKind,
)
from tests.status.secure_communities.records import asked, measure, on, thread

STEPS = {
    "inquired": None,
    "answered": None,
    "requested": "pending",
    "refused": "refused",
    "overridden": "refused",
    "granted": "honoured",
    "withdrawn": "none",
    "lapsed": "none",
}
CUTS = ("opts-in", "refuses-state-opt-out")


def wish(
    day: str,
    own: tuple[OptOutStep, ...] = (),
    states: tuple[OptOutStep, ...] = (),
    measures: tuple[LocalMeasure, ...] = (),
) -> Wish:
    return objections(own, states, measures).at(on(day)).value


def arose(day: str, *steps: tuple[str, str]) -> date | None:
    return wish(day, thread(*steps)).arose


def test_the_table_has_a_row_for_every_step() -> None:
    assert set(STEPS) == set(OptOutStepKind)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("earlier", STEPS)
def test_a_step_decides_the_objection_or_leaves_it_unchanged(step: str, earlier: str) -> None:
    steps = thread((earlier, "2010"), (step, "2011"))
    before = STEPS[earlier] or "none"
    assert wish("2009-12-31", steps).objection is Objection.NONE
    assert wish("2010-12-31", steps).objection == before
    assert wish("2011-01-01", steps).objection == (STEPS[step] or before)


def test_the_latest_step_of_all_threads_decides() -> None:
    first = thread(("requested", "2010-05-18"), ("refused", "2010-05-25"), name="may")
    second = thread(("requested", "2010-06-03"), ("refused", "2010-06"), name="june")
    assert wish("2010-05-25", first + second).objection is Objection.REFUSED
    again = thread(("requested", "2010-06-03"), name="june")
    assert wish("2010-06-03", first + again).objection is Objection.PENDING


def test_an_objection_arises_with_its_first_request() -> None:
    steps = (("requested", "2010"), ("refused", "2011"), ("requested", "2012"))
    assert arose("2009-12-31", *steps) is None
    assert arose("2010-06-01", *steps) == on("2010-01-01")
    assert arose("2012-06-01", *steps) == on("2010-01-01")


def test_an_objection_that_was_none_arises_anew() -> None:
    steps = (("requested", "2010"), ("withdrawn", "2011"), ("requested", "2012"))
    assert arose("2011-06-01", *steps) is None
    assert arose("2012-06-01", *steps) == on("2012-01-01")


@pytest.mark.parametrize("step", ["refused", "granted", "overridden"])
def test_an_answer_without_a_request_does_not_make_an_objection_arise(step: str) -> None:
    assert arose("2011-01-01", (step, "2010")) is None
    assert arose("2012-01-01", (step, "2010"), ("requested", "2011")) == on("2011-01-01")


def test_it_is_honoured_since_the_first_grant_that_still_stands() -> None:
    steps = thread(("granted", "2010"), ("granted", "2011"), ("refused", "2012"))
    assert wish("2011-06-01", steps).honoured == on("2010-01-01")
    assert wish("2012-06-01", steps).honoured is None


def test_the_reasons_are_the_request_it_arose_with_and_the_latest_step() -> None:
    steps = thread(("inquired", "2009"), ("requested", "2010"), ("refused", "2011"))
    mark = objections(steps).at(on("2011-01-01"))
    assert [reason.fact for reason in mark.reasons] == ["opt_out:cook:2", "opt_out:cook:3"]


def test_when_an_objection_is_given_up_the_request_is_a_reason_no_longer() -> None:
    steps = thread(("requested", "2010"), ("lapsed", "2011"))
    mark = objections(steps).at(on("2011-01-01"))
    assert [reason.fact for reason in mark.reasons] == ["opt_out:cook:2"]


def test_a_county_inherits_its_states_objection() -> None:
    states = thread(("requested", "2011-06-01"), name="ny")
    assert wish("2011-06-01", (), states).objection is Objection.PENDING


def test_on_one_day_the_file_decides_between_a_county_and_its_state() -> None:
    own = (asked("requested", "2011", row=5),)
    states = (asked("refused", "2011", thread="il", row=6),)
    assert wish("2011-01-01", own, states).objection is Objection.REFUSED
    earlier = (asked("refused", "2011", thread="il", row=4),)
    assert wish("2011-01-01", own, earlier).objection is Objection.PENDING


@pytest.mark.parametrize("kind", CUTS)
def test_a_county_that_takes_part_by_choice_inherits_nothing_from_that_day(kind: str) -> None:
    states = thread(("requested", "2010"), ("overridden", "2012"), name="wa")
    measures = (measure(kind, "2011-05"),)
    assert wish("2011-04-30", (), states, measures).objection is Objection.PENDING
    assert wish("2011-05-01", (), states, measures) == Wish()
    assert wish("2012-01-01", (), states, measures) == Wish()
    reasons = objections((), states, measures).at(on("2012-01-01")).reasons
    assert [reason.fact for reason in reasons] == [f"local_measure:{kind}"]


@pytest.mark.parametrize("kind", CUTS)
def test_its_own_requests_still_count(kind: str) -> None:
    own = thread(("requested", "2010-03"), ("refused", "2013"))
    states = thread(("requested", "2010"), ("overridden", "2010-06"), name="wa")
    measures = (measure(kind, "2011"),)
    assert wish("2010-12-31", own, states, measures).arose == on("2010-01-01")
    severed = wish("2011-01-01", own, states, measures)
    assert (severed.objection, severed.arose) == (Objection.PENDING, on("2010-03-01"))
    assert wish("2013-01-01", own, states, measures).objection is Objection.REFUSED


def test_a_request_of_its_own_on_the_very_day_counts() -> None:
    own, states = thread(("requested", "2011")), thread(("granted", "2010"), name="wa")
    measures = (measure("opts-in", "2011"),)
    assert wish("2011-01-01", own, states, measures).objection is Objection.PENDING


def test_it_makes_no_difference_where_the_state_never_objected() -> None:
    own = thread(("requested", "2010"))
    for states in ((), (asked("requested", "", thread="wa"),)):
        track = objections(own, states, (measure("opts-in", "2011"),))
        assert track.marks == objections(own).marks


def test_the_choice_is_a_reason_only_once_there_is_something_to_inherit() -> None:
    own, states = thread(("requested", "2010")), thread(("requested", "2012"), name="wa")
    track = objections(own, states, (measure("opts-in", "2011"),))
    assert [reason.fact for reason in track.at(on("2011-06-01")).reasons] == ["opt_out:cook:1"]
    later = track.at(on("2012-01-01"))
    assert later.value.arose == on("2010-01-01")
    assert [r.fact for r in later.reasons] == ["opt_out:cook:1", "local_measure:opts-in"]


@pytest.mark.parametrize("kind", sorted(set(MeasureKind) - {MeasureKind(cut) for cut in CUTS}))
def test_no_other_kind_of_measure_cuts_the_inheritance(kind: MeasureKind) -> None:
    states = thread(("requested", "2010"), name="wa")
    assert wish("2012-01-01", (), states, (measure(kind, "2011"),)).arose == on("2010-01-01")


@pytest.mark.parametrize("outcome", sorted(set(MeasureOutcome) - {MeasureOutcome.ADOPTED}))
def test_a_choice_that_was_not_adopted_cuts_nothing(outcome: MeasureOutcome) -> None:
    states = thread(("requested", "2010"), name="wa")
    choice = measure("opts-in", "2011", outcome=outcome)
    assert wish("2012-01-01", (), states, (choice,)).objection is Objection.PENDING
