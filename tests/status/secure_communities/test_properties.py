"""What holds for every record: the rule and its timeline agree, on every day that matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.agreements import agreement_record
from jurisdictions.status.programs.secure_communities.disclosure import known_facts
from jurisdictions.status.programs.secure_communities.facts import Facts, OwnFacts
from jurisdictions.status.programs.secure_communities.rule import status_on
from jurisdictions.status.timeline import Span
from jurisdictions.status.tracks import dated
from tests.status.secure_communities.oracle import AGREEMENT, answer_on, sequence
from tests.status.secure_communities.records import derive_timeline
from tests.status.secure_communities.strategies import days, facts

ONE_DAY = timedelta(days=1)


def telling_days(record: Facts) -> list[date]:
    """Every day on which anything could turn, and the days beside it."""
    found = {day for fact in every(record) for day in first_days(fact)}
    return sorted({day + shift for day in found for shift in (-ONE_DAY, 0 * ONE_DAY, ONE_DAY)})


def every(record: Facts) -> Iterator[object]:
    for own in (record.own, record.state):
        yield from (*own.activations, *own.agreement_steps, *own.opt_out_steps, *own.measures)
    yield from (*record.policy_events, *record.members)


def first_days(fact: object) -> list[date]:
    names = ("on", "activated_on", "deactivated_on", "ended_on")
    found: list[PartialDate | None] = [getattr(fact, name, None) for name in names]
    return [when.first_day for when in found if when]


def span_on(day: date, spans: tuple[Span, ...]) -> Span:
    (holding,) = (
        span
        for span in spans
        if (span.start is None or span.start <= day) and (span.end is None or day < span.end)
    )
    return holding


@settings(max_examples=200)
@given(facts(), days)
def test_the_span_that_holds_on_a_day_is_what_the_rule_says_of_it(record: Facts, day: date) -> None:
    spans = derive_timeline(record)
    for each in (day, *telling_days(record)):
        span, verdict = span_on(each, spans), status_on(each, record)
        assert (span.status, span.dimensions) == (verdict.status, verdict.dimensions)


@settings(max_examples=200)
@given(facts(), days)
def test_the_rule_says_what_the_prose_says(record: Facts, day: date) -> None:
    for each in (day, *telling_days(record)):
        verdict = status_on(each, record)
        read = verdict.dimensions
        assert answer_on(each, record) == (
            verdict.status,
            read.position,
            read.agreement,
            read.activation,
            read.objection,
            read.local_limits,
        )


@given(facts(), days, days)
def test_as_known_on_a_day_the_rule_still_says_what_the_prose_says(
    record: Facts, day: date, known: date
) -> None:
    seen = known_facts(record, known)
    verdict = status_on(day, seen)
    assert answer_on(day, seen)[0] == verdict.status


@given(facts())
def test_spans_follow_each_other_without_gap_or_overlap(record: Facts) -> None:
    spans = derive_timeline(record)
    assert spans[0].start is None
    assert spans[-1].end is None
    for span, following in pairwise(spans):
        assert span.end is not None
        assert span.end == following.start
        assert span.start is None or span.start < span.end


@given(facts())
def test_two_neighbours_never_say_the_same(record: Facts) -> None:
    for span, following in pairwise(derive_timeline(record)):
        assert (span.status, span.dimensions) != (following.status, following.dimensions)


@given(facts())
def test_since_is_the_day_from_which_the_status_has_held_without_a_break(record: Facts) -> None:
    for span in derive_timeline(record):
        first = span.since or date.min
        run = [day for day in telling_days(record) if first <= day <= (span.start or date.min)]
        assert all(status_on(day, record).status is span.status for day in run)
        if span.since is not None:
            assert status_on(span.since - ONE_DAY, record).status is not span.status


@given(facts())
def test_a_spans_reasons_are_those_of_its_first_day(record: Facts) -> None:
    for span in derive_timeline(record):
        assert span.reasons == status_on(span.start or date.min, record).reasons


@given(facts(), days)
def test_reasons_are_given_facts_each_once_in_the_order_in_which_they_took_effect(
    record: Facts, day: date
) -> None:
    effective: dict[str, list[date]] = {fact.name: first_days(fact) for fact in every(record)}
    bounds = [on.first_day for on in (record.life.valid_from, record.life.valid_to) if on]
    for fact in (*record.own.activations, *record.members):
        effective[fact.name] += bounds  # an activation lasts no longer than its place
    for own in (record.own, record.state):
        for one in (*dated(own.opt_out_steps), *dated(own.agreement_steps)):
            effective[one.step.name] = [one.day]
    reasons = status_on(day, record).reasons
    assert len(set(reasons)) == len(reasons)
    reached = date.min
    for name in reasons:
        reached = min(when for when in effective[name] if when >= reached)
        assert reached <= day


@given(facts(), days)
def test_nothing_that_takes_effect_later_is_a_reason(record: Facts, day: date) -> None:
    later = {fact.name for fact in every(record) if all(d > day for d in first_days(fact))}
    assert later.isdisjoint(status_on(day, record).reasons)


@given(facts(), days)
def test_a_day_is_judged_by_what_had_taken_effect_by_then(record: Facts, day: date) -> None:
    told = without_secrets(record)
    assert status_on(day, known_facts(told, day)) == status_on(day, told)


@given(facts())
def test_a_place_sees_nothing_of_facts_without_a_date(record: Facts) -> None:
    assert derive_timeline(only_dated(record)) == derive_timeline(record)


def only_dated(record: Facts) -> Facts:
    return Facts(
        *(
            OwnFacts(
                tuple(fact for fact in own.activations if fact.activated_on),
                tuple(fact for fact in own.agreement_steps if fact.on),
                tuple(fact for fact in own.opt_out_steps if fact.on),
                tuple(fact for fact in own.measures if fact.on),
            )
            for own in (record.own, record.state)
        ),
        tuple(fact for fact in record.policy_events if fact.on),
        tuple(fact for fact in record.members if fact.activated_on),
        record.life,
    )


@given(facts())
def test_in_the_far_future_everything_is_known(record: Facts) -> None:
    assert known_facts(record, date.max) == record


@given(facts(), days, days)
def test_what_was_known_once_is_known_ever_after(record: Facts, one: date, other: date) -> None:
    earlier, later = (known_facts(record, known) for known in sorted((one, other)))
    assert {fact.name for fact in every(earlier)} <= {fact.name for fact in every(later)}
    assert known_facts(later, min(one, other)) == earlier


def without_secrets(record: Facts) -> Facts:
    def told(found: tuple) -> tuple:
        return tuple(replace(fact, disclosed_on=None) for fact in found)

    def places(own: OwnFacts) -> OwnFacts:
        kinds = (own.activations, own.agreement_steps, own.opt_out_steps, own.measures)
        return OwnFacts(*map(told, kinds))

    return Facts(
        *(places(record.own), places(record.state)),
        *(told(record.policy_events), told(record.members), record.life),
    )


@given(facts(), st.randoms(use_true_random=False))
def test_the_order_in_which_places_of_a_state_are_listed_changes_nothing(
    record: Facts, chance: object
) -> None:
    shuffled = list(record.members)
    chance.shuffle(shuffled)
    mine = derive_timeline(record)
    theirs = derive_timeline(replace(record, members=tuple(shuffled)))
    assert [(s.start, s.status, s.dimensions) for s in mine] == [
        (s.start, s.status, s.dimensions) for s in theirs
    ]


@settings(max_examples=200)
@given(facts(), days)
def test_an_agreement_is_never_documented_until_a_step_says_how_it_stands(
    record: Facts, day: date
) -> None:
    for each in (day, *telling_days(record)):
        verdict = status_on(each, record)
        deciding = [step for when, step in sequence(record, "agreement") if when <= each]
        said = any(step.step in AGREEMENT for step in deciding)
        found = agreement_record(verdict.dimensions.agreement, verdict.reasons)
        assert (found == "documented") is said
