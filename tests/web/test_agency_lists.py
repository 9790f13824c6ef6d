"""The lists of agencies and of agreements, pages and files: the counts of the law, filters."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jurisdictions.publish.editions import publish_edition
from jurisdictions.read.agencies.choosing import AgreementFilter
from jurisdictions.read.agencies.lines import agreement_lines
from jurisdictions.read.asking import ask
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.render.reports.agency_lists import agreements_report
from tests.web.taking import body, cells, rows, workbook

pytestmark = pytest.mark.usefixtures("both_programs")
COUNTED = [
    ("2010-10-29", 71, 71),
    ("2017-08-01", 60, 60),
    ("2025-01-20", 135, 133),
    ("2026-01-14", 1319, 1096),
    ("2026-05-18", 1846, 1552),
]
"""Day, agreements in force, agencies: the checks of the law."""
LISTS = [("2021-01-13", 150), ("2025-04-29", 506), ("2026-05-18", 1843)]
NAMES = ("agencies", "agreements")


def total(page: str) -> int:
    """How many the list says that it has."""
    found = re.search(r'<p class="lead">\s*([\d,]+) ', page)
    assert found
    return int(found[1].replace(",", ""))


def facet(page: str, name: str) -> dict[str, int]:
    """The words of a facet with their counts."""
    pattern = rf'name="{name}" value="([^"]+)".*?class="count">([\d,]+)<'
    return {
        word: int(count.replace(",", "")) for word, count in re.findall(pattern, page, re.DOTALL)
    }


@pytest.mark.parametrize(("day", "in_force", "agencies"), COUNTED)
def test_the_lists_and_their_files_count_what_the_law_counts(
    client: Client, day: str, in_force: int, agencies: int
) -> None:
    for name, count in zip(NAMES, (agencies, in_force), strict=True):
        asked = {"in_force_on": day}
        assert total(client.get(f"/287g/{name}/", asked).text) == count
        assert len(rows(client.get(f"/287g/{name}.csv", asked))) == count
        api = client.get(f"/api/v1/{name}/?page_size=1&in_force_on={day}")
        assert api.json()["count"] == count


@pytest.mark.parametrize(("day", "listed"), LISTS)
def test_what_a_list_of_ices_showed_can_be_read_and_taken(
    client: Client, day: str, listed: int
) -> None:
    assert total(client.get("/287g/agreements/", {"on_list": day}).text) == listed
    table = rows(client.get("/287g/agreements.csv", {"on_list": day}))
    assert len(table) == listed
    assert all(row["listed_from"] <= day <= row["last_list"] for row in table)
    assert {row["date"] for row in table} == {day}


def test_all_agencies_and_agreements_on_record_are_listed(client: Client) -> None:
    for name, count in zip(NAMES, (2003, 2556), strict=True):
        assert total(client.get(f"/287g/{name}/").text) == count
        assert len(rows(client.get(f"/287g/{name}.csv"))) == count
        held = json.loads(body(client.get(f"/287g/{name}.json")))
        assert len(held["data"]) == count


MODELS = {"warrant-service", "not-recorded"}
FILTERS: list[tuple[dict[str, Any], Any]] = [
    ({"state": "fl"}, lambda row: row["state"] == "FL"),
    ({"model": ["warrant-service", "not-recorded"]}, lambda row: row["model"] in MODELS),
    ({"level": "municipal"}, lambda row: row["level"] == "municipal"),
    ({"kind": "constable"}, lambda row: row["kind"] == "constable"),
    ({"state_law": "forbids"}, lambda row: row["state_law"] == "forbids"),
    ({"ending": "ended-by-agency"}, lambda row: row["ending"] == "ended-by-agency"),
    (
        {"signed_after": "2026-04-20", "signed_before": "2026-05-18"},
        lambda row: "2026-04-20" <= row["signed_on"] <= "2026-05-18",
    ),
    (
        {"ended_after": "2026-01-01", "ended_before": "2026-12-31"},
        lambda row: row["end"][:4] == "2026",
    ),
    ({"text": "kodiak pol"}, lambda row: row["name"] == "Kodiak Police Department"),
    (
        {"agency": "ak-kodiak-police-department"},
        lambda row: row["agency"] == "ak-kodiak-police-department",
    ),
]


@pytest.mark.parametrize(("asked", "fits"), FILTERS)
def test_each_filter_narrows_agreements_as_it_says(client: Client, asked: Any, fits: Any) -> None:
    everything = rows(client.get("/287g/agreements.csv"))
    expected = [row["agreement"] for row in everything if fits(row)]
    found = rows(client.get("/287g/agreements.csv", asked))
    assert [row["agreement"] for row in found] == expected
    assert expected
    assert total(client.get("/287g/agreements/", asked).text) == len(expected)


@pytest.mark.parametrize("asked", [asked for asked, _fits in FILTERS if "agency" not in asked])
def test_the_agencies_are_those_whose_agreements_fit(client: Client, asked: Any) -> None:
    signed = {row["agency"] for row in rows(client.get("/287g/agreements.csv", asked))}
    found = rows(client.get("/287g/agencies.csv", asked))
    assert {row["agency"] for row in found} == signed
    assert total(client.get("/287g/agencies/", asked).text) == len(signed)


@pytest.mark.parametrize("name", NAMES)
def test_a_facet_counts_what_each_of_its_words_would_give(client: Client, name: str) -> None:
    asked = {"state": "TX", "in_force_on": "2026-05-18", "kind": "sheriff"}
    page = client.get(f"/287g/{name}/", asked).text
    for facet_name in ("model", "kind", "level", "state_law"):
        counts = facet(page, facet_name)
        assert counts
        for word, count in counts.items():
            assert total(client.get(f"/287g/{name}/", {**asked, facet_name: word}).text) == count
    states = dict(re.findall(r'<option value="([A-Z]{2})"[^>]*>[^(]+\(([\d,]+)\)', page))
    assert total(client.get(f"/287g/{name}/", {**asked, "state": "FL"}).text) == int(states["FL"])


def test_an_agreement_tells_its_days_as_they_are_known_and_to_be_sorted_by(client: Client) -> None:
    table = {row["agreement"]: row for row in rows(client.get("/287g/agreements.csv"))}
    left = next(r for r in table.values() if r["name"] == "Albemarle District Jail" and r["end"])
    assert (left["end"], left["end_edtf"]) == ("2026-05-14", "2026-05-11/2026-05-14")
    assert (left["ending"], left["end_basis"], left["ended_on"]) == ("not-listed", "lists", "")
    assert (left["listed_until"], left["last_list"]) == ("2026-05-11", "2026-05-11")
    assert left["in_force"] == "false"
    stands = table["ak-kodiak-police-department:wso:2020-07-20"]
    assert (stands["in_force"], stands["last_list"], stands["listed_until"]) == (
        *("true", "2026-05-18"),
        "",
    )
    assert stands["moa_url"].startswith("https://www.ice.gov/")
    assert stands["sources"] == "rr_lists"
    bases = {row["end_basis"] for row in table.values()}
    assert bases == {"", "stated", "lists", "last-list"}
    assert all(bool(row["end"]) is bool(row["end_basis"]) for row in table.values())


def test_an_agency_tells_the_models_in_force_on_the_day_and_the_places_it_serves(
    client: Client,
) -> None:
    asked = {"text": "kodiak", "date": "2021-01-20"}
    (row,) = rows(client.get("/287g/agencies.csv", asked))
    assert (row["date"], row["in_force"], row["since"]) == (
        *("2021-01-20", "warrant-service"),
        "2020-07-20",
    )
    assert (row["geoids"], row["places"]) == ("02150", "Kodiak Island Borough")
    (before,) = rows(client.get("/287g/agencies.csv", {**asked, "date": "2020-01-20"}))
    assert before["in_force"] == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_spreadsheet_holds_rows_sources_codebook_and_citation(client: Client, name: str) -> None:
    book = workbook(client.get(f"/287g/{name}.xlsx", {"state": "AK"}))
    assert book.sheetnames == ["data", "sources", "codebook", "citation"]
    table = cells(book["data"])
    keys = {key for row in table for key in str(row["sources"]).split()}
    assert keys <= {row["key"] for row in cells(book["sources"])}
    said = {row["item"]: row["value"] for row in cells(book["citation"])}
    assert "May 18, 2026" in said["How far the record reaches"]
    words = {row["word"] for row in cells(book["codebook"]) if row["column"] == "kind"}
    assert "sheriff" in words


@pytest.mark.parametrize("name", NAMES)
def test_a_map_file_has_the_borders_of_the_places_served(client: Client, name: str) -> None:
    asked = {"state": "AK"}
    drawn = json.loads(body(client.get(f"/287g/{name}.geojson", asked)))
    table = rows(client.get(f"/287g/{name}.csv", asked))
    key = {"agencies": "agency", "agreements": "agreement"}[name]
    assert [one["id"] for one in drawn["features"]] == [row[key] for row in table]
    assert {one["geometry"]["type"] for one in drawn["features"]} == {"MultiPolygon"}
    many = json.loads(body(client.get(f"/287g/{name}.geojson", {"text": "32nd judicial"})))
    (shape,) = [one["geometry"] for one in many["features"]]
    assert (shape["type"], len(shape["geometries"])) == ("GeometryCollection", 3)
    plain = json.loads(body(client.get(f"/287g/{name}.geojson", {**asked, "geometry": "none"})))
    assert {one["geometry"] for one in plain["features"]} == {None}
    assert (plain["complete"], plain["record_until"]) == (True, "2026-05-18")


@pytest.mark.parametrize("name", NAMES)
def test_a_list_can_be_printed_and_cited(client: Client, name: str) -> None:
    told = client.get(f"/es/287g/{name}.pdf", {"state": "AK", "in_force_on": "2026-10-09"})
    assert told["Content-Type"] == "application/pdf"
    assert told["Content-Language"] == "es"
    assert f"287g-{name}-2026-10-09-edition-1.pdf" in told["Content-Disposition"]
    assert body(told).startswith(b"%PDF-")
    assert client.get(f"/287g/{name}.pdf", {"state": "ZZ"}).status_code == 400


def test_a_printed_list_says_what_was_asked_and_how_far_the_record_reaches() -> None:
    as_of = ask(program="287g", date="2026-10-09", today=date(2026, 11, 26))
    chosen = AgreementFilter(states=("AK",), in_force_on=as_of.on)
    found = agreement_lines(as_of, chosen, "name")
    report = agreements_report(as_of, found, ("state=AK",), "https://example.org/")
    assert [line[0] for line in report.lines] == [one.row.agency.title for one in found]
    assert {len(line) for line in report.lines} == {len(report.headings)} == {len(report.widths)}
    assert "2,654" in report.frame.known
    assert report.filters == ("state=AK",)


@pytest.mark.parametrize(
    ("asked", "saved"),
    [
        ("agencies.csv", "287g-agencies-2026-05-18-edition-1.csv"),
        ("agreements.csv?state=FL&state=GA", "287g-agreements-fl-ga-2026-05-18-edition-1.csv"),
        (
            "agreements.xlsx?on_list=2021-01-13",
            "287g-agreements-list-2021-01-13-2021-01-13-edition-1.xlsx",
        ),
        (
            "agencies.csv?in_force_on=2025-01-20&kind=police",
            "287g-agencies-in-force-selection-2025-01-20-edition-1.csv",
        ),
        (
            "agreements.csv?in_force_on=2026-10-09",
            "287g-agreements-in-force-2026-10-09-edition-1-record-to-2026-05-18.csv",
        ),
    ],
)
def test_the_name_of_a_file_tells_what_was_asked_for(
    client: Client, asked: str, saved: str
) -> None:
    assert f'filename="{saved}"' in client.get(f"/287g/{asked}")["Content-Disposition"]


@pytest.mark.parametrize("name", NAMES)
def test_a_day_after_the_last_list_is_said_to_be_incomplete(client: Client, name: str) -> None:
    later = {"in_force_on": "2026-10-09"}
    page = client.get(f"/287g/{name}/", later).text
    assert "the numbers are too low" in page
    assert "2,654" in page
    held = json.loads(body(client.get(f"/287g/{name}.json", later)))
    assert (held["record_until"], held["complete"]) == ("2026-05-18", False)
    assert "2,654" in held["reach"]
    within = json.loads(body(client.get(f"/287g/{name}.json", {"in_force_on": "2026-05-17"})))
    assert (within["complete"], within["date"]) == (True, "2026-05-17")


@pytest.mark.parametrize(
    ("asked", "at_fault"),
    [
        ({"state": "ZZ"}, "state"),
        ({"model": "cavalry"}, "model"),
        ({"in_force_on": "May"}, "in_force_on"),
        ({"on_list": "2021-01-14"}, "on_list"),
        ({"sort": "color"}, "sort"),
        ({"text": "x" * 201}, "text"),
        ({"page": "99999"}, "page"),
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_a_filter_that_is_wrong_is_named(
    client: Client, name: str, asked: dict[str, str], at_fault: str
) -> None:
    refused = client.get(f"/287g/{name}/", asked)
    assert refused.status_code == 400
    assert at_fault in refused.text
    if at_fault != "page":
        assert client.get(f"/287g/{name}.csv", asked).status_code == 400


@pytest.mark.parametrize("name", NAMES)
def test_a_day_with_two_lists_is_offered_once(client: Client, name: str) -> None:
    page = client.get(f"/287g/{name}/").text
    field = page.partition('id="f-list"')[2].partition("</select>")[0]
    offered = re.findall(r'value="([\d-]+)"', field)
    assert "2025-11-25" in offered
    assert offered == sorted(set(offered), reverse=True)


def test_a_list_that_is_not_in_hand_names_the_nearest(client: Client) -> None:
    refused = client.get("/287g/agreements/", {"on_list": "2021-01-14"})
    told = re.sub(r"<[^>]+>", "", refused.text)
    assert "2021-01-13, 2021-01-16" in told


def test_a_file_passes_no_parameter_over(client: Client) -> None:
    for slip in ("colour=red", "text=a&text=b", "agency=ak-kodiak-police-department"):
        assert client.get(f"/287g/agencies.csv?{slip}").status_code == 400


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_filter_leaves_nothing_to_clear(client: Client, name: str) -> None:
    asked = {"utm_source": "letter"}
    assert "Clear filters" not in client.get(f"/287g/{name}/", asked).text
    assert "Clear filters" in client.get(f"/287g/{name}/", {**asked, "state": "TX"}).text


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_fits_is_said_with_ways_out(client: Client, name: str) -> None:
    page = client.get(f"/287g/{name}/", {"state": "FL", "text": "zzz", "date": "2025-01-01"}).text
    assert "fits all of these filters." in page
    assert f'href="/287g/{name}/?date=2025-01-01">Clear filters' in page
    assert f'href="/287g/{name}/?state=FL&amp;date=2025-01-01"' in page
    assert f'href="/287g/{name}/?text=zzz&amp;date=2025-01-01"' in page


@pytest.mark.parametrize("order", ["name", "state", "kind", "since", "agreements"])
def test_agencies_are_sorted_both_ways(client: Client, order: str) -> None:
    up = rows(client.get("/287g/agencies.csv", {"state": "AL", "sort": order}))
    down = rows(client.get("/287g/agencies.csv", {"state": "AL", "sort": f"-{order}"}))
    assert [row["agency"] for row in down] == [row["agency"] for row in up][::-1]
    if order in up[0] and order != "kind":
        values = [int(r[order]) if order == "agreements" else r[order].casefold() for r in up]
        assert values == sorted(values)


@pytest.mark.parametrize(
    ("order", "column"),
    [("signed", "signed_on"), ("listed", "listed_from"), ("ended", "end"), ("state", "state")],
)
def test_agreements_are_sorted_by_the_day_that_is_asked_for(
    client: Client, order: str, column: str
) -> None:
    up = [row[column] for row in rows(client.get("/287g/agreements.csv", {"sort": order}))]
    assert up == sorted(up)
    down = [row[column] for row in rows(client.get("/287g/agreements.csv", {"sort": f"-{order}"}))]
    assert down == up[::-1]


def test_pages_of_a_list_hold_every_row_once(client: Client) -> None:
    asked: dict[str, Any] = {"state": "GA", "sort": "-since"}
    count = total(client.get("/287g/agencies/", asked).text)
    found: list[str] = []
    for number in range(1, -(-count // 50) + 1):
        page = client.get("/287g/agencies/", {**asked, "page": number}).text
        found += re.findall(r'<th [^>]*scope="row"><a href="/agencies/([^/]+)/', page)
    assert found == [row["agency"] for row in rows(client.get("/287g/agencies.csv", asked))]


def test_the_list_is_reached_by_every_old_and_short_way(client: Client) -> None:
    led = client.get("/agencies/?state=FL")
    assert (led.status_code, led["Location"]) == (301, "/287g/agencies/?state=FL")
    assert client.get("/es/agencies/")["Location"] == "/es/287g/agencies/"
    led = client.get("/287g/agencies/ak-kodiak-police-department/")
    assert (led.status_code, led["Location"]) == (301, "/agencies/ak-kodiak-police-department/")
    for name in NAMES:
        led = client.get(f"/secure-communities/{name}/?state=FL")
        assert (led.status_code, led["Location"]) == (302, f"/287g/{name}/?state=FL")
        led = client.get(f"/secure-communities/{name}.csv?state=FL")
        assert (led.status_code, led["Location"]) == (302, f"/287g/{name}.csv?state=FL")


@pytest.mark.parametrize("name", NAMES)
def test_the_list_as_known_on_a_day_leaves_out_what_came_out_later(
    client: Client, name: str
) -> None:
    then = rows(client.get(f"/287g/{name}.csv", {"known": "2025-03-05"}))
    assert 0 < len(then) < len(rows(client.get(f"/287g/{name}.csv")))
    if name == "agreements":
        assert not [row for row in then if row["end"] > "2025-03-05"]
        assert max(row["last_list"] for row in then) <= "2025-03-05"


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_has_not_changed_is_not_sent_again(client: Client, name: str) -> None:
    first = client.get(f"/287g/{name}.csv")
    again = client.get(f"/287g/{name}.csv", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    fixed = client.get(f"/287g/{name}.csv", {"date": "2026-05-18", "edition": "1"})
    assert "immutable" in fixed["Cache-Control"]
    for rel in ("cite-as", "license"):
        assert f'rel="{rel}"' in fixed["Link"]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_asks_the_database_no_more_for_many_rows_than_for_one(
    client: Client, name: str
) -> None:
    client.get(f"/287g/{name}.csv")
    counts = []
    for asked in ({"state": "AK"}, {}):
        with CaptureQueriesContext(
            connection,
        ) as asked_for:
            body(client.get(f"/287g/{name}.csv", asked))
        counts.append(len(asked_for))
    assert counts[0] == counts[1] <= 3


def test_the_page_in_spanish_is_spanish(client: Client) -> None:
    page = client.get("/es/287g/agreements/?state=FL").text
    assert "acuerdos con ICE" in page
    assert "agreements with ICE" not in page


UNITS = {"kB": 1000, "MB": 1_000_000}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("asked", ["", "?state=FL&in_force_on=2026-05-18", "?kind=guard"])
def test_the_panel_offers_files_of_the_size_that_it_says(
    client: Client, name: str, asked: str
) -> None:
    panel = client.get(f"/287g/{name}/{asked}").text.split('class="take"')[1]
    offers = re.findall(
        r'href="([^"]+)"[^>]*>[^<]+</a> <span class="take-size">[^\d]*([\d.,]+) (kB|MB)', panel
    )
    assert len(offers) == 5
    for href, number, unit in offers:
        size = len(body(client.get(href.replace("&amp;", "&"))))
        said = float(number.replace(",", "")) * UNITS[unit]
        assert abs(size - said) < max(0.2 * size, 1500), (href, size, said)


def test_no_cell_of_a_file_is_run_by_a_spreadsheet(client: Client) -> None:
    correct_fact(
        program="287g",
        name="agency:ak-kodiak-police-department",
        cells={"name": "=HYPERLINK(1)", "source": "rr_lists"},
        by="Ana",
        reason="A trap",
        at=datetime(2026, 11, 24, tzinfo=UTC),
    )
    publish_edition(program="287g", by="Ana", reason="", at=datetime(2026, 11, 24, 1, tzinfo=UTC))
    for name in NAMES:
        asked = {"state": "AK", "text": "hyperlink"}
        found = rows(client.get(f"/287g/{name}.csv", asked))
        assert {row["name"] for row in found} == {"'=HYPERLINK(1)"}
        table = workbook(client.get(f"/287g/{name}.xlsx", asked))["data"]
        typed = {cell.data_type for row in table.iter_rows() for cell in row}
        assert "f" not in typed
