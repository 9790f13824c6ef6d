"""The days of spans are known as precisely as the facts behind them, never more."""

from __future__ import annotations

from hypothesis import given

from jurisdictions.status.programs.secure_communities.facts import Facts
from jurisdictions.status.programs.secure_communities.vocabulary import ActivationStanding, Status
from jurisdictions.status.timeline import Span
from tests.status.secure_communities.records import (
    active,
    agreed,
    derive_timeline,
    event,
    measure,
    on,
    own_day,
    record,
    thread,
)
from tests.status.secure_communities.strategies import facts

OUT_OF_FORCE = {Status.NOT_BEGUN, Status.PROGRAM_ENDED}
ENDED_AND_RESTORED = (
    event("program-begins", "2008-10-27"),
    event("program-ends", "2014-11-20"),
    event("program-restored", "2017-01"),
)


def last(told: Facts) -> Span:
    return derive_timeline(told)[-1]


def known(span: Span) -> tuple[str, ...]:
    days = span.known
    return tuple(str(d or "") for d in (days.start, days.end, days.since))


def test_a_span_begins_as_precisely_as_the_fact_that_began_it() -> None:
    spans = derive_timeline(record(agreements=(agreed("signed", "2010"),)))
    assert [known(span) for span in spans] == [
        ("", "2008-10-27", ""),
        ("2008-10-27", "2010", "2008-10-27"),
        ("2010", "", "2008-10-27"),
    ]
    assert spans[-1].start == on("2010-01-01")


def test_a_month_stays_a_month_while_other_dimensions_turn() -> None:
    steps = thread(("requested", "2010-07"))
    told = last(record(opt_outs=steps, measures=(measure("detainer-limit", "2011-10-18"),)))
    assert (known(told)[0], known(told)[2]) == ("2011-10-18", "2010-07")


def test_a_day_that_only_another_dimension_knows_says_nothing_of_the_status() -> None:
    told = last(
        record(activations=(active("2010"),), measures=(measure("detainer-limit", "2010-01-01"),))
    )
    assert known(told) == ("2010", "", "2010")


def test_of_two_facts_that_are_both_needed_the_vaguer_one_is_said() -> None:
    told = last(
        record(activations=(active("2009"),), events=(event("program-begins", "2009-01-01"),))
    )
    assert (str(told.known.since), str(own_day(told, "sharing_since"))) == ("2009", "2009")


def test_a_step_that_counts_from_the_day_of_the_one_above_is_no_surer_than_that_one() -> None:
    told = last(record(opt_outs=thread(("requested", "2010-07"), ("refused", "2010-06"))))
    assert told.since == on("2010-07-01")
    assert known(told)[2] == "2010-07"


def test_sharing_goes_on_while_the_status_turns() -> None:
    told = last(
        record(
            activations=(active("2009-08-27"),),
            agreements=(agreed("signed", "2009-04-10"),),
            events=(event("program-begins", "2008-10-27"), event("agreements-ended", "2011-08-05")),
        )
    )
    assert str(told.known.since) == "2011-08-05"
    assert (str(own_day(told, "activated_on")), str(own_day(told, "sharing_since"))) == (
        "2009-08-27",
        "2009-08-27",
    )


def test_sharing_stops_with_the_program_and_begins_anew_with_it() -> None:
    spans = derive_timeline(record(activations=(active("2009-08"),), events=ENDED_AND_RESTORED))
    told = [
        (str(own_day(s, "activated_on") or ""), str(own_day(s, "sharing_since") or ""))
        for s in spans
    ]
    assert told == [
        ("", ""),
        ("", ""),
        ("2009-08", "2009-08"),
        ("2009-08", ""),
        ("2009-08", "2017-01"),
    ]


def test_sharing_begins_with_the_program_where_the_activation_is_older() -> None:
    told = last(record(activations=(active("2007"),)))
    assert (str(own_day(told, "activated_on")), str(own_day(told, "sharing_since"))) == (
        "2007",
        "2008-10-27",
    )


@given(facts())
def test_what_is_known_of_a_day_may_be_that_day(told: Facts) -> None:
    for span in derive_timeline(told):
        pairs = ((span.start, span.known.start), (span.end, span.known.end))
        for day, said in (*pairs, (span.since, span.known.since)):
            assert (day is None) == (said is None)
            assert day is None or said is None or said.covers(day)


@given(facts())
def test_prints_are_shared_exactly_while_activated_in_a_program_in_force(told: Facts) -> None:
    for span in derive_timeline(told):
        activated = span.dimensions.activation is ActivationStanding.ACTIVATED
        assert (own_day(span, "activated_on") is not None) == activated
        shared = activated and span.status not in OUT_OF_FORCE
        assert (own_day(span, "sharing_since") is not None) == shared


@given(facts())
def test_sharing_has_lasted_without_a_break_since_its_day(told: Facts) -> None:
    spans = derive_timeline(told)
    for span in spans:
        if own_day(span, "sharing_since"):
            first = own_day(span, "sharing_since").first_day
            run = [s for s in spans if s.start and first <= s.start <= (span.start or first)]
            assert all(own_day(s, "sharing_since") == own_day(span, "sharing_since") for s in run)
            before = next((s for s in spans if s.end == first), None)
            assert before is None or own_day(before, "sharing_since") is None
