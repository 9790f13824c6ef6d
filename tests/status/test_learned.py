"""Known when: which statuses of a day only became known after it, and by which facts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.status.learned import Later, later_of, learned
from jurisdictions.status.program import Rule
from jurisdictions.status.programs import rule_of
from jurisdictions.status.programs.secure_communities.facts import Facts
from tests.status.section_287g import strategies as of_287g
from tests.status.secure_communities import strategies as of_communities
from tests.status.secure_communities.records import (
    active,
    agreed,
    asked,
    event,
    measure,
    on,
    record,
)

ONE_DAY = timedelta(days=1)
COMMUNITIES = rule_of("secure-communities")
days = st.dates(date(2009, 12, 1), date(2012, 2, 1))
told = st.one_of(
    st.tuples(st.just(COMMUNITIES), of_communities.facts()),
    st.tuples(st.just(rule_of("287g")), of_287g.facts()),
)
Told = tuple[Rule, Any]


def status(rule: Rule, facts: Any, day: date, known: date) -> str:
    seen = rule.tracks_of(rule.known_facts(facts, known)).at(day)
    return str(seen.standing.status)


@given(told, days)
def test_a_day_lies_in_a_period_where_one_could_not_know_what_all_facts_tell(
    of: Told, day: date
) -> None:
    rule, facts = of
    then, now = (status(rule, facts, day, known) for known in (day, date.max))
    found = [(one.then, one.now) for one in later_of(rule, facts) if one.start <= day < one.end]
    assert found == ([(then, now)] if then != now else [])


@given(told)
def test_periods_stand_in_order_and_none_is_told_in_two_parts(of: Told) -> None:
    found = later_of(*of)
    assert all(one.start < one.end and one.then != one.now for one in found)
    for one, other in pairwise(found):
        assert one.end <= other.start
        assert one.end < other.start or (one.then, one.now) != (other.then, other.now)


@given(told, days)
def test_what_was_learned_leads_from_what_was_known_to_what_all_facts_tell(
    of: Told, day: date
) -> None:
    rule, facts = of
    found = learned(rule, facts, day)
    then, now = (status(rule, facts, day, known) for known in (day, date.max))
    if not found:
        assert then == now
        return
    assert (found[0].before, found[-1].after) == (then, now)
    assert all(one.on < other.on and one.after == other.before for one, other in pairwise(found))
    for one in found:
        assert one.on > day
        assert one.facts
        assert status(rule, facts, day, one.on - ONE_DAY) == one.before != one.after
        assert status(rule, facts, day, one.on) == one.after


@given(told, days)
def test_between_two_days_of_publicity_nothing_becomes_known(of: Told, day: date) -> None:
    rule, facts = of
    last = max((one.on for one in rule.publicity_of(facts) if one.on <= day), default=date.min)
    for when in (date(2010, 1, 2), date(2010, 7, 20), date(2011, 2, 1), date.max):
        assert status(rule, facts, when, day) == status(rule, facts, when, last)


@given(told, days, days)
def test_what_is_known_on_a_day_is_learned_alike_from_what_was_public_then(
    of: Told, day: date, known: date
) -> None:
    rule, facts = of
    limited = learned(rule, rule.known_facts(facts, known), day)
    assert {one.on for one in limited} <= {one.on for one in learned(rule, facts, day)}
    assert all(one.on <= known for one in limited)


def secret(day: str, known: str) -> Facts:
    return record(
        activations=(active("2009-07-21"),),
        agreements=(agreed("operated-without-agreement", day, known=known),),
    )


def test_a_secret_agreement_changes_the_days_before_it_came_out() -> None:
    facts = secret("2008-12", "2010-09")
    (found,) = later_of(COMMUNITIES, facts)
    without = "active-agreement-not-documented"
    assert found == Later(on("2009-07-21"), on("2010-09-01"), found.then, found.now)
    assert (found.then, found.now) == (without, "active-without-agreement")
    (told_once,) = learned(COMMUNITIES, facts, on("2010-01-01"))
    assert (told_once.on, told_once.before) == (on("2010-09-01"), without)
    assert [name.partition(":")[0] for name in told_once.facts] == ["agreement"]


@pytest.mark.parametrize("day", ["2009-07-20", "2010-09-01", "2013-01-01"])
def test_nothing_is_learned_of_a_day_on_which_it_changes_nothing(day: str) -> None:
    assert learned(COMMUNITIES, secret("2008-12", "2010-09"), on(day)) == ()


def test_of_facts_of_one_day_those_are_named_that_decide() -> None:
    facts = record(
        activations=(active("2009-07-21"),),
        measures=(measure("resolution", "2008-12", known="2010-09-01"),),
        opt_outs=(asked("requested", "2009-12", known="2010-09-01"),),
        events=(event("program-begins", "2008-10-27"),),
    )
    (found,) = learned(COMMUNITIES, facts, on("2010-01-01"))
    assert found.after == "active-opt-out-pending"
    assert [name.partition(":")[0] for name in found.facts] == ["opt_out"]


def test_a_record_without_secrets_was_known_as_it_came() -> None:
    assert later_of(COMMUNITIES, record(activations=(active("2009-07-21"),))) == ()
