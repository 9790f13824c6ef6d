"""Files as programs really save them: every encoding, titles above headings, damage of any kind."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from jurisdictions.record.ingest import uploaded
from jurisdictions.record.ingest.encodings import code_page
from jurisdictions.record.ingest.signs import undone
from jurisdictions.record.ingest.tables import Layout, Table, Unreadable
from jurisdictions.record.uploads.files import known_headings

ROWS = "State,County,Date,Source\r\nNew Mexico,Doña Ana,2009-02-10,nilc\r\n"
CURLY = "Maryland,Prince George’s,2009-12-22,nilc\r\n"
ACTIVATIONS = Layout(lambda cells: known_headings("activation", cells))


def read(folder: Path, name: str, content: bytes, layout: Layout = ACTIVATIONS) -> Table:
    path = folder / "kept"
    path.write_bytes(content)
    return uploaded.table_in(path, name, (), "sources", layout)


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("cp1252", "Windows-1252"),
        ("mac_roman", "Mac Roman"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-8", ""),
        ("utf-8-sig", ""),
    ],
)
def test_every_common_encoding_is_read_and_said(tmp_path: Path, encoding: str, said: str) -> None:
    table = read(tmp_path, "a.csv", (ROWS + CURLY).encode(encoding))
    assert [row[1] for _number, row in table.rows] == ["Doña Ana", "Prince George's"]
    told = [mend for mend in table.mends if "its letters were read as" in mend]
    assert told == ([f"its letters were read as {said}, for it is not UTF-8"] if said else [])


@pytest.mark.parametrize("page", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize(
    "text", ["Doña Ana", "Bayamón, Añasco, Mayagüez", "se presentó en Río Grande", "él", "¿Año?"]
)
def test_a_code_page_is_known_by_the_letters_of_spanish(page: str, text: str) -> None:
    assert text.encode(page).decode(code_page(text.encode(page))) == text


@pytest.mark.parametrize("sign", ["\t", ";", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt", "a.tab"])
def test_the_sign_between_cells_is_found_under_a_title_too(
    tmp_path: Path, sign: str, name: str
) -> None:
    text = f"Activated, as of August, by Maria\n\n{ROWS.replace(',', sign)}"
    table = read(tmp_path, name, text.encode())
    assert table.headings == ["State", "County", "Date", "Source"]
    assert table.rows == [(4, ["New Mexico", "Doña Ana", "2009-02-10", "nilc"])]


def test_what_excel_writes_into_a_first_line_says_what_parts_the_cells(tmp_path: Path) -> None:
    text = "sep=;\r\nState;County;Date\r\nIllinois;Cook, of course;2013\r\n"
    table = read(tmp_path, "a.csv", text.encode())
    assert table.rows == [(3, ["Illinois", "Cook, of course", "2013"])]


@pytest.mark.parametrize(
    "text", ["Se presentó", "Líderes", "Policía de D.C.", "Prince George’s", "Mayagüez – Añasco"]
)
@pytest.mark.parametrize("page", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("times", [1, 2])
def test_what_was_read_wrongly_once_or_twice_is_undone(text: str, page: str, times: int) -> None:
    wrong = text
    for _time in range(times):
        raw = wrong.encode()
        wrong = "".join(
            bytes([b]).decode(page) if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b)
            for b in raw
        )
    assert undone(wrong) == text


@given(st.text(alphabet="aoé íñóúü¿¡ÁÉÑ“”‘’–—…ºª°§«» .,s", max_size=40))
def test_what_people_write_is_never_taken_for_a_wrong_reading(text: str) -> None:
    assert undone(text) == text


def test_letters_that_were_restored_are_told(tmp_path: Path) -> None:
    wrong = ROWS.encode().decode("cp1252").encode()
    table = read(tmp_path, "a.csv", wrong)
    assert table.rows[0][1][1] == "Doña Ana"
    assert "restored in 1 cell" in table.mends[0]


def test_signs_that_nobody_sees_are_taken_out_and_told(tmp_path: Path) -> None:
    text = "geoid,county\n\u200b17031,Cook\u00a0County\u200e\n\ufeff17\u00ad031,Cook\n"
    table = read(tmp_path, "a.csv", text.encode())
    assert [row for _number, row in table.rows] == [["17031", "Cook County"], ["17031", "Cook"]]
    assert "4 signs that nobody sees were taken away: U+00AD, U+200B, U+200E, U+FEFF" in table.mends
    assert "blanks of another kind were made plain in 1 cell" in table.mends


def test_a_letter_that_was_lost_is_a_fault_of_its_row(tmp_path: Path) -> None:
    table = read(tmp_path, "a.csv", ROWS.replace("ñ", "\ufffd").encode())
    assert list(table.broken) == [2]
    assert "has lost a letter" in table.broken[2]


def test_half_of_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"is not UTF-8 text \(line 3\)"):
        read(tmp_path, "a.csv", ROWS.encode() + b"New Mexico,Do\xf1a Ana,2009,nilc\r\n")


def book(sheets: dict[str, list[list[Any]]]) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    into = BytesIO()
    workbook.save(into)
    return into.getvalue()


HEADER = ["State", "County", "Date activated", "Source", "Volunteer"]
FACTS = [HEADER, ["Illinois", "Cook", "2013-01-22", "nilc", "Maria"]]


def test_the_headings_are_found_below_titles_and_notes(tmp_path: Path) -> None:
    titles: list[list[Any]] = [["Activated jurisdictions, by Maria"], [], ["Place", None, "When"]]
    table = read(tmp_path, "a.xlsx", book({"2011": [*titles, *FACTS], "Old": [HEADER]}))
    assert (table.head, table.headings) == (4, HEADER)
    assert table.above == ("Activated jurisdictions, by Maria", "Place When")
    assert table.rows == [(5, ["Illinois", "Cook", "2013-01-22", "nilc", "Maria"])]
    assert table.mends == ["the headings were found in row 4"]


def test_the_sheet_is_the_one_whose_headings_are_known(tmp_path: Path) -> None:
    table = read(tmp_path, "a.xlsx", book({"READ ME": [["How to use this"], ["x"]], "D": FACTS}))
    assert (table.sheet, table.sheets, table.unread) == ("D", ("READ ME", "D"), ("READ ME",))


def test_a_row_and_a_sheet_that_somebody_named_are_read(tmp_path: Path) -> None:
    content = book({"A": FACTS, "B": [["x", "y"], ["geoid", "activated_on"], ["17031", "2013"]]})
    path = tmp_path / "kept"
    path.write_bytes(content)
    table = uploaded.table_in(path, "a.xlsx", ("B",), "", Layout(row=1))
    assert table.headings == ["x", "y"]
    with pytest.raises(Unreadable, match="has no headings in row 9"):
        uploaded.table_in(path, "a.xlsx", ("B",), "", Layout(row=9))


def test_a_year_in_a_cell_that_is_shown_as_a_day_is_the_year(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["geoid", "activated_on"], ["17031", datetime(1905, 7, 2)]]
    table = read(tmp_path, "a.xlsx", book({"a": rows}))
    assert table.rows == [(2, ["17031", "2010"])]
    assert "was read as the year in 1 cell" in table.mends[0]


def test_json_of_any_shape_is_read_or_refused(tmp_path: Path) -> None:
    for deep in (900, 5000):
        nested = b'[{"fact": ' + b"[" * deep + b"1" + b"]" * deep + b"}]"
        with pytest.raises(Unreadable):
            read(tmp_path, "a.json", nested)
    lone = read(tmp_path, "a.json", b'[{"fa\\udfffct": "a\\ud800b"}]')
    assert (lone.headings, lone.rows) == (["fact"], [(2, ["ab"])])


def mutated(content: bytes, seed: int) -> bytes:
    """The bytes with some of them changed, cut out or doubled."""
    chance = random.Random(seed)
    raw = bytearray(content)
    for _time in range(chance.randint(1, 12)):
        at = chance.randrange(len(raw))
        match chance.randrange(4):
            case 0:
                raw[at] = chance.randrange(256)
            case 1:
                del raw[at : at + chance.randint(1, 40)]
            case 2:
                raw[at:at] = raw[at : at + chance.randint(1, 40)]
            case _:
                raw[at] ^= 1 << chance.randrange(8)
    return bytes(raw)


FORMS = {
    "a.xlsx": book({"activations": FACTS * 30, "sources": [["key", "title"], ["a", "b"]]}),
    "a.csv": (ROWS + CURLY * 20).encode(),
    "a.json": json.dumps([{"fact": "a:1", "on": "2010", "sources": ["x", "y"]}] * 9).encode(),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_damaged_file_is_read_or_refused_and_breaks_nothing(tmp_path: Path, name: str) -> None:
    for seed in range(150):
        with suppress(Unreadable):
            table = read(tmp_path, name, mutated(FORMS[name], seed))
            json.dumps([table.headings, table.rows]).encode()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.tsv", "a.json", "a.xlsx"]))
@example(b"\xff\xfe\x00\xd8", "a.csv")
@example(b"a,b\r\n\xef\xbb\xbf\x00,1", "a.csv")
@example(b"sep=", "a.csv")
@example(b"sep=\n", "a.csv")
def test_whatever_the_bytes_are_they_are_read_or_refused(
    tmp_path: Path, raw: bytes, name: str
) -> None:
    with suppress(Unreadable):
        table = read(tmp_path, name, raw)
        "".join([*table.headings, *(cell for _n, row in table.rows for cell in row)]).encode()
