"""What could be known on a day: facts that became public later are left out."""

from __future__ import annotations

from datetime import date

import pytest

from jurisdictions.status.disclosure import public_from
from jurisdictions.status.programs.secure_communities.disclosure import known_facts
from jurisdictions.status.programs.secure_communities.facts import Facts
from jurisdictions.status.programs.secure_communities.rule import status_on
from tests.status.secure_communities.records import (
    BEGUN,
    active,
    agreed,
    asked,
    event,
    measure,
    on,
    partial,
    record,
    thread,
)

PHILADELPHIA = record(
    activations=(active("2009-07-21"),),
    agreements=(agreed("operated-without-agreement", "2008-12", known="2011-03"),),
)


def status(facts: Facts, day: str, known: str) -> str:
    return status_on(on(day), known_facts(facts, on(known))).status.value


def test_a_secret_counts_from_the_day_it_came_out() -> None:
    assert status(PHILADELPHIA, "2009-07-21", "2010-01-01") == "active-agreement-not-documented"
    assert status(PHILADELPHIA, "2009-07-21", "2011-02-28") == "active-agreement-not-documented"
    assert status(PHILADELPHIA, "2009-07-21", "2011-03-01") == "active-without-agreement"


def test_every_other_fact_is_public_from_its_own_day() -> None:
    assert status(PHILADELPHIA, "2012-01-01", "2009-07-20") == "not-activated"
    assert status(PHILADELPHIA, "2012-01-01", "2009-07-21") == "active-agreement-not-documented"


def test_what_was_announced_ahead_was_known_ahead() -> None:
    facts = record(activations=(active("2012-05-15", known="2012-05-08"),))
    assert status(facts, "2012-05-15", "2012-05-07") == "not-activated"
    assert status(facts, "2012-05-15", "2012-05-08") == "active-agreement-not-documented"
    assert status(facts, "2012-05-14", "2012-05-08") == "not-activated"


@pytest.mark.parametrize(
    ("when", "known", "expected"),
    [
        ("2010-07", "", date(2010, 7, 1)),
        ("2010-07", "2012-01-09", date(2012, 1, 9)),
        ("", "2012", date(2012, 1, 1)),
        ("", "", date.min),
    ],
)
def test_the_day_a_fact_became_public(when: str, known: str, expected: date) -> None:
    assert public_from(partial(when), partial(known)) == expected


def test_any_kind_of_fact_may_have_been_secret() -> None:
    facts = record(
        activations=(active("2010", known="2013"),),
        agreements=(agreed("signed", "2010", known="2013"),),
        opt_outs=(asked("requested", "2010", known="2013"),),
        states_opt_outs=(asked("requested", "2010", thread="il", known="2013"),),
        measures=(measure("detainer-limit", "2010", known="2013"),),
        states_measures=(measure("detainer-limit", "2010", known="2013"),),
        events=(event("program-begins", "2010", known="2013"),),
        members=(active("2010", known="2013"),),
    )
    assert known_facts(facts, on("2012-12-31")) == Facts()
    assert known_facts(facts, on("2013-01-01")) == facts


def test_an_end_that_lies_ahead_was_not_known_though_the_activation_was() -> None:
    facts = record(activations=(active("2010", "2012"),))
    assert status(facts, "2013-01-01", "2011-12-31") == "active-agreement-not-documented"
    assert status(facts, "2013-01-01", "2012-01-01") == "not-activated"


def test_a_step_is_public_from_the_day_it_took_effect_not_the_first_of_its_month() -> None:
    facts = record(opt_outs=thread(("requested", "2011-05-04"), ("refused", "2011-05")))
    assert known_facts(facts, on("2011-05-03")).own.opt_out_steps == ()
    assert len(known_facts(facts, on("2011-05-04")).own.opt_out_steps) == 2


def test_a_fact_without_any_date_is_never_hidden() -> None:
    facts = record(opt_outs=(asked("requested", ""),), events=(BEGUN, event("context", "")))
    seen = known_facts(facts, on("1990-01-01"))
    assert seen.own.opt_out_steps == facts.own.opt_out_steps
    assert [found.name for found in seen.policy_events] == ["policy_event:context"]
