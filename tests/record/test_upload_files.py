"""Files of every form are read as tables, within limits; what cannot be read is told."""

from __future__ import annotations

import json
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from jurisdictions.record.ingest import tables, uploaded, workbooks
from jurisdictions.record.ingest.tables import Table, Unreadable
from jurisdictions.record.uploads.files import file_name


def read(folder: Path, name: str, content: bytes, sheets: tuple[str, ...] = ()) -> Table:
    path = folder / "kept"
    path.write_bytes(content)
    return uploaded.table_in(path, name, sheets, "sources")


def refused(folder: Path, name: str, content: bytes) -> str:
    with pytest.raises(Unreadable) as wrong:
        read(folder, name, content)
    return str(wrong.value)


def book(*rows: list[Any], title: str = "data", formats: dict[str, str] | None = None) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cell, shown in (formats or {}).items():
        sheet[cell].number_format = shown
    into = BytesIO()
    workbook.save(into)
    return into.getvalue()


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_text_is_parted_by_commas_semicolons_or_tabs(tmp_path: Path, sign: str) -> None:
    text = f"geoid{sign}on\n17031{sign}2010-07\n".encode()
    table = read(tmp_path, "a.CSV", b"\xef\xbb\xbf" + text)
    assert (table.headings, table.rows) == (["geoid", "on"], [(2, ["17031", "2010-07"])])


def test_blank_rows_count_and_cells_are_trimmed(tmp_path: Path) -> None:
    table = read(tmp_path, "a.csv", b"geoid,by\r\n\r\n 17031 ,O\xe2\x80\x99Hara\r\n")
    assert table.rows == [(3, ["17031", "O'Hara"])]
    assert len(table.mends) == 2


def test_a_row_that_has_lost_a_cell_is_told_and_no_other_is_shifted(tmp_path: Path) -> None:
    table = read(
        tmp_path, "a.csv", b"geoid,by,to\n17031,ICE\n17097,a,b\n17099,a,b,c\n17101,a,b,,\n"
    )
    assert table.broken == {
        2: "has 2 cells; the header has 3",
        4: "has 4 cells; the header has 3",
    }
    assert [number for number, _row in table.rows] == [3, 5]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"geoid,on\n", "has a header and no rows"),
        ("a.csv", "geoid\né\n".encode() + b"\xe9\n", "is not UTF-8 text (line 3)"),
        ("a.csv", b"<!doctype html><p>", "is a web page, not a table"),
        ("a.csv", b"GIF89a\0\0", "holds NUL bytes"),
        ("a.csv", b"PK\x03\x04\0\0", "is no workbook that can be read"),
        ("a.csv", b'a,b\n"1,2\n', "is not well-formed CSV"),
        ("a.csv", b",".join(b"x" for _ in range(101)) + b"\n1\n", "has more than 100 columns"),
        ("a.xlsx", b"no zip", "is no workbook that can be read"),
        ("a.json", b"{", "is not well-formed JSON"),
        ("a.json", b"[[[[", "is not well-formed JSON"),
        ("a.json", b'{"results": []}', "holds no list of facts"),
        ("a.json", b"[1, 2]", "holds no list of facts"),
        ("a.pdf", b"%PDF", "is in no form that can be read"),
        ("noending", b"x", "is in no form that can be read"),
    ],
)
def test_what_is_no_table_is_told_in_plain_words(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    assert refused(tmp_path, name, content).startswith(reason)


def test_a_file_that_is_too_large_or_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    assert refused(tmp_path, "a.csv", b"a\n1\n2\n3\n").startswith("has more than 2 rows")
    monkeypatch.setattr(uploaded, "MOST_BYTES", 3)
    assert refused(tmp_path, "a.csv", b"a\n1\n") == "is larger than 0 MB"


def test_a_cell_that_is_too_long_breaks_its_row_alone(tmp_path: Path) -> None:
    table = read(tmp_path, "a.csv", b"a\n" + b"x" * 10_001 + b"\nb\n")
    assert table.broken == {2: "has a cell of more than 10,000 characters"}
    assert len(table.rows) == 1


def test_numbers_and_booleans_of_a_workbook_become_text(tmp_path: Path) -> None:
    table = read(tmp_path, "a.xlsx", book(["a", "b", "c", "d"], [6075, 2.0, 2.5, True]))
    assert table.rows == [(2, ["6075", "2", "2.5", "true"])]


def test_a_date_is_as_precise_as_the_sheet_shows_it(tmp_path: Path) -> None:
    day = date(2010, 7, 13)
    content = book(
        ["a", "b", "c", "d"],
        [day, day, datetime(2010, 7, 13, 9), day],
        formats={"A2": "yyyy-mm-dd", "B2": "mmm-yy", "C2": "m/d/yyyy h:mm", "D2": "yyyy"},
    )
    assert read(tmp_path, "a.xlsx", content).rows == [
        (2, ["2010-07-13", "2010-07", "2010-07-13", "2010"])
    ]


def test_the_sheet_that_is_asked_for_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(["other"])  # type: ignore[union-attr]
    for title in ("opt_outs", "sources", "codebook"):
        sheet = workbook.create_sheet(title)
        sheet.append(["key"])
        sheet.append([f"of {title}"])
    into = BytesIO()
    workbook.save(into)
    table = read(tmp_path, "a.xlsx", into.getvalue(), ("opt_outs",))
    assert (table.sheet, table.rows) == ("opt_outs", [(2, ["of opt_outs"])])
    assert table.beside is not None
    assert table.beside.rows == [(2, ["of sources"])]
    assert table.unread == ("Sheet",)


def with_sheet(content: bytes, change: Any) -> bytes:
    """A workbook whose first sheet's XML was changed."""
    into = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(into, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            raw = old.read(part)
            is_sheet = part.filename == "xl/worksheets/sheet1.xml"
            new.writestr(part.filename, change(raw) if is_sheet else raw)
    return into.getvalue()


def test_a_formula_is_read_by_the_value_that_was_saved_with_it(tmp_path: Path) -> None:
    content = book(["a"], ["=1+1"])
    assert refused(tmp_path, "a.xlsx", content).startswith("holds formulas whose values were not")
    saved = with_sheet(
        content, lambda raw: raw.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
    )
    assert read(tmp_path, "a.xlsx", saved).rows == [(2, ["2"])]


def test_a_workbook_that_would_unpack_to_gigabytes_is_not_unpacked(tmp_path: Path) -> None:
    bomb = with_sheet(book(["a"], ["b"]), lambda raw: raw + b" " * 30_000_000)
    assert len(bomb) < 100_000
    assert refused(tmp_path, "a.xlsx", bomb) == "unpacks to more than can be read"


def test_a_workbook_of_too_many_parts_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "MOST_PARTS", 3)
    assert refused(tmp_path, "a.xlsx", book(["a"], ["b"])) == "unpacks to more than can be read"


def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path) -> None:
    declared = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    content = with_sheet(book(["a"], ["b"]), lambda raw: declared + raw.partition(b"?>")[2])
    assert refused(tmp_path, "a.xlsx", content).startswith("is no workbook")


def test_a_damaged_sheet_is_refused(tmp_path: Path) -> None:
    content = with_sheet(book(["a"], ["b"]), lambda raw: raw[: len(raw) // 2])
    assert refused(tmp_path, "a.xlsx", content).startswith("is no workbook")


def test_objects_are_read_from_the_file_or_from_the_member_that_holds_them(tmp_path: Path) -> None:
    rows = [{"fact": "a:1", "seq": 1, "sources": ["x", "y"], "aliases": ["A B", "C"]}, {"on": None}]
    expected = [(2, ["a:1", "1", "x y", "A B|C", ""])]
    plain = read(tmp_path, "a.json", json.dumps(rows).encode())
    assert plain.headings == ["fact", "seq", "sources", "aliases", "on"]
    assert plain.rows == expected
    for member in ("facts", "results"):
        content = json.dumps({"title": "T", member: rows}).encode()
        found = read(tmp_path, "a.json", content, ("facts",))
        assert (found.rows, found.sheet) == (expected, member)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("file.csv", "geoid,note\n\u200b17031,A\x01 note\uf0b7\n"),
        ("file.json", json.dumps([{"geoid": "\u200b17031", "note": "A\x01 note\uf0b7\ud800"}])),
    ],
)
def test_unseen_signs_in_a_file_are_left_out_and_named(
    tmp_path: Path, name: str, content: str
) -> None:
    table = read(tmp_path, name, content.encode())
    assert table.rows == [(2, ["17031", "A note•"])]
    said = " ".join(table.mends)
    assert "U+0001" in said
    assert "U+200B" in said
    assert "U+F0B7 → •" in said


def test_the_name_of_a_file_is_cleaned_too() -> None:
    assert file_name("C:\\facts\\\u202efacts\x00.csv") == "facts.csv"
