"""The eleven lines: one status, the first line that fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import Life
from jurisdictions.status.programs.secure_communities.facts import Facts
from jurisdictions.status.programs.secure_communities.rule import Dimensions, status_on, tracks_of
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementStanding,
    LocalLimits,
    Objection,
    Position,
    Status,
)
from tests.status.secure_communities.records import (
    BEGUN,
    active,
    agreed,
    event,
    measure,
    on,
    record,
    thread,
)

DAY = "2011-06-01"
REQUESTED = thread(("requested", "2010"))
REFUSED = thread(("requested", "2010"), ("refused", "2011"))
HONOURED = thread(("requested", "2010"), ("granted", "2011"))


def status(facts: Facts, day: str = DAY) -> str:
    return status_on(on(day), facts).status.value


def test_line_1_before_the_program_begins_nothing_else_matters() -> None:
    facts = record(activations=(active("2008"),), opt_outs=thread(("granted", "2008")))
    assert status(facts, "2008-10-26") == "not-begun"
    assert status(facts, "2008-10-27") != "not-begun"
    assert status(record(events=())) == "not-begun"


def test_line_2_after_the_program_ends_nothing_else_matters() -> None:
    ends = event("program-ends", "2014-11-20")
    facts = record(activations=(active("2010"),), opt_outs=HONOURED, events=(BEGUN, ends))
    assert status(facts, "2014-11-19") == "opted-out"
    assert status(facts, "2014-11-20") == "program-ended"


def test_a_restored_program_is_in_force_again() -> None:
    events = (
        BEGUN,
        event("program-ends", "2014-11-20"),
        event("program-restored", "2017-01-25"),
        event("program-ends", "2021-01-20", name="again"),
    )
    facts = record(activations=(active("2010"),), events=events)
    assert status(facts, "2017-01-24") == "program-ended"
    assert status(facts, "2017-01-25") == "active-agreement-not-documented"
    assert status(facts, "2021-01-20") == "program-ended"


def test_an_end_without_a_recorded_beginning_still_reads_as_ended() -> None:
    facts = record(events=(event("program-ends", "2011"),))
    assert status(facts, "2010-12-31") == "not-begun"
    assert status(facts, "2011-01-01") == "program-ended"


def test_line_3_a_place_let_out_and_never_activated_opted_out() -> None:
    assert status(record(opt_outs=HONOURED)) == "opted-out"


@pytest.mark.parametrize("steps", [REQUESTED, REFUSED])
def test_line_4_a_place_that_asked_and_is_not_active_sought_to_opt_out(steps: tuple) -> None:
    assert status(record(opt_outs=steps)) == "opt-out-sought"


def test_line_5_no_activation_and_no_objection_reads_so_whatever_the_agreement() -> None:
    assert status(record()) == "not-activated"
    assert status(record(agreements=(agreed("signed", "2010"),))) == "not-activated"
    withdrawn = thread(("requested", "2010"), ("withdrawn", "2011"))
    assert status(record(opt_outs=withdrawn)) == "not-activated"


def test_line_6_a_place_activated_before_its_wish_was_honoured_opted_out() -> None:
    assert status(record(activations=(active("2010-12-31"),), opt_outs=HONOURED)) == "opted-out"


@pytest.mark.parametrize("day", ["2011-01-01", "2011-01-02"])
def test_a_place_activated_once_its_wish_was_honoured_did_not_stay_out(day: str) -> None:
    facts = record(activations=(active(day),), opt_outs=HONOURED)
    assert status(facts) == "active-over-objection"


def test_line_7_a_place_whose_objection_was_refused_is_active_over_it() -> None:
    assert (
        status(record(activations=(active("2009"),), opt_outs=REFUSED)) == "active-over-objection"
    )


def test_line_7_so_is_one_activated_on_a_later_day_than_its_objection_arose() -> None:
    facts = record(activations=(active("2010-01-02"),), opt_outs=REQUESTED)
    assert status(facts, "2010-01-01") == "opt-out-sought"
    assert status(facts, "2010-01-02") == "active-over-objection"


def test_an_objection_given_up_no_longer_stands_against_the_activation() -> None:
    steps = thread(("requested", "2010"), ("withdrawn", "2011-03"))
    facts = record(activations=(active("2010-06"),), opt_outs=steps)
    assert status(facts, "2011-02-28") == "active-over-objection"
    assert status(facts, "2011-03-01") == "active-agreement-not-documented"


@pytest.mark.parametrize("day", ["2009", "2010-01-01"])
def test_line_8_an_objection_no_earlier_than_the_activation_is_pending(day: str) -> None:
    facts = record(activations=(active(day),), opt_outs=REQUESTED)
    assert status(facts) == "active-opt-out-pending"


@pytest.mark.parametrize("step", ["signed", "revised", "signed-by-state", "in-force-by"])
def test_line_9_an_agreement_in_force_or_awaiting_ice_carries_the_activation(step: str) -> None:
    facts = record(activations=(active("2010"),), agreements=(agreed(step, "2010"),))
    assert status(facts) == "active-under-agreement"


def test_line_10_nothing_known_of_an_agreement_reads_not_documented() -> None:
    assert status(record(activations=(active("2010"),))) == "active-agreement-not-documented"


@pytest.mark.parametrize(
    "step",
    [
        "suspended-by-state",
        "ended-by-state",
        "ended-by-ice",
        "declined",
        "operated-without-agreement",
    ],
)
def test_line_11_every_other_agreement_reads_active_without_one(step: str) -> None:
    facts = record(activations=(active("2010"),), agreements=(agreed(step, "2010"),))
    assert status(facts) == "active-without-agreement"


def test_a_wish_honoured_without_a_request_yields_to_a_later_activation() -> None:
    facts = record(
        activations=(active("2011-03"),),
        opt_outs=thread(("granted", "2011")),
        agreements=(agreed("signed", "2010"),),
    )
    assert status(facts, "2011-02-28") == "opted-out"
    assert status(facts, "2011-03-01") == "active-under-agreement"


def test_a_place_activated_anew_is_judged_by_its_new_activation() -> None:
    asked_between = thread(("requested", "2011"))
    facts = record(activations=(active("2009", "2010"), active("2011-02")), opt_outs=asked_between)
    assert status(facts, "2011-01-31") == "opt-out-sought"
    assert status(facts, "2011-02-01") == "active-over-objection"


def test_a_state_counts_as_activated_while_any_place_in_it_is() -> None:
    members = (
        active("2010", "2011-02", geoid="17001"),
        active("2011", "2011-04", geoid="17003"),
    )
    facts = record(members=members)
    assert status(facts, "2009-12-31") == "not-activated"
    assert status(facts, "2011-03-31") == "active-agreement-not-documented"
    assert status(facts, "2011-04-01") == "not-activated"


def test_local_limits_never_touch_the_status() -> None:
    plain = record(activations=(active("2010"),))
    limited = record(activations=(active("2010"),), measures=(measure("detainer-limit", "2010"),))
    assert status(plain) == status(limited)
    verdict = status_on(on(DAY), limited)
    assert verdict.dimensions.local_limits is LocalLimits.LIMITS_DETAINERS


def test_every_status_can_be_reached() -> None:
    active_now, signed = (active("2009"),), (agreed("signed", "2009"),)
    ended = (BEGUN, event("program-ends", "2011"))
    reached = {
        status(record(events=())),
        status(record(events=ended)),
        status(replace(record(), life=Life(valid_to=PartialDate(2010)))),
        status(record(opt_outs=HONOURED)),
        status(record(opt_outs=REFUSED)),
        status(record()),
        status(record(activations=active_now, opt_outs=REFUSED)),
        status(record(activations=active_now, opt_outs=REQUESTED)),
        status(record(activations=active_now, agreements=signed)),
        status(record(activations=active_now)),
        status(record(activations=active_now, agreements=(agreed("declined", "2009"),))),
    }
    assert reached == set(Status)


def test_a_verdict_carries_all_five_dimensions_and_what_decided_them_in_order() -> None:
    facts = record(
        activations=(active("2010-05-04"),),
        agreements=(agreed("signed", "2009-01-23"),),
        opt_outs=REFUSED,
        measures=(measure("detainer-limit", "2011-05"),),
        events=(event("program-announced", "2008-03-28"), BEGUN),
    )
    verdict = status_on(on(DAY), facts)
    assert verdict.dimensions == Dimensions(
        Position.VOLUNTARY,
        AgreementStanding.IN_FORCE,
        ActivationStanding.ACTIVATED,
        Objection.REFUSED,
        LocalLimits.LIMITS_DETAINERS,
    )
    assert verdict.reasons == (
        "policy_event:program-announced",
        "policy_event:program-begins",
        "agreement:il:1",
        "opt_out:cook:1",
        "activation:17031",
        "opt_out:cook:2",
        "local_measure:detainer-limit",
    )


def test_federal_acts_of_one_day_are_reasons_in_the_order_of_their_file() -> None:
    acts = (BEGUN, event("agreements-ended", "2011-05"), event("not-optional", "2011-05"))
    verdict = status_on(on(DAY), record(events=acts))
    assert verdict.reasons == tuple(act.name for act in acts)


def test_places_of_one_state_may_share_what_they_see_alike() -> None:
    one = record(activations=(active("2010"),), agreements=(agreed("signed", "2009"),))
    other = record(opt_outs=REFUSED, agreements=(agreed("signed", "2009"),))
    shared = tracks_of(other, tracks_of(one))
    alone = tracks_of(other)
    for name in ("regime", "agreement", "activation", "objection", "limits"):
        assert getattr(shared, name).marks == getattr(alone, name).marks
    assert shared.agreement is tracks_of(other, shared).agreement


def test_the_state_itself_does_not_borrow_an_agreement() -> None:
    state = record(members=(active("2010"),))
    own = Facts(own=type(state.own)(agreement_steps=(agreed("signed", "2009"),)))
    tracks = tracks_of(own, tracks_of(state))
    assert tracks.agreement.at(on(DAY)).value is AgreementStanding.IN_FORCE
