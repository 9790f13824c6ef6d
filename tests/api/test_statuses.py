"""Every place on a day: the cases of the rule, filters, pages."""

from __future__ import annotations

import pytest

from jurisdictions.status.programs.secure_communities.vocabulary import Status

CASES = [
    ("48201", "2008-10-27", "active-agreement-not-documented"),
    ("48201", "2011-08-05", "active-without-agreement"),
    ("06073", "2009-05-26", "active-under-agreement"),
    ("06075", "2010-05-18", "opt-out-sought"),
    ("06075", "2010-06-08", "active-over-objection"),
    ("06085", "2010-09-28", "active-opt-out-pending"),
    ("06085", "2010-11-09", "active-over-objection"),
    ("11001", "2010-07-01", "opted-out"),
    ("11001", "2012-06-05", "active-over-objection"),
    ("42101", "2009-07-21", "active-without-agreement"),
]
KEYS = [
    "geoid",
    "name",
    "state",
    "kind",
    "status",
    "activation",
    "agreement",
    "objection",
    "local_limits",
    "since",
    "since_edtf",
    "activated_on",
    "activated_on_edtf",
    "sharing_since",
    "sharing_since_edtf",
    "agreement_record",
    *("basis", "precision", "contradicted", "sources"),
]


def rows_by_geoid(api, **query):
    return {row["geoid"]: row for row in api.read("status/", **query)["results"]}


@pytest.mark.parametrize(("geoid", "day", "status"), CASES)
def test_the_list_the_place_and_the_timeline_tell_the_same_status(api, geoid, day, status):
    row = rows_by_geoid(api, date=day)[geoid]
    place = api.read(f"jurisdictions/{geoid}/", date=day)
    spans = api.read(f"jurisdictions/{geoid}/timeline/")["spans"]
    holding = [
        span
        for span in spans
        if (span["start"] or "") <= day and (span["end"] is None or day < span["end"])
    ]
    assert row["status"] == status
    assert place["row"] == row
    assert [span["status"] for span in holding] == [status]


def test_on_the_day_the_program_ends_every_place_says_so(api):
    answer = api.read("status/", date="2014-11-20")
    assert {row["status"] for row in answer["results"]} == {"program-ended"}


def test_philadelphia_reads_otherwise_as_known_before_the_disclosure(api):
    known = rows_by_geoid(api, date="2009-07-21", known="2010-01-01", state="PA")["42101"]
    assert known["status"] == "active-agreement-not-documented"


def test_a_row_has_the_documented_keys_and_no_other(api):
    for row in api.read("status/", date="2011-08-05")["results"]:
        assert list(row) == KEYS


def test_the_first_page_holds_every_county_equivalent_in_order_of_geoid(api):
    answer = api.read("status/")
    geoids = [row["geoid"] for row in answer["results"]]
    assert answer["count"] == len(geoids) == len(set(geoids)) == 3234
    assert geoids == sorted(geoids)
    assert {len(geoid) for geoid in geoids} == {5}
    assert (answer["next"], answer["previous"]) == (None, None)


def test_since_is_the_day_from_which_the_status_has_held_without_a_break(api):
    row = rows_by_geoid(api, date="2010-11-09", state="CA")["06075"]
    assert row["since"] == "2010-06-08"
    for span in api.read("jurisdictions/06075/timeline/")["spans"]:
        if span["end"] and span["end"] == row["since"]:
            assert span["status"] != row["status"]
        if span["start"] and row["since"] <= span["start"] <= "2010-11-09":
            assert span["status"] == row["status"]


def test_since_is_null_where_the_status_has_held_always(api):
    rows = api.read("status/", date="2008-01-01")["results"]
    assert {(row["status"], row["since"]) for row in rows} == {("not-begun", None)}


def test_level_state_lists_states_districts_and_territories(api):
    rows = api.read("status/", level="state")["results"]
    assert len(rows) == 56
    assert {row["kind"] for row in rows} == {"state", "district", "territory"}


def test_both_levels_together_list_every_place_once(api):
    answer = api.read("status/", level=["county", "state"])
    geoids = [row["geoid"] for row in answer["results"]]
    assert answer["count"] == 3290
    assert geoids == sorted(set(geoids))


def test_state_is_repeatable_and_written_either_way(api):
    rows = api.read("status/", state=["IL", "wi"])["results"]
    assert {row["state"] for row in rows} == {"IL", "WI"}
    assert len(rows) == 102 + 72


def test_kind_is_repeatable(api):
    rows = api.read("status/", kind=["parish", "borough"])["results"]
    assert {row["kind"] for row in rows} == {"parish", "borough"}


def test_status_is_repeatable(api):
    wanted = ["opted-out", "active-over-objection"]
    day = "2012-06-05"
    rows = api.read("status/", date=day, status=wanted)["results"]
    counted = api.read("summary/", date=day)["by_status"]
    assert {row["status"] for row in rows} <= set(wanted)
    assert len(rows) == sum(counted[status] for status in wanted) > 0


def test_filters_together_narrow_the_list(api):
    rows = api.read("status/", date="2010-06-08", state="CA", status="active-over-objection")
    assert "06075" in [row["geoid"] for row in rows["results"]]
    assert {row["state"] for row in rows["results"]} == {"CA"}


def test_a_filter_that_nothing_fits_gives_an_empty_first_page(api):
    answer = api.read("status/", level="county", kind="state")
    assert answer == {"count": 0, "next": None, "previous": None, "results": []}


def test_an_empty_parameter_is_as_if_absent(api):
    names = ("date", "known", "edition", "program", "lang", "level", "state", "kind", "status")
    empty = dict.fromkeys((*names, "page", "page_size"), "")
    assert api.read("status/", **empty) == api.read("status/")


def test_following_next_visits_every_place_once_and_keeps_the_query(api):
    address = "/api/v1/status/?date=2011-08-05&state=TX&state=IL&page_size=100"
    seen = []
    while address:
        answer = api.client.get(address).json()
        seen += [row["geoid"] for row in answer["results"]]
        address = answer["next"]
        assert address is None or address.startswith("http://testserver/api/v1/status/?date=2011")
    assert len(seen) == len(set(seen)) == answer["count"] == 254 + 102


def test_previous_leads_back_to_the_same_rows(api):
    first = api.read("status/", page_size=50, lang="es")
    second = api.client.get(first["next"]).json()
    assert api.client.get(second["previous"]).json() == {**first, "previous": None}


def test_a_greater_page_size_is_cut_to_5000(api):
    both = ["county", "state"]
    assert len(api.read("status/", level=both, page_size=10**12)["results"]) == 3290


@pytest.mark.parametrize("language", ["en", "es"])
def test_names_come_in_the_language_asked_for(api, language):
    names = {"en": "Hawaii", "es": "Hawái"}
    rows = api.read("status/", level="state", state="HI", lang=language)["results"]
    assert [row["name"] for row in rows] == [names[language]]


def test_every_status_word_can_be_asked_for(api):
    for status in Status:
        api.read("status/", status=status.value, page_size=1)
