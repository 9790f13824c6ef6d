"""Two days compared: a sentence, a map of what changed, a matrix, places with why, files."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
YEAR = "from=2010-08-05&to=2011-08-05"


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.text.replace("&#x27;", "'").replace("&quot;", '"').split())


def body(client: Client, address: str) -> bytes:
    answer: Any = client.get(address)
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def rows(client: Client, address: str) -> list[dict[str, str]]:
    text = body(client, address).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def statuses(client: Client, day: str, program: str) -> dict[str, str]:
    listed = rows(client, f"/{program}/jurisdictions.csv?date={day}")
    return {row["geoid"]: row["status"] for row in listed}


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("program", "first", "last"),
    [("secure-communities", "2010-08-05", "2011-08-05"), ("287g", "2025-01-20", "2026-05-18")],
)
def test_the_file_has_the_places_whose_status_the_lists_of_both_days_have_otherwise(
    client: Client, program: str, first: str, last: str
) -> None:
    before, after = (statuses(client, day, program) for day in (first, last))
    otherwise = {
        geoid: (before[geoid], after[geoid])
        for geoid in before.keys() & after.keys()
        if before[geoid] != after[geoid]
    }
    found = rows(client, f"/{program}/compare.csv?from={first}&to={last}")
    told = {row["geoid"]: (row["was"], row["now"]) for row in found}
    assert otherwise
    assert {geoid: way for geoid, way in told.items() if geoid in before.keys() & after.keys()} == (
        otherwise
    )
    assert all(row["why"].endswith(".") for row in found)
    assert {(row["from"], row["to"]) for row in found} == {(first, last)}


def test_the_page_counts_what_the_files_list(client: Client) -> None:
    told = page(client, f"/secure-communities/compare/?{YEAR}")
    held = json.loads(body(client, f"/secure-communities/compare.json?{YEAR}"))
    assert held["sentence"] in told
    assert f"{len(held['places']):,} of 3,2" in held["sentence"]
    ways = {(row["was"], row["now"]): row["number"] for row in held["ways"]}
    assert sum(ways.values()) >= 3_234
    changed = {way: number for way, number in ways.items() if way[0] != way[1]}
    assert Counter((row["was"], row["now"]) for row in held["places"]) == changed
    for number in changed.values():
        assert f">{number:,}</a>" in told


def test_a_cell_of_the_matrix_leads_to_its_places(client: Client) -> None:
    told = page(client, f"/secure-communities/compare/?{YEAR}&state=CA")
    ways = re.findall(r'href="(/secure-communities/compare/\?[^"]*was=[^"]*)#list">(\d+)<', told)
    href, number = next(way for way in ways if int(way[1]) <= 100)
    narrowed = page(client, href.replace("&amp;", "&"))
    assert narrowed.count('class="happened-line compared"') == int(number)
    assert "<h3>California</h3>" in narrowed
    assert "that changed</a>" in narrowed


def test_places_stand_by_state_with_why(client: Client) -> None:
    told = page(client, f"/secure-communities/compare/?{YEAR}&state=IL")
    assert "<h3>Illinois</h3>" in told
    held = json.loads(body(client, f"/secure-communities/compare.json?{YEAR}&state=IL"))["places"]
    names = re.findall(r'class="compared-place"><a href="[^"]+">([^<]+)<', told)
    assert names == [row["name"] for row in held[:100]]
    assert all(row["why"] in told for row in held[:100])
    last = page(client, f"/secure-communities/compare/?{YEAR}&state=IL&page=2")
    assert last.count('class="happened-line compared"') == len(held) - 100


def test_nothing_changed_is_said(client: Client) -> None:
    told = page(client, "/secure-communities/compare/?from=2011-08-05&to=2011-08-05")
    assert "No status changed: all 3,2" in told
    assert "No place changed in this way between the two days." in told


def test_it_opens_on_the_year_before_the_day_of_the_map(client: Client) -> None:
    told = page(client, "/secure-communities/compare/")
    assert "From August 5, 2010 to August 5, 2011." in told
    second = page(client, "/287g/compare/")
    assert "From May 18, 2025 to May 18, 2026." in second
    assert 'href="/287g/changes/?from=2025-05-18&amp;to=2026-05-18"' in second


def test_the_same_in_spanish(client: Client) -> None:
    told = page(client, f"/es/secure-communities/compare/?{YEAR}")
    assert "Del 5 de agosto de 2010 al 5 de agosto de 2011." in told
    assert "tenían otra situación el último día." in told
    listed = rows(client, f"/es/secure-communities/compare.csv?{YEAR}&state=CA")
    assert {row["geoid"][:2] for row in listed} == {"06"}


def test_what_stood_alike_on_both_days_is_told_by_more_than_its_color(client: Client) -> None:
    told = page(client, "/secure-communities/compare/?from=2010-09-28&to=2012-06-05")
    assert "Numbers with “=” are places that stood alike on both." in told
    matrix = told.split('class="matrix"', 1)[1].split("</table>")[0]
    assert re.findall(r'class="number same"[^>]*>([^<]+)</td>', matrix) == [
        "=&nbsp;2",
        "=&nbsp;3",
        "=&nbsp;84",
    ]


def test_february_29_is_compared_with_the_day_before_in_a_year_without_it(client: Client) -> None:
    assert "From February 28, 2011 to February 29, 2012." in page(
        client, "/secure-communities/compare/?to=2012-02-29"
    )


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("from=2012-01-01&to=2011-01-01", "from"),
        ("from=yesterday", "from"),
        ("to=1800-01-01", "to"),
        ("was=gone", "was"),
        ("now=active", "now"),
        ("state=ZZ", "state"),
    ],
)
@pytest.mark.parametrize("page_of", ["compare/", "compare.csv", "compare.svg", "compare.png"])
def test_what_cannot_be_read_is_refused_by_its_name(
    client: Client, query: str, parameter: str, page_of: str
) -> None:
    answer = client.get(f"/secure-communities/{page_of}?{query}")
    assert answer.status_code == 400
    assert parameter in answer.text


def test_the_picture_colors_only_what_changed_and_hatches_the_pale(client: Client) -> None:
    drawn = body(client, "/287g/compare.svg?from=2025-01-20&to=2026-05-18").decode()
    assert "287(g) · From January 20, 2025 to May 18, 2026" in drawn
    assert "Not changed" in drawn
    assert "Gray" not in drawn
    ended = body(client, "/secure-communities/compare.svg?from=2011-08-05&to=2016-01-01").decode()
    assert 'fill="url(#h)"' in ended
    assert ended.index("Not changed") > 0


def test_a_picture_of_one_state_shows_that_state(client: Client) -> None:
    whole = body(client, f"/secure-communities/compare.svg?{YEAR}").decode()
    texas = body(client, f"/secure-communities/compare.svg?{YEAR}&state=TX").decode()
    views = [re.findall(r'viewBox="([^"]+)"', drawn)[1] for drawn in (whole, texas)]
    assert views[0] != views[1]


def test_map_rows_and_borders_go_together(client: Client) -> None:
    address = f"/secure-communities/compare.geojson?{YEAR}&state=MA"
    held = json.loads(body(client, address))
    listed = rows(client, f"/secure-communities/compare.csv?{YEAR}&state=MA")
    assert [one["properties"]["geoid"] for one in held["features"]] == [r["geoid"] for r in listed]
