"""Local limits: from the first adopted limit on detainers, the county's own or its state's."""

from __future__ import annotations

import pytest

from jurisdictions.status.programs.secure_communities.measures import adopted, local_limits
from jurisdictions.status.programs.secure_communities.vocabulary import (
    LocalLimits,
    MeasureKind,
    MeasureOutcome,
)
from tests.status.secure_communities.records import measure, on

LIMITED, UNLIMITED = LocalLimits.LIMITS_DETAINERS, LocalLimits.NONE_RECORDED


def test_a_limit_counts_from_the_day_it_was_adopted() -> None:
    track = local_limits((measure("detainer-limit", "2011-10-18"),))
    assert track.at(on("2011-10-17")).value is UNLIMITED
    assert track.at(on("2011-10-18")).value is LIMITED


def test_a_states_limit_counts_in_its_counties() -> None:
    track = local_limits((), (measure("detainer-limit", "2012"),))
    assert track.at(on("2012-01-01")).value is LIMITED


def test_the_earlier_of_the_countys_limit_and_its_states_is_the_one_that_decides() -> None:
    own = (measure("detainer-limit", "2013", name="own"),)
    states = (measure("detainer-limit", "2012-06", name="states"),)
    (mark,) = local_limits(own, states).marks
    assert (mark.day, mark.reasons[0].fact) == (on("2012-06-01"), "local_measure:states")
    (mark,) = local_limits(states, own).marks
    assert (mark.day, mark.reasons[0].fact) == (on("2012-06-01"), "local_measure:states")


def test_a_second_limit_changes_nothing() -> None:
    first = measure("detainer-limit", "2011", name="first")
    second = measure("detainer-limit", "2013", name="second")
    (mark,) = local_limits((second, first)).marks
    assert (mark.day, mark.reasons[0].fact) == (on("2011-01-01"), "local_measure:first")


def test_on_one_day_the_first_limit_in_the_file_decides() -> None:
    own = (measure("detainer-limit", "2012", name="own", row=1),)
    states = (measure("detainer-limit", "2012", name="states", row=2),)
    assert local_limits(own, states).marks[0].reasons[0].fact == "local_measure:own"


@pytest.mark.parametrize("outcome", sorted(set(MeasureOutcome) - {MeasureOutcome.ADOPTED}))
def test_a_limit_that_was_not_adopted_limits_nothing(outcome: MeasureOutcome) -> None:
    assert local_limits((measure("detainer-limit", "2011", outcome=outcome),)).marks == ()


@pytest.mark.parametrize("kind", sorted(set(MeasureKind) - {MeasureKind.DETAINER_LIMIT}))
def test_no_other_kind_of_measure_limits_detainers(kind: MeasureKind) -> None:
    assert local_limits((measure(kind, "2011"),)).marks == ()


def test_a_measure_without_a_date_takes_part_in_nothing() -> None:
    assert adopted((measure("detainer-limit", ""),), {MeasureKind.DETAINER_LIMIT}) is None


def turns(*measures):
    """When limits turn, and to what."""
    return [(str(mark.day), str(mark.value)) for mark in local_limits(measures).marks]


LIMITS, NONE = "limits-detainers", "none-recorded"


def test_a_limit_holds_until_it_is_repealed_or_expires():
    limit = measure("detainer-limit", "2011-10-18", ended="2013-05")
    assert turns(limit) == [("2011-10-18", LIMITS), ("2013-05-01", NONE)]


def test_limits_end_with_the_last_that_stands():
    first = measure("detainer-limit", "2011", ended="2013", name="first")
    second = measure("detainer-limit", "2012", ended="2014", name="second")
    within = measure("detainer-limit", "2011-06", ended="2011-08", name="within")
    assert turns(first, second, within) == [("2011-01-01", LIMITS), ("2014-01-01", NONE)]
    open_end = measure("detainer-limit", "2013", name="open")
    assert turns(first, open_end) == [("2011-01-01", LIMITS)]


def test_a_limit_that_comes_after_one_ended_begins_anew():
    first = measure("detainer-limit", "2010", ended="2011", name="first")
    second = measure("detainer-limit", "2012", name="second")
    assert turns(second, first) == [
        ("2010-01-01", LIMITS), ("2011-01-01", NONE), ("2012-01-01", LIMITS),
    ]  # fmt: skip


def test_one_that_ended_when_it_began_never_stood():
    assert turns(measure("detainer-limit", "2012", ended="2012-01-01")) == []


def test_the_end_of_another_kind_changes_nothing():
    city = measure("city-detainer-limit", "2010", ended="2011", name="city")
    assert turns(city, measure("detainer-limit", "2012")) == [("2012-01-01", LIMITS)]
