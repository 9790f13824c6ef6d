"""The timeline: the rule at every turning day, as half-open spans."""

from __future__ import annotations

from jurisdictions.status.programs.secure_communities.rule import status_on, tracks_of
from jurisdictions.status.timeline import spans_of, turning_days
from tests.status.secure_communities.records import (
    active,
    agreed,
    asked,
    derive_timeline,
    event,
    measure,
    on,
    record,
    thread,
)

FACTS = record(
    activations=(active("2010-05-04"),),
    agreements=(agreed("signed", "2009-01-23"),),
    opt_outs=thread(("requested", "2010-09-28"), ("refused", "2010-11-09")),
    measures=(measure("detainer-limit", "2011-10-18"),),
)


def test_a_place_of_which_nothing_is_known_has_one_span_without_bounds() -> None:
    (span,) = derive_timeline(record(events=()))
    assert (span.start, span.end, span.since, span.reasons) == (None, None, None, ())
    assert span.status == "not-begun"


def test_a_span_starts_on_each_day_on_which_something_changes() -> None:
    spans = derive_timeline(FACTS)
    assert [(str(span.start), span.status.value) for span in spans] == [
        ("None", "not-begun"),
        ("2008-10-27", "not-activated"),
        ("2009-01-23", "not-activated"),
        ("2010-05-04", "active-under-agreement"),
        ("2010-09-28", "active-opt-out-pending"),
        ("2010-11-09", "active-over-objection"),
        ("2011-10-18", "active-over-objection"),
    ]
    assert [span.end for span in spans] == [*(span.start for span in spans[1:]), None]


def test_a_day_that_changes_nothing_starts_no_span() -> None:
    steps = (agreed("signed", "2009"), agreed("revised", "2010", seq=2))
    spans = derive_timeline(record(agreements=steps, opt_outs=(asked("inquired", "2011"),)))
    assert [str(span.start) for span in spans] == ["None", "2008-10-27", "2009-01-01"]


def test_a_spans_reasons_are_those_of_its_first_day() -> None:
    steps = (agreed("signed", "2009"), agreed("revised", "2010", seq=2))
    facts = record(agreements=steps)
    last = derive_timeline(facts)[-1]
    assert last.reasons == ("policy_event:program-begins", "agreement:il:1")
    assert "agreement:il:2" in status_on(on("2011-01-01"), facts).reasons


def test_since_reaches_back_over_changes_of_the_dimensions() -> None:
    spans = derive_timeline(FACTS)
    assert spans[-1].since == on("2010-11-09")
    assert spans[2].since == on("2008-10-27")
    assert spans[0].since is None


def test_since_starts_anew_when_a_status_returns() -> None:
    events = (
        event("program-begins", "2008-10-27"),
        event("program-ends", "2014-11-20"),
        event("program-restored", "2017-01-25"),
    )
    spans = derive_timeline(record(events=events))
    assert [span.status.value for span in spans] == [
        "not-begun",
        "not-activated",
        "program-ended",
        "not-activated",
    ]
    assert spans[-1].since == on("2017-01-25")


def test_two_changes_on_one_day_make_one_span() -> None:
    facts = record(
        activations=(active("2012-06-05"),),
        opt_outs=thread(("granted", "2010-07"), ("overridden", "2012-06-05")),
    )
    spans = derive_timeline(facts)
    assert [str(span.start) for span in spans] == ["None", "2008-10-27", "2010-07-01", "2012-06-05"]
    assert spans[-1].status == "active-over-objection"


def test_turning_days_are_in_order_and_named_once() -> None:
    facts = record(activations=(active("2009"),), agreements=(agreed("signed", "2009"),))
    tracks = tracks_of(facts)
    assert turning_days(tracks) == [on("2008-10-27"), on("2009-01-01")]
    assert spans_of(tracks) == derive_timeline(facts)
