"""What holds for every record: the rule and its timeline agree, on every day that matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.counts import (
    agencies_by_place,
    agencies_through_time,
    counted,
)
from jurisdictions.status.programs.section_287g.facts import Facts
from jurisdictions.status.programs.section_287g.places import Places, Record
from jurisdictions.status.programs.section_287g.rule import Tracks, known_facts, tracks_of
from jurisdictions.status.programs.section_287g.vocabulary import Status, Strongest
from jurisdictions.status.timeline import Span
from tests.status.section_287g.oracle import agreement_since, answer_on, period, stands
from tests.status.section_287g.records import COUNTY, NEIGHBOR, STATE, spans
from tests.status.section_287g.strategies import LOCAL, PLACELESS, agreements, days, facts

ONE_DAY = timedelta(days=1)
NAMES = ("on", "signed_on", "listed_from", "listed_until", "missing_from", "ended_on")
NAMES += ("pending_from", "pending_until", "adopted_on", "in_force_on")


def every(record: Facts) -> Iterator[object]:
    yield from (*record.local, *record.state_agencies, *record.applications)
    yield from (*record.laws, *record.policy_events)


def dates_of(fact: object) -> list[PartialDate]:
    found: list[PartialDate | None] = [getattr(fact, name, None) for name in NAMES]
    return [when for when in found if when]


def telling_days(record: Facts) -> list[date]:
    """Every day on which anything could turn, and the days beside it."""
    dates = {when for fact in every(record) for when in dates_of(fact)}
    found = {day for when in dates for day in (when.first_day, when.last_day)}
    return sorted({day + shift for day in found for shift in (-ONE_DAY, 0 * ONE_DAY, ONE_DAY)})


def answer(tracks: Tracks, day: date) -> tuple[str, ...]:
    found = tracks.at(day).standing
    return (found.status.value, *(one.value for one in found.dimensions))


def span_on(day: date, found: tuple[Span, ...]) -> Span:
    (holding,) = (
        span
        for span in found
        if (span.start is None or span.start <= day) and (span.end is None or day < span.end)
    )
    return holding


@settings(max_examples=200)
@given(facts(), days)
def test_the_rule_says_what_the_prose_says(record: Facts, day: date) -> None:
    tracks = tracks_of(record)
    for each in (day, *telling_days(record)):
        assert answer(tracks, each) == answer_on(each, record)


@settings(max_examples=200)
@given(facts(), days)
def test_the_span_that_holds_on_a_day_is_what_the_rule_says_of_it(record: Facts, day: date) -> None:
    found, tracks = spans(record), tracks_of(record)
    for each in (day, *telling_days(record)):
        assert span_on(each, found).standing == tracks.at(each).standing


@given(facts())
def test_spans_follow_each_other_without_gap_or_overlap(record: Facts) -> None:
    found = spans(record)
    assert found[0].start is None
    assert found[-1].end is None
    for span, following in pairwise(found):
        assert span.end == following.start
        assert following.start is not None
        assert span.start is None or span.start < following.start
        assert span.standing != following.standing


@given(facts())
def test_a_spans_reasons_are_those_of_its_first_day(record: Facts) -> None:
    tracks = tracks_of(record)
    for span in spans(record):
        assert span.reasons == tracks.at(span.start or date.min).reasons


@settings(max_examples=200)
@given(facts())
def test_a_span_knows_its_days_no_better_than_its_facts_do(record: Facts) -> None:
    told = {when for fact in every(record) for when in dates_of(fact)}
    for span in spans(record)[1:]:
        known = span.known.start
        assert known is not None
        assert span.start is not None
        assert known.covers(span.start)
        on_lists_alone = known.until and known.until.is_day and known.beginning.is_day
        assert known.is_day or known in told or on_lists_alone


@settings(max_examples=200)
@given(facts())
def test_a_span_says_since_when_agreements_have_run_without_a_break(record: Facts) -> None:
    for span in spans(record)[1:]:
        assert span.start is not None
        since, (known,) = agreement_since(span.start, record), span.known.own
        assert (known is None) is (since is None)
        if known and since:
            assert known.covers(since)


@settings(max_examples=200)
@given(facts(), days)
def test_the_reasons_are_facts_that_make_it_so(record: Facts, day: date) -> None:
    by_name, tracks = {one.name: one for one in every(record)}, tracks_of(record)
    for each in (day, *telling_days(record)):
        read = tracks.at(each)
        assert len(set(read.reasons)) == len(read.reasons)
        local = [by_name[name] for name in read.reasons if "agreement:local" in name]
        in_force = [one for one in local if stands(each, one)]
        assert bool(in_force) is (read.dimensions.local_agreement is not Strongest.NONE)
        strongest = answer_on(each, replace(record, local=tuple(in_force)))
        assert strongest[2:4] == answer_on(each, record)[2:4]
        if read.status is Status.ENDED:
            ends = [period(one)[1] for one in record.local if period(one) and period(one)[1]]
            last = max(end for end in ends if end <= each)
            assert {period(one)[1] for one in local} == {last}


@given(facts(), days)
def test_reasons_stand_in_the_order_in_which_they_took_effect(record: Facts, day: date) -> None:
    by_name = {one.name: one for one in every(record)}
    reached = date.min
    for name in tracks_of(record).at(day).reasons:
        firsts = [when.first_day for when in dates_of(by_name[name])]
        firsts += [when.last_day + ONE_DAY for when in dates_of(by_name[name])]
        reached = min(first for first in firsts if first >= reached)
        assert reached <= day


@given(facts(), st.integers())
def test_the_order_of_agreements_and_applications_changes_no_answer(
    record: Facts, seed: int
) -> None:
    other = Random(seed)
    shuffled = replace(
        record,
        local=tuple(other.sample(record.local, len(record.local))),
        state_agencies=record.state_agencies[::-1],
        applications=tuple(other.sample(record.applications, len(record.applications))),
    )
    for mine, theirs in zip(spans(record), spans(shuffled), strict=True):
        assert (mine.start, mine.standing, mine.since) == (
            theirs.start, theirs.standing, theirs.since)  # fmt: skip
        assert mine.known == theirs.known
        assert set(mine.reasons) == set(theirs.reasons) or len(theirs.reasons) == len(mine.reasons)


@given(facts())
def test_facts_without_a_date_take_part_in_no_rule(record: Facts) -> None:
    dated = Facts(
        tuple(one for one in record.local if period(one)),
        tuple(one for one in record.state_agencies if period(one)),
        tuple(one for one in record.applications if one.pending_from),
        tuple(one for one in record.laws if one.adopted_on or one.in_force_on),
        tuple(one for one in record.policy_events if one.on),
    )
    assert spans(dated) == spans(record)


@given(facts())
def test_in_the_far_future_everything_is_known(record: Facts) -> None:
    assert known_facts(record, date.max) == record


@given(facts(), days, days)
def test_what_was_known_once_is_known_ever_after(record: Facts, one: date, other: date) -> None:
    earlier, later = (known_facts(record, known) for known in sorted((one, other)))
    assert {fact.name for fact in every(earlier)} <= {fact.name for fact in every(later)}
    assert known_facts(later, min(one, other)) == earlier


@given(facts(), days)
def test_without_lags_a_day_is_judged_by_what_had_taken_effect_by_then(
    record: Facts, day: date
) -> None:
    told = Facts(
        tuple(replace(one, listed_from=None) for one in record.local),
        tuple(replace(one, listed_from=None) for one in record.state_agencies),
        record.applications,
        tuple(replace(one, adopted_on=None) for one in record.laws),
        tuple(replace(one, disclosed_on=None) for one in record.policy_events),
    )
    assert answer(tracks_of(known_facts(told, day)), day) == answer(tracks_of(told), day)


@given(facts(), days)
def test_an_agreement_is_known_once_it_is_listed_and_its_end_once_it_comes(
    record: Facts, known: date
) -> None:
    seen = {one.name: one for one in known_facts(record, known).local}
    for one in record.local:
        own, listed = one.signed_on, one.listed_from
        public = max((when.first_day for when in (own, listed) if when), default=date.min)
        assert (one.name in seen) is (public <= known)
        found = period(one)
        if one.name in seen and found:
            _start, end = found
            assert period(seen[one.name]) == (found[0], end if end and end <= known else None)


@given(st.tuples(agreements((*LOCAL, PLACELESS), "local", 6), facts()), days)
def test_a_place_sees_what_serves_it_and_its_state_all_that_is_in_it(
    told: tuple[tuple, Facts], day: date
) -> None:
    local, rest = told
    mine = Places(
        Record((*local, *rest.state_agencies), rest.applications, rest.laws, rest.policy_events)
    )
    state, county = mine.seen_by(STATE), mine.seen_by(COUNTY, STATE)
    assert state.local == local
    assert county.local == tuple(one for one in local if COUNTY in one.agency.geoids)
    assert set(county.applications) <= set(state.applications)
    for seen in (state, county):
        assert (seen.state_agencies, seen.laws) == (rest.state_agencies, rest.laws)
    ranks = [tracks_of(seen).at(day).dimensions.local_agreement for seen in (state, county)]
    assert list(Strongest).index(ranks[0]) <= list(Strongest).index(ranks[1])


@given(facts(), facts())
def test_places_of_a_state_may_share_what_they_all_see(record: Facts, other: Facts) -> None:
    neighbor = replace(
        record, local=other.local, applications=other.applications
    )  # its state, laws and nation are the same
    lent, alone = tracks_of(record), tracks_of(neighbor)
    assert lent.lends
    borrowed = tracks_of(neighbor, lent)
    for day in telling_days(neighbor):
        assert borrowed.at(day) == alone.at(day)


@given(facts(), days)
def test_counts_are_of_what_is_in_force(record: Facts, day: date) -> None:
    held = [one for one in record.local if stands(day, one)]
    agencies = {one.agency.agency for one in held}
    assert counted(record.local, day) == (len(held), len(agencies))
    assert agencies_through_time(record.local).at(day).value == len(agencies)
    found = agencies_by_place(record.local, day)
    for place in (COUNTY, NEIGHBOR):
        serving = {one.agency.agency for one in held if place in one.agency.geoids}
        assert found.get(place, 0) == len(serving)
