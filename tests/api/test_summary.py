"""The nation on a day."""

from __future__ import annotations

import pytest

from jurisdictions.status.programs.secure_communities.vocabulary import Status

COUNTS = [("2010-09-28", 659, 32), ("2011-08-05", 1510, 44), ("2013-01-22", 3180, 52)]


@pytest.mark.parametrize(("day", "active", "with_active"), COUNTS)
def test_the_active_jurisdictions_and_states_are_counted(api, day, active, with_active):
    answer = api.read("summary/", date=day)
    assert answer["jurisdictions"] == {"total": 3234, "active": active}
    assert answer["states"] == {"total": 56, "with_active": with_active}


@pytest.mark.parametrize(
    ("day", "total"),
    [("1999-01-01", 3234), ("2008-10-27", 3234), ("2011-08-05", 3234), ("2014-11-20", 3233)],
)
def test_the_statuses_sum_to_every_county_equivalent_of_the_day(api, day, total):
    answer = api.read("summary/", date=day)
    assert list(answer["by_status"]) == [status.value for status in Status]
    assert sum(answer["by_status"].values()) == answer["jurisdictions"]["total"] == total


def test_the_counts_are_those_of_the_list(api):
    rows = api.read("status/", date="2012-06-05")["results"]
    for status, count in api.read("summary/", date="2012-06-05")["by_status"].items():
        assert count == sum(row["status"] == status for row in rows)


def test_nobody_is_active_once_the_program_has_ended(api):
    answer = api.read("summary/", date="2014-11-20")
    assert (answer["position"], answer["jurisdictions"]["active"]) == ("ended", 0)


def test_the_answer_says_what_was_asked(api):
    answer = api.read("summary/", date="2010-10-02", known="2010-12-31")
    keys = ["program", "date", "known", "edition", "record_from", "record_to", "position"]
    assert list(answer) == [*keys, "jurisdictions", "states", "by_status", "known_later"]
    asked = [answer[key] for key in keys[:4]]
    assert asked == ["secure-communities", "2010-10-02", "2010-12-31", 1]


def test_without_a_day_it_opens_on_the_programs_opening_day(api):
    answer = api.read("summary/")
    assert (answer["date"], answer["known"]) == ("2011-08-05", None)


def test_the_first_edition_can_be_named(api):
    assert api.read("summary/", edition=1) == api.read("summary/")
