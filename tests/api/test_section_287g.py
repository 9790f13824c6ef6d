"""287(g), as the API tells of it: the counts of its law, its agencies, its agreements."""

from __future__ import annotations

import csv
from datetime import UTC, datetime

import pytest
from django.conf import settings

from jurisdictions.record.changing.facts import correct_fact
from tests.api.test_schema import ELSEWHERE, faults
from tests.api.test_schemathesis import MODES, keep_to_the_schema, server

__all__ = ["server"]

pytestmark = pytest.mark.usefixtures("both_programs")

NOW = datetime(2026, 11, 23, tzinfo=UTC)
LATER = datetime(2026, 11, 24, tzinfo=UTC)
COUNTED = [
    ("2010-10-29", 71, 71),
    ("2017-08-01", 60, 60),
    ("2025-01-20", 135, 133),
    ("2026-01-14", 1319, 1096),
    ("2026-05-18", 1846, 1552),
]
LISTS = [
    ("2021-01-13", 150),
    ("2023-06-17", 137),
    ("2025-04-29", 506),
    ("2025-08-18", 896),
    ("2026-05-18", 1843),
]
"""What the files of these days hold, no row twice (lists.csv)."""
AGREEMENT = [
    *("agreement", "agency", "name", "state", "model", "signed_on"),
    *("listed_from", "listed_until", "missing_from", "ended_on"),
    *("ending", "superseded_by", "moa_url", "absent"),
]


@pytest.mark.parametrize(("day", "in_force", "agencies"), COUNTED)
def test_agreements_and_agencies_in_force_are_those_of_the_law(api, day, in_force, agencies):
    asked = {"in_force_on": day, "page_size": 1}
    assert api.read("agreements/", program="287g", **asked)["count"] == in_force
    assert api.read("agencies/", program="287g", **asked)["count"] == agencies


def test_the_nation_is_counted_as_in_the_law(api):
    told = api.read("summary/", program="287g")
    assert told["date"] == told["record_until"] == "2026-05-18"
    assert told["agreements"] == {"in_force": 1846, "agencies": 1552, "states": 40}
    assert told["by_status"] == {
        "not-authorised": 0,
        "task-force": 621,
        "jail-enforcement": 66,
        "model-not-recorded": 0,
        "warrant-service": 245,
        "state-task-force": 996,
        "application-pending": 0,
        "forbidden-by-state": 263,
        "ended": 35,
        "none-recorded": 1008,
    }
    assert sum(told["by_status"].values()) == told["jurisdictions"]["total"] == 3234
    assert (told["states"], told["position"]) == ({"total": 56}, "all-models")
    assert (told["complete"], told["published"]) == (True, None)


@pytest.mark.parametrize(("day", "in_force", "agencies"), COUNTED)
def test_the_summary_counts_what_the_lists_count(api, day, in_force, agencies):
    told = api.read("summary/", program="287g", date=day)["agreements"]
    assert (told["in_force"], told["agencies"]) == (in_force, agencies)


def test_a_day_after_the_last_list_is_told_with_what_ice_counted(api):
    told = api.read("summary/", program="287g", date="2026-10-09")
    assert (told["complete"], told["published"]["value"]) == (False, 2654)
    assert told["agreements"]["in_force"] < 2654
    between = api.read("summary/", program="287g", date="2026-05-19")
    assert (between["complete"], between["published"]) == (False, None)


def test_the_nation_as_known_on_a_day_is_counted_by_what_was_public(api):
    told = api.read("summary/", program="287g", date="2026-05-18", known="2025-01-20")
    assert told["agreements"]["in_force"] == 135
    assert told["record_until"] == "2024-12-11"


def test_nobody_had_an_agreement_before_the_law_allowed_it(api):
    told = api.read("summary/", program="287g", date="1996-09-29")
    assert told["by_status"]["not-authorised"] == 3234
    assert told["agreements"] == {"in_force": 0, "agencies": 0, "states": 0}


def test_all_that_is_on_record_stands_on_one_page(api):
    for address, count in (("agencies/", 2003), ("agreements/", 2556)):
        page = api.read(address)
        assert (page["count"], page["next"], len(page["results"])) == (count, None, count)


def test_an_agreement_has_the_promised_members(api):
    (row,) = api.read("agreements/", ending="not-listed", ended_after="2026-05-14")["results"]
    assert list(row) == AGREEMENT
    left = (row["name"], row["listed_until"], row["missing_from"], row["ended_on"])
    assert left == ("Albemarle District Jail", "2026-05-11", "2026-05-14", None)


@pytest.mark.parametrize(("day", "rows"), LISTS)
def test_what_a_list_of_ices_showed_can_be_asked_for(api, day, rows):
    assert api.read("agreements/", on_list=day, page_size=1)["count"] == rows


def test_a_list_that_is_not_in_hand_is_refused_and_the_nearest_are_named(api):
    refused = api.refused("agreements/", on_list="2021-01-14")
    assert refused["parameter"] == "on_list"
    assert "2021-01-13, 2021-01-16" in refused["detail"]


def test_the_filters_of_agreements_narrow_as_they_say(api):
    rows = api.read("agreements/")["results"]

    def ended(row):
        return row["ended_on"] or row["missing_from"] or row["listed_until"]

    signed = {"signed_after": "2025-03-01", "signed_before": "2025-03-31"}
    models = {"task-force", "not-recorded"}
    for asked, fits in [
        ({"state": "fl"}, lambda row: row["state"] == "FL"),
        ({"model": sorted(models)}, lambda row: row["model"] in models),
        (signed, lambda row: (row["signed_on"] or "").startswith("2025-03")),
        ({"ending": "renewed"}, lambda row: row["ending"] == "renewed"),
        ({"agency": rows[700]["agency"]}, lambda row: row["agency"] == rows[700]["agency"]),
    ]:
        expected = [row["agreement"] for row in rows if fits(row)]
        assert [row["agreement"] for row in api.read("agreements/", **asked)["results"]] == expected
        assert expected
    gone = api.read("agreements/", ended_after="2025-01-01", ended_before="2025-12-31")["results"]
    assert gone
    assert {ended(row)[:4] for row in gone} == {"2025"}


def test_the_filters_of_agencies_narrow_as_they_say(api):
    rows = api.read("agencies/")["results"]
    for asked, fits in [
        ({"state": ["TX", "OK"]}, lambda row: row["state"] in {"TX", "OK"}),
        ({"level": "municipal"}, lambda row: row["level"] == "municipal"),
        ({"kind": "guard"}, lambda row: row["kind"] == "guard"),
        ({"text": "kodiak pol"}, lambda row: row["name"] == "Kodiak Police Department"),
    ]:
        expected = [row["agency"] for row in rows if fits(row)]
        assert [row["agency"] for row in api.read("agencies/", **asked)["results"]] == expected
        assert expected


def test_the_lists_narrow_by_what_the_law_of_the_state_says(api):
    laws = {
        row["state"]: row["state_law"]
        for row in api.read("status/", program="287g", level="state", page_size=60)["results"]
    }
    for law in ("forbids", "restricts", "requires"):
        expected = {state for state, says in laws.items() if says == law}
        for address in ("agencies/", "agreements/"):
            states = {row["state"] for row in api.read(address, state_law=law)["results"]}
            assert states
            assert states <= expected
    before = {"state_law": "requires", "in_force_on": "2025-01-20", "page_size": 1}
    assert api.read("agreements/", **before)["count"] < api.read("agreements/")["count"]


def test_of_all_that_is_asked_of_agreements_one_must_fit_all(api):
    asked = {"signed_after": "2025-03-01", "ending": "renewed", "ended_before": "2026-01-31"}
    signed = {row["agency"] for row in api.read("agreements/", **asked)["results"]}
    assert {row["agency"] for row in api.read("agencies/", **asked)["results"]} == signed
    by_name = {"text": "sheriff", "level": "county", "kind": "sheriff", "state": "TX"}
    agencies = {row["agency"] for row in api.read("agencies/", **by_name)["results"]}
    assert agencies
    assert {row["agency"] for row in api.read("agreements/", **by_name)["results"]} == agencies


def test_an_agency_is_found_by_another_spelling_of_its_name(api):
    spelled = next(row for row in api.read("agencies/")["results"] if row["aliases"])
    found = api.read("agencies/", text=spelled["aliases"][0], state=spelled["state"])["results"]
    assert spelled["agency"] in {row["agency"] for row in found}


def test_of_a_model_and_a_day_one_agreement_must_fit_both(api):
    asked = {"model": "task-force", "in_force_on": "2026-05-18"}
    signed = {row["agency"] for row in api.read("agreements/", **asked)["results"]}
    found = api.read("agencies/", **asked)["results"]
    assert {row["agency"] for row in found} == signed
    assert all("task-force" in row["in_force"] for row in found)


def test_an_agency_is_told_with_all_that_it_signed(api):
    row = next(row for row in api.read("agencies/")["results"] if row["agreements"] > 2)
    told = api.read(f"agencies/{row['agency']}/", date="2026-05-18")
    assert told["agency"] == row
    assert told["agreements"] == api.read("agreements/", agency=row["agency"])["results"]
    assert (told["record_until"], told["complete"]) == ("2026-05-18", True)


def test_a_day_after_the_last_list_is_said_to_be_incomplete(api):
    for address in ("agencies/", "agreements/"):
        page = api.read(address, in_force_on="2026-10-09", page_size=1)
        assert (page["record_until"], page["complete"]) == ("2026-05-18", False)
    agency = api.read("agencies/")["results"][0]["agency"]
    assert api.read(f"agencies/{agency}/", date="2026-10-09")["complete"] is False


@pytest.mark.postgresql
def test_known_leaves_out_what_became_public_later(api):
    now = api.read("agreements/")["results"]
    then = api.read("agreements/", known="2025-03-05")
    assert then["record_until"] < "2025-03-06"
    ids = {row["agreement"] for row in then["results"]}
    for row in now:
        public = max(row["signed_on"] or "", row["listed_from"] or "")
        assert (row["agreement"] in ids) is (public <= "2025-03-05")
    for row in then["results"]:
        ends = (row["ended_on"], row["missing_from"])
        assert not [day for day in ends if day and day > "2025-03-05"]
    assert 0 < api.read("agencies/", known="2025-03-05")["count"] < 2003


def test_pages_are_followed_within_an_edition(api):
    first = api.read("agreements/", page_size=1000)
    assert "edition=1" in first["next"]
    following = api.client.get(first["next"]).json()
    rows = [*first["results"], *following["results"]]
    assert rows == api.read("agreements/", page_size=2000)["results"]
    assert api.refused("agreements/", page=9)["parameter"] == "page"


def test_members_can_be_left_out(api):
    rows = api.read("agencies/", fields="agency,state")["results"]
    assert {tuple(row) for row in rows} == {("agency", "state")}


def test_an_answer_that_has_not_changed_is_not_sent_again(api):
    first = api.get("agreements/", program="287g")
    again = api.get("agreements/", {"If-None-Match": first["ETag"]}, program="287g")
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "query", "at_fault"),
    [
        ("agencies/", {"program": "secure-communities"}, "program"),
        ("agencies/", {"program": "nonsense"}, "program"),
        ("agencies/", {"agency": "x"}, "agency"),
        ("agencies/", {"on_list": "2021-01-14"}, "on_list"),
        ("agencies/", {"state_law": "allows"}, "state_law"),
        ("agencies/", {"level": "federal"}, "level"),
        ("agencies/", {"in_force_on": "May"}, "in_force_on"),
        ("agencies/", {"text": ["a", "b"]}, "text"),
        ("agreements/", {"agency": "nobody"}, "agency"),
        ("agreements/", {"model": "cavalry"}, "model"),
        ("agreements/", {"ending": "gone"}, "ending"),
        ("agreements/", {"signed_after": ["2025-01-01", "2025-01-01"]}, "signed_after"),
        ("agreements/", {"date": "2025-01-01"}, "date"),
        ("agreements/", {"fields": "color"}, "fields"),
        ("agreements/", {"known": "2025-01-01", "edition": "1"}, "known"),
    ],
)
def test_a_bad_parameter_is_refused_by_its_name(api, address, query, at_fault):
    assert api.refused(address, **query)["parameter"] == at_fault


def test_an_unknown_agency_is_not_found(api):
    assert "nobody" in api.refused("agencies/nobody/", code=404)["detail"]


def test_the_programs_are_listed_the_default_one_first(api):
    listed = api.read("programs/")
    assert listed["count"] == 2
    told = [(one["slug"], one["default"], one["opening_on"]) for one in listed["results"]]
    first, second = ("secure-communities", True, "2011-08-05"), ("287g", False, "2026-05-18")
    assert told == [first, second]
    beyond = api.client.get(api.read("programs/", page_size=1)["next"]).json()
    assert [one["slug"] for one in beyond["results"]] == ["287g"]


def test_a_program_tells_when_it_was_and_where_its_pages_are(api):
    first, second = api.read("programs/")["results"]
    assert (first["name_es"], second["name_es"]) == ("Comunidades Seguras", "287(g)")
    assert api.read("programs/", lang="es")["results"][0]["name"] == "Comunidades Seguras"
    assert (first["began"], second["began"]) == ("2008-03-28", "1996-09-30")
    assert first["ended"]
    assert second["ended"] is None
    assert (first["record_until"], second["record_until"]) == (None, "2026-05-18")
    for one in (first, second):
        for name, address in one["links"].items():
            if address is None:
                assert one is first
                assert name in {"agencies", "agreements"}
            else:
                assert api.client.get(address).status_code == 200, address
    assert second["links"]["agreements"].endswith("/287g/agreements/")


@pytest.mark.postgresql
def test_the_list_of_programs_is_fresh_once_any_of_them_is_published_again(api):
    before = api.get("programs/")["ETag"]
    correct_fact(
        program="287g",
        name="agency_agreement:al-autauga-county-sheriff-office:tfm:2025-09-22",
        cells={"signed_on": "2025-09-21", "source": "rr_lists"},
        by="Ana",
        reason="The text says so",
        at=LATER,
    )
    assert api.get("programs/")["ETag"] != before
    assert [one["edition"] for one in api.read("programs/")["results"]] == [1, 2]
    row = api.read("agreements/", agency="al-autauga-county-sheriff-office", model="task-force")
    assert row["results"][0]["signed_on"] == "2025-09-21"
    named = {"agency": "al-autauga-county-sheriff-office", "model": "task-force", "edition": 1}
    assert api.read("agreements/", **named)["results"][0]["signed_on"] == "2025-09-22"


SHAPED = [
    ("/api/v1/summary/", "summary/", {"program": "287g", "date": "2026-10-09"}),
    ("/api/v1/agencies/", "agencies/", {"state": "FL"}),
    ("/api/v1/agencies/{agency}/", "agencies/ak-kodiak-police-department/", {}),
    ("/api/v1/agreements/", "agreements/", {}),
    ("/api/v1/programs/", "programs/", {"lang": "es"}),
]


@pytest.mark.parametrize(("path", "address", "query"), SHAPED)
def test_an_answer_has_the_documented_shape(api, path, address, query):
    schema = api.read("schema/")
    operation = schema["paths"][path]["get"]
    shape = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert faults(api.read(address, **query), shape, schema) == []
    documented = {one["name"] for one in operation["parameters"] if one["in"] == "query"}
    listed = api.refused(address, nonsense="1")["detail"]
    assert documented == set(listed.removesuffix(".").rsplit(": ", 1)[1].split(", "))


def test_the_rows_of_the_lists_that_ship_are_those_that_the_answer_is_checked_against():
    folder = settings.BASE_DIR / "jurisdictions" / "data" / "287g"
    with (folder / "lists.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["list"]: int(row["rows"]) for row in csv.DictReader(file)}
    assert [rows[f"participating-{day}"] for day, _rows in LISTS] == [held for _day, held in LISTS]


@pytest.mark.postgresql
@MODES
@pytest.mark.parametrize("path", sorted(ELSEWHERE))
def test_the_api_keeps_to_its_schema_whatever_is_asked(shipped, server, path, mode):
    keep_to_the_schema(server, path, mode)
