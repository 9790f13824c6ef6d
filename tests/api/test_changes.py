"""Which places changed status between two days, or between two editions, and why."""

from __future__ import annotations

import pytest

DAYS = {"from": "2010-06-08", "to": "2011-08-05"}


def rows_by_geoid(api, address, **query):
    return {row["geoid"]: row for row in api.read(address, **query)["results"]}


def test_the_changes_are_the_places_whose_status_differs_in_the_lists_of_both_days(api):
    query = {"state": ["CA", "IL"]}
    before = rows_by_geoid(api, "status/", date=DAYS["from"], **query)
    after = rows_by_geoid(api, "status/", date=DAYS["to"], **query)
    changed = rows_by_geoid(api, "changes/", **DAYS, **query)
    differ = {geoid for geoid in after if before[geoid]["status"] != after[geoid]["status"]}
    assert set(changed) == differ != set(after)
    for geoid, change in changed.items():
        assert change["before"]["status"] == before[geoid]["status"]
        assert change["after"].items() <= after[geoid].items()
        assert change["since"] == after[geoid]["since"]


def test_a_change_says_why_with_the_facts_and_their_sources(api):
    change = rows_by_geoid(api, "changes/", **{**DAYS, "from": "2010-05-18"})["06075"]
    place = api.read("jurisdictions/06075/", date=DAYS["to"])
    assert (change["why"], change["reasons"]) == (place["why"], place["reasons"])
    assert change["reasons"]
    assert change["before"]["status"] == "opt-out-sought"
    assert change["after"]["status"] == "active-over-objection"


def test_nothing_changes_within_a_day(api):
    answer = api.read("changes/", **{"from": "2011-08-05", "to": "2011-08-05"})
    assert (answer["count"], answer["results"]) == (0, [])


def test_every_county_equivalent_that_still_exists_changes_when_the_program_ends(api):
    """Bedford city became part of Bedford County the year before."""
    answer = api.read("changes/", **{"from": "2014-11-19", "to": "2014-11-20"}, fields="geoid")
    assert answer["count"] == 3233


def test_the_answer_says_what_was_compared(api):
    answer = api.read("changes/", **DAYS, known="2012-01-01")
    compared = [answer[name] for name in ("from", "to", "known", "from_edition", "edition")]
    assert compared == ["2010-06-08", "2011-08-05", "2012-01-01", 1, 1]


def test_without_a_later_day_it_compares_with_the_opening_day(api):
    assert api.read("changes/", **{"from": "2010-06-08"})["to"] == "2011-08-05"


@pytest.mark.postgresql
def test_the_filters_are_about_the_later_day(api):
    rows = rows_by_geoid(api, "changes/", **DAYS, status="active-over-objection", opt_out="yes")
    assert rows
    assert {row["after"]["status"] for row in rows.values()} == {"active-over-objection"}


def test_both_levels_together_are_in_order_of_geoid(api):
    rows = rows_by_geoid(api, "changes/", **DAYS, level=["state", "county"], state="IL")
    assert "17" in rows
    assert list(rows) == sorted(rows)


def test_the_pages_together_are_the_changes(api):
    first = api.get("changes/", **DAYS, state="CA", page_size=7)
    rows, answer = [], first.json()
    assert f'<{answer["next"]}>; rel="next"' == first["Link"]
    rows += answer["results"]
    while answer["next"]:
        answer = api.client.get(answer["next"]).json()
        rows += answer["results"]
    assert rows == api.read("changes/", **DAYS, state="CA")["results"]
    assert len(rows) == answer["count"] > 7


@pytest.mark.parametrize("fields", ["geoid", "geoid,why", "reasons"])
def test_only_the_members_that_are_wanted_are_sent(api, fields):
    full = api.read("changes/", **DAYS, state="CA")["results"]
    sparse = api.read("changes/", **DAYS, state="CA", fields=fields)["results"]
    assert sparse == [{name: row[name] for name in fields.split(",")} for row in full]


def test_what_a_correction_changed_can_be_asked_for(api, correction):
    assert correction() == 2
    asked = {"from": "2010-06-08", "to": "2010-06-08"}
    assert api.read("changes/", **asked)["count"] == 0
    answer = api.read("changes/", **asked, from_edition=1, fields="geoid,before,after")
    assert (answer["from_edition"], answer["edition"]) == (1, 2)
    (change,) = answer["results"]
    assert change["geoid"] == "06075"
    assert change["before"]["activation"] == "activated"
    assert change["after"]["activation"] == "not-activated"
    back = api.read("changes/", **asked, from_edition=2, edition=1)["results"]
    assert [row["after"]["activation"] for row in back] == ["activated"]


def test_changes_of_named_days_and_a_named_edition_are_kept_for_ever(api):
    assert "immutable" in api.get("changes/", **DAYS, edition=1)["Cache-Control"]
    assert "immutable" not in api.get("changes/", **DAYS)["Cache-Control"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({}, "from"),
        ({"from": ""}, "from"),
        ({"from": "2011"}, "from"),
        ({"from": "2011-08-06", "to": "2011-08-05"}, "from"),
        ({"from": "2010-01-01", "to": "soon"}, "to"),
        ({"from": "2010-01-01", "from_edition": "99"}, "from_edition"),
        ({"from": "2010-01-01", "from_edition": "x"}, "from_edition"),
        ({"from": "2010-01-01", "edition": "99"}, "edition"),
        ({"from": "2010-01-01", "from_edition": "1", "known": "2010-01-01"}, "known"),
        ({"from": "2010-01-01", "date": "2010-01-01"}, "date"),
    ],
)
def test_a_bad_comparison_is_refused_by_name(api, query, name):
    assert api.refused("changes/", **query)["parameter"] == name
