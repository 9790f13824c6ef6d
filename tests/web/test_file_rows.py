"""What the files hold: the rows of the page whose address they share."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from datetime import date, datetime
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import Client

from tests.web.taking import body, cells, rows, workbook

pytestmark = pytest.mark.usefixtures("shipped")

HISTORY = (
    "geoid",
    "name",
    "state",
    "kind",
    "start",
    "end",
    "status",
    "position",
    "agreement",
    "activation",
    "objection",
    "local_limits",
    "reasons",
    "start_edtf",
    "end_edtf",
    "activated_on",
    "activated_on_edtf",
    "sharing_since",
    "sharing_since_edtf",
    "agreement_record",
)


def test_the_list_is_there_as_csv_with_the_filters_of_its_address(client: Client) -> None:
    found = rows(client.get("/secure-communities/jurisdictions.csv?state=IL&date=2011-08-05"))
    assert len(found) == 102
    assert found[0] == {
        "geoid": "17001",
        "name": "Adams County",
        "state": "IL",
        "kind": "county",
        "date": "2011-08-05",
        "status": "opt-out-sought",
        "agreement": "ended-by-state",
        "activation": "not-activated",
        "objection": "refused",
        "local_limits": "none-recorded",
        "since": "2011-05-04",
        "since_edtf": "2011-05-04",
        "activated_on": "",
        "activated_on_edtf": "",
        "sharing_since": "",
        "sharing_since_edtf": "",
        "agreement_record": "documented",
        "basis": "press",
        "precision": "day",
        "contradicted": "no",
        "sources": "sfbg_il allgov_il",
    }


def test_a_csv_is_plain_utf8_with_rfc_4180_line_ends(client: Client) -> None:
    answer = client.get("/es/secure-communities/jurisdictions.csv?level=state")
    raw = body(answer)
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n") == 57
    assert "Nuevo México".encode() in raw
    assert answer["Content-Type"].startswith("text/csv; charset=utf-8")


def test_all_forms_hold_the_same_rows(client: Client) -> None:
    query = "?state=DE&date=2012-01-01"
    plain = rows(client.get(f"/secure-communities/jurisdictions.csv{query}"))
    told = json.loads(body(client.get(f"/secure-communities/jurisdictions.json{query}")))
    mapped = json.loads(body(client.get(f"/secure-communities/jurisdictions.geojson{query}")))
    sheet = cells(workbook(client.get(f"/secure-communities/jurisdictions.xlsx{query}"))["data"])
    assert len(plain) == 3
    lists = [{**row, "sources": row["sources"].split()} for row in plain]
    assert told["data"] == [{k: v or None for k, v in row.items()} for row in lists]
    assert [feature["properties"] for feature in mapped["features"]] == told["data"]
    days = [
        {k: v.date().isoformat() if isinstance(v, datetime) else v for k, v in row.items()}
        for row in sheet
    ]
    # A spreadsheet has a list as text, as CSV does.
    assert days == [{k: v or None for k, v in row.items()} for row in plain]


def test_the_files_follow_the_order_and_every_filter_of_the_list(client: Client) -> None:
    query = "?state=CA&status=active-over-objection&sort=-since&date=2012-01-01&text=sa"
    page = client.get(f"/secure-communities/jurisdictions/{query}")
    shown = re.findall(r'<th [^>]*scope="row"><a href="/places/(\d{5})-', page.text)
    assert shown
    assert [
        row["geoid"] for row in rows(client.get(f"/secure-communities/jurisdictions.csv{query}"))
    ] == shown


def test_a_file_is_of_the_day_as_known_on_another(client: Client) -> None:
    query = "?state=CA&date=2010-10-01&known="
    now = rows(client.get(f"/secure-communities/jurisdictions.csv{query}"))
    then = rows(client.get(f"/secure-communities/jurisdictions.csv{query}2010-06-01"))
    assert len(now) == len(then)
    assert now != then


def test_a_spreadsheet_has_real_dates_text_geoids_and_a_frozen_header(client: Client) -> None:
    book = workbook(client.get("/secure-communities/jurisdictions.xlsx?state=AL"))
    assert book.sheetnames == ["data", "codebook", "citation"]
    sheet = book["data"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:U68"
    first = cells(sheet)[0]
    assert first["geoid"] == "01001"
    assert first["date"] == datetime(2011, 8, 5)
    assert sheet["E2"].number_format == "yyyy-mm-dd"
    assert sheet.column_dimensions["B"].width > 20


def test_the_codebook_explains_every_column_and_word(client: Client) -> None:
    book = workbook(client.get("/es/secure-communities/jurisdictions.xlsx?state=DE"))
    told = cells(book["codebook"])
    names = [cell.value for cell in book["data"][1]]
    assert list(dict.fromkeys(row["column"] for row in told)) == names
    word = next(row for row in told if row["word"] == "active-over-objection")
    assert word["label"] == "Activa aunque pidió no participar"
    assert all(row["meaning"] for row in told if not row["word"])


def test_the_same_spreadsheet_is_the_same_bytes_and_leaves_nothing_behind(client: Client) -> None:
    before = set(Path(tempfile.gettempdir()).glob("tracker-xlsx-*"))
    once, twice = (body(client.get("/secure-communities/policy.xlsx")) for _ in range(2))
    assert once == twice
    assert set(Path(tempfile.gettempdir()).glob("tracker-xlsx-*")) <= before


def test_a_place_as_csv_is_its_timeline_without_gaps(client: Client) -> None:
    spans = rows(client.get("/secure-communities/places/17031.csv"))
    assert spans[0]["start"] == ""
    assert spans[-1]["end"] == ""
    assert all(before["end"] == after["start"] for before, after in pairwise(spans))


def test_a_place_as_json_tells_all_that_its_page_shows(client: Client) -> None:
    told = json.loads(
        body(client.get("/secure-communities/places/06085-santa-clara-county-california.json"))
    )
    assert told["place"]["label"] == "Santa Clara County, California"
    assert told["why"]
    assert told["status"][0]["status"] == "active-over-objection"
    named = {fact["fact"] for fact in told["facts"]}
    assert named >= {name for span in told["timeline"] for name in span["reasons"]}
    assert {c["fact"] for c in told["citations"]} <= named | {f["fact"] for f in told["figures"]}
    assert told["citations"]


def test_a_place_as_spreadsheet_has_a_sheet_for_each_part(client: Client) -> None:
    book = workbook(client.get("/secure-communities/places/17.xlsx"))
    parts = ["status", "jurisdictions", "timeline", "facts", "figures", "citations"]
    assert book.sheetnames == [*parts, "codebook", "citation"]
    assert len(cells(book["jurisdictions"])) == 102
    assert (
        "jurisdictions"
        not in workbook(client.get("/secure-communities/places/17031.xlsx")).sheetnames
    )


def test_a_day_that_is_not_known_stays_a_month(client: Client) -> None:
    facts = cells(workbook(client.get("/secure-communities/places/11001.xlsx"))["facts"])
    days = [fact["on"] for fact in facts]
    assert "2009-11" in days
    told = json.loads(body(client.get("/secure-communities/places/11001.json")))
    assert "2009-11" in [fact["on"] for fact in told["facts"]]
    assert any(isinstance(day, datetime) for day in days)


def test_a_contradiction_is_among_the_citations(client: Client) -> None:
    told = json.loads(body(client.get("/secure-communities/policy.json")))
    against = [c for c in told["citations"] if c["contradicts"]]
    assert [one["fact"] for one in against] == [
        "policy_event:foia-request",
        "policy_event:napolitano-lofgren-letter",
        "policy_event:napolitano-not-opt-in",
    ]
    letter = against[1]
    assert (letter["recorded"], letter["said"]) == ("2010-09-07", "2010-09-08")
    act = next(act for act in told["acts"] if act["fact"] == letter["fact"])
    assert act["contradicted_by"] == ["nilc"]


def test_a_figure_stands_beside_what_the_record_gives(client: Client) -> None:
    figures = json.loads(body(client.get("/secure-communities/policy.json")))["figures"]
    active = [f for f in figures if f["metric"] == "active-jurisdictions" and f["recorded"]]
    assert active
    assert active[0]["as_of"] <= active[-1]["as_of"]


def test_geojson_has_real_borders_or_none_on_request(client: Client) -> None:
    mapped = json.loads(body(client.get("/secure-communities/places/15.geojson")))
    assert mapped["type"] == "FeatureCollection"
    assert mapped["features"][0]["id"] == "15"
    assert {feature["geometry"]["type"] for feature in mapped["features"]} == {"MultiPolygon"}
    honolulu = next(f for f in mapped["features"] if f["id"] == "15003")
    ring = honolulu["geometry"]["coordinates"][0][0]
    assert ring[0] == ring[-1]
    assert all(-159 < x < -157 and 21 < y < 22 for x, y in ring)
    bare = json.loads(body(client.get("/secure-communities/places/15.geojson?geometry=none")))
    assert {feature["geometry"] for feature in bare["features"]} == {None}
    assert [f["properties"] for f in bare["features"]] == [
        f["properties"] for f in mapped["features"]
    ]


def test_the_geometry_text_is_what_the_loader_gives() -> None:
    from jurisdictions.render.files.geometry_text import geometry_text
    from jurisdictions.render.files.lonlat import multipolygon

    for geoid in ("06075", "02016", "15", "51019"):
        assert json.loads(geometry_text(geoid))["coordinates"] == multipolygon(geoid)
    assert geometry_text("99") == "null"


def test_the_history_is_every_span_of_every_place_and_comes_in_pieces(client: Client) -> None:
    answer = client.get("/secure-communities/history.csv?edition=1")
    assert answer.streaming
    first = next(iter(answer.streaming_content))
    assert first.count(b"\r\n") <= 60
    rest = b"".join(answer.streaming_content)
    found = list(csv.DictReader(StringIO((first + rest).decode(), newline="")))
    assert tuple(found[0]) == HISTORY
    assert len({row["geoid"] for row in found}) == 3290
    starts = sum(not row["start"] for row in found)
    assert starts == 3290


def test_the_history_takes_states_and_a_day_of_knowledge(client: Client) -> None:
    now = rows(client.get("/secure-communities/history.csv?state=DC&state=de"))
    assert {row["state"] for row in now} == {"DC", "DE"}
    then = rows(client.get("/secure-communities/history.csv?state=DC&known=2010-03-01"))
    assert len(then) < len([row for row in now if row["state"] == "DC"])


def test_the_history_as_a_spreadsheet_is_complete(client: Client) -> None:
    sheet = workbook(client.get("/secure-communities/history.xlsx?state=DE"))["data"]
    assert sheet.max_row - 1 == len(rows(client.get("/secure-communities/history.csv?state=DE")))


def test_sources_and_what_rests_on_one(client: Client) -> None:
    every = rows(client.get("/secure-communities/sources.csv"))
    one = next(row for row in every if row["key"] == "ilchron")
    told = json.loads(body(client.get("/secure-communities/sources/ilchron.json")))
    assert len(told["citations"]) == int(one["cited"])
    assert {c["source"] for c in told["citations"]} == {"ilchron"}


def test_the_day_of_the_list_is_a_date_in_the_future_too(client: Client) -> None:
    found = rows(client.get("/secure-communities/jurisdictions.csv?state=DE&date=2030-01-01"))
    assert {row["date"] for row in found} == {date(2030, 1, 1).isoformat()}
