"""Every file and picture says where it is from: inside it, beside it, and by choice in a CSV."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO
from struct import unpack
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from openpyxl import load_workbook

pytestmark = pytest.mark.usefixtures("shipped")
DAY = "date=2010-09-28"
CITED = "Secure Communities, day by day. “"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
CSVS = (
    f"/secure-communities/jurisdictions.csv?{DAY}&state=VA",
    f"/secure-communities/places/51013.csv?{DAY}",
    "/secure-communities/policy.csv",
    "/secure-communities/sources.csv",
    "/secure-communities/changes.csv?from=2010-01-01&to=2010-03-01",
    "/secure-communities/claims.csv",
    "/secure-communities/history.csv?state=DC",
)


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def chunks(png: bytes) -> dict[str, str]:
    """The text chunks of a PNG by keyword."""
    found, at = {}, 8
    while at < len(png):
        (length,) = unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"iTXt":
            keyword, _nul, rest = png[at + 8 : at + 8 + length].partition(b"\0")
            found[keyword.decode()] = rest.split(b"\0", 4)[-1].decode()
        at += 12 + length
    return found


@pytest.mark.parametrize("address", CSVS)
def test_a_csv_begins_with_its_citation_where_that_is_wished(client: Client, address: str) -> None:
    joint = "&" if "?" in address else "?"
    plain = body(client.get(address)).decode()
    told = body(client.get(f"{address}{joint}comment=1")).decode()
    first, _end, rest = told.partition("\r\n")
    assert first.startswith(f"# {CITED}")
    assert "edition=1" in first
    assert LICENCE in first
    assert rest == plain


@pytest.mark.parametrize("address", CSVS)
def test_beside_a_file_stands_how_to_cite_it(client: Client, address: str) -> None:
    path, _mark, query = address.partition("?")
    answer = client.get(f"{path}.citation.txt?{query}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Cache-Control"].startswith("public")
    assert answer["Access-Control-Allow-Origin"] == "*"
    said = answer.text
    assert said.startswith(CITED)
    assert f"License: CC0 1.0, {LICENCE}" in said
    assert "Site: Secure Communities, day by day" in said
    # The text is that of the file, and the file says where it stands.
    comment = body(client.get(f"{address}{'&' if query else '?'}comment=1")).decode()
    assert comment.split("“")[1].split("”")[0] == said.split("“")[1].split("”")[0]
    assert f"<{path}.citation.txt{'?' if query else ''}" in client.get(address)["Link"]


@pytest.mark.parametrize(
    "path",
    [
        "/secure-communities/map.svg",
        "/es/secure-communities/map.png",
        "/secure-communities/compare.svg",
        "/secure-communities/charts/status.png",
        "/secure-communities/jurisdictions.pdf",
        "/secure-communities/places/51013.pdf",
        "/secure-communities/places/51013.geojson",
        "/secure-communities/briefing.pdf",
        "/secure-communities/requests/arlington-2010.zip",
    ],
)
def test_a_picture_and_a_report_are_cited_beside_too_without_being_made(
    client: Client, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(*_args: Any) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr("jurisdictions.render.reports.typst.press._made", made)
    query = "?from=2010-01-01&to=2011-01-01" if "compare" in path else f"?{DAY}"
    said = client.get(f"{path}.citation.txt{query}").text
    assert re.search(r"(Edition|Edición) 1", said)
    assert path in said


@pytest.mark.parametrize(
    "path",
    [
        "/secure-communities/nothing.csv.citation.txt",
        "/secure-communities/jurisdictions.doc.citation.txt",
        "/secure-communities/feed.atom.citation.txt",
        "/secure-communities/places/99999.csv.citation.txt",
        "/secure-communities/jurisdictions.csv.citation.txt.citation.txt",
    ],
)
def test_what_is_no_file_has_no_citation(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_wrong_parameter_of_the_file_is_refused_beside_it(client: Client) -> None:
    wrong = "/secure-communities/jurisdictions.csv.citation.txt?nonsense=1"
    assert client.get(wrong).status_code == 400
    for choice in ("comment=yes", "labels=2", "comment=1&comment=1", "excel=yes"):
        assert client.get(f"/secure-communities/sources.csv?{choice}").status_code == 400


def test_an_svg_tells_its_metadata_in_the_terms_of_dublin_core(client: Client) -> None:
    root = ET.fromstring(client.get(f"/secure-communities/map.svg?{DAY}").content)  # noqa: S314
    first = root[0]
    assert first.tag.endswith("metadata")
    text = {one.tag.partition("}")[2]: one.text for one in first.iter()}
    assert text["creator"] == "Secure Communities, day by day"
    assert str(text["bibliographicCitation"]).startswith(CITED)
    assert f"map.svg?{DAY}" in str(text["identifier"])
    licence = next(one for one in first.iter() if one.tag.endswith("license"))
    assert LICENCE in licence.attrib.values()


def test_a_png_tells_the_same_in_its_text_chunks_and_stays_a_picture(client: Client) -> None:
    png = body(client.get(f"/secure-communities/map.png?{DAY}&size=small"))
    said = chunks(png)
    assert said["Author"] == "Secure Communities, day by day"
    assert said["Comment"].startswith(CITED)
    assert said["Copyright"] == LICENCE
    assert "2010-09-28" in said["Source"]
    assert png[12:16] == b"IHDR"
    assert png.endswith(b"IEND\xaeB`\x82")


def test_a_pdf_tells_it_in_its_own_metadata(client: Client) -> None:
    pdf = body(client.get(f"/secure-communities/places/51013.pdf?{DAY}"))
    xmp = pdf[pdf.index(b"<x:xmpmeta") : pdf.index(b"</x:xmpmeta>")].decode()
    assert CITED in xmp
    assert "CC0" in xmp


def test_a_workbook_and_json_name_the_site_too(client: Client) -> None:
    address = f"/secure-communities/jurisdictions.xlsx?{DAY}&state=DC"
    book = load_workbook(BytesIO(body(client.get(address))))
    assert book.properties.creator == "Secure Communities, day by day"
    assert str(book.properties.description).startswith(CITED)
    sheet = {row[0].value: row[1].value for row in book["citation"].iter_rows()}
    assert sheet["Site"] == "Secure Communities, day by day"
    for form in ("json", "geojson"):
        path = f"/secure-communities/jurisdictions.{form}?{DAY}&state=DC&geometry=none"
        said = json.loads(body(client.get(path)))
        assert said["site"] == "Secure Communities, day by day"
        assert said["citation"].startswith(CITED)
        assert said["license"] == LICENCE


def test_labels_stand_beside_codes_in_every_form_and_both_languages(client: Client) -> None:
    address = f"/secure-communities/jurisdictions.csv?{DAY}&state=VA&labels=1"
    (first, *_rest) = csv.DictReader(StringIO(body(client.get(address)).decode()))
    assert (first["status"], first["status_label"]) == (
        "active-agreement-not-documented",
        "Active, agreement not documented",
    )
    names = list(first)
    assert names.index("status_label") == names.index("status") + 1
    assert "since_label" not in first
    (spanish, *_rest) = csv.DictReader(StringIO(body(client.get(f"/es{address}")).decode()))
    assert spanish["status"] == first["status"]
    assert spanish["status_label"] != first["status_label"]
    plain = body(client.get(f"/secure-communities/jurisdictions.csv?{DAY}&state=VA")).decode()
    assert "_label" not in plain.partition("\r\n")[0]
    places = json.loads(
        body(client.get(f"/secure-communities/jurisdictions.json?{DAY}&state=VA&labels=1"))
    )
    assert places["data"][0]["status_label"] == first["status_label"]


def test_a_word_is_labelled_by_the_kind_of_fact_that_it_is_said_of(client: Client) -> None:
    address = f"/secure-communities/places/51013.json?{DAY}&labels=1"
    facts = json.loads(body(client.get(address)))["facts"]
    told = {(one["kind"], one["word"]): (one["kind_label"], one["word_label"]) for one in facts}
    assert told[("opt_out", "requested")] == ("Opt-out request", "Opt-out requested")
    acts = json.loads(body(client.get("/secure-communities/policy.json?labels=1")))["acts"]
    assert all(one["effect_label"] for one in acts if one["effect"])


def test_the_api_gives_labels_where_they_are_wished(client: Client) -> None:
    asked = f"/api/v1/status/?{DAY}&state=VA&page_size=2"
    plain = client.get(asked).json()["results"][0]
    told = client.get(f"{asked}&labels=1").json()
    first = told["results"][0]
    assert first["status_label"] == "Active, agreement not documented"
    assert {n: v for n, v in first.items() if not n.endswith("_label")} == plain
    assert "labels=1" in told["next"]
    part = client.get(f"{asked}&labels=1&fields=geoid,status&lang=es").json()["results"][0]
    assert list(part) == ["geoid", "status", "status_label"]
    facts = client.get("/api/v1/facts/opt_out/?labels=1&page_size=1&fields=word").json()
    assert facts["results"] == [{"word": "requested", "word_label": "Opt-out requested"}]
    assert client.get(f"{asked}&labels=2").status_code == 400


@pytest.mark.parametrize("address", ["sources.csv", "history.csv?state=VT"])
def test_a_csv_for_excel_differs_by_its_mark_alone(client: Client, address: str) -> None:
    joint = "&" if "?" in address else "?"
    plain = body(client.get(f"/secure-communities/{address}"))
    marked = body(client.get(f"/secure-communities/{address}{joint}excel=1"))
    assert marked == b"\xef\xbb\xbf" + plain
    cited = body(client.get(f"/secure-communities/{address}{joint}excel=1&comment=1"))
    assert cited.startswith(b"\xef\xbb\xbf# ")
    workbook = client.get("/secure-communities/sources.xlsx?excel=1")
    assert workbook.status_code == 200


def test_the_panel_offers_a_csv_for_excel(client: Client) -> None:
    panel = client.get("/secure-communities/jurisdictions/?state=IL&date=2011-05-05").text
    way = "/secure-communities/jurisdictions.csv?state=IL&amp;date=2011-05-05&amp;excel=1"
    assert f'href="{way}"' in panel
