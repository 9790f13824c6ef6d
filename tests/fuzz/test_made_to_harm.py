"""Files made to keep their reader busy for hours, or to hide what acts: each is met at once."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl.xml import functions

from jurisdictions.record.evidence.office_parts import kind_of_office
from jurisdictions.record.ingest.sheet_sizes import MOST_LISTED, Oversized, Sizes
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.ingest.uploaded import table_in
from jurisdictions.record.lists.programs.section_287g.sheets import sheets_in
from jurisdictions.record.watching.passages import changed_passages
from jurisdictions.record.watching.readable import lines_of
from tests.fuzz import seeds
from tests.fuzz.bounds import bounded
from tests.record.evidence_files import document, workbook

NOISE = Random(1).randbytes(400_000)
"""Bytes that do not pack, so that the rest may unpack to so many times as much."""
FIRST_SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"


def in_sheet(more: bytes, before: bytes = b"</sheetData>") -> tuple[str, bytes, bytes]:
    return (FIRST_SHEET, before, more + before)


def behind(ranges: bytes) -> tuple[str, bytes, bytes]:
    return (FIRST_SHEET, b"</sheetData>", b"</sheetData>" + ranges)


def rows(cell: str, count: int) -> bytes:
    return b"".join(f'<row r="{n}"><c r="{cell}{n}"/></row>'.encode() for n in range(9, 9 + count))


def merges(count: int) -> bytes:
    made = (f'<mergeCell ref="A{n}:C{n + 1990}"/>' for n in range(9, 9 + count))
    return f"<mergeCells>{''.join(made)}</mergeCells>".encode()


WORKBOOKS = {
    "a row far below": in_sheet(b'<row r="99999999999"><c r="A1"><v>1</v></c></row>'),
    "a range of all cells": behind(b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "a link over all cells": behind(b'<hyperlinks><hyperlink ref="A:XFD"/></hyperlinks>'),
    "many long ranges": behind(merges(20_000)),
    "tags without an end": in_sheet(b"<f " * 200_000),
    "rows as wide as a sheet": in_sheet(rows("XFD", 60_000)),
    "columns that no sheet has": in_sheet(rows("ZZZ", 11_000)),
    "millions of cells": in_sheet(b'<row r="9">' + b"<c/>" * 3_000_000 + b"</row>"),
    "a value with a >": in_sheet(b'<row x=">" r="99999999999"/>'),
    "a number in other words": in_sheet(b'<row r="&#57;9999999999"/>'),
    "one part as a hundred thousand sheets": (
        "xl/workbook.xml",
        b"</sheets>",
        b'<sheet name="s" sheetId="9" r:id="rId1"/>' * 100_000 + b"</sheets>",
    ),
    "one part as nine hundred sheets": (
        "xl/workbook.xml",
        b"</sheets>",
        b'<sheet name="s" sheetId="9" r:id="rId1"/>' * 900 + b"</sheets>",
    ),
    "a million styles": (STYLES, b"</cellXfs>", b"<xf/>" * 1_000_000 + b"</cellXfs>"),
}


def made(part: str, old: bytes, new: bytes, **names: str) -> bytes:
    """The workbook with one part changed; `names` calls parts otherwise."""
    into = BytesIO()
    with ZipFile(BytesIO(seeds.workbook())) as packed, ZipFile(into, "w", ZIP_DEFLATED) as file:
        for name in packed.namelist():
            content = packed.read(name)
            file.writestr(name, content.replace(old, new) if name == part else content)
        file.writestr("xl/media/noise.png", NOISE)
    return into.getvalue()


@pytest.mark.parametrize("name", sorted(WORKBOOKS))
def test_a_workbook_made_to_be_endless_is_refused_by_both_readers(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(made(*WORKBOOKS[name]))
    with bounded():
        for read in (lambda: table_in(path, "a.xlsx", (), ""), lambda: sheets_in(path)):
            with pytest.raises(Unreadable):
                read()


@pytest.mark.parametrize("tag", [b'<sheet name="a" r:id="rId1"/>', b'<x:sheet\nname="a"/>'])
def test_sheets_are_counted_before_their_list_is_read(tag: bytes) -> None:
    Sizes().feed(tag * MOST_LISTED + b"<sheets/><sheetData/>a sheet of 2010")
    with pytest.raises(Oversized):
        Sizes().feed(tag * (MOST_LISTED + 1) + b"</sheets>")


def test_a_list_with_one_cell_far_away_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    far = b'<row r="199999"><c r="BH199999" t="n"><v>1</v></c></row>'
    path.write_bytes(made(*in_sheet(far)))
    with bounded(), pytest.raises(Unreadable):
        sheets_in(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_with_entities_is_refused_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(made("docProps/app.xml", b"", text.encode(encoding)))
    with pytest.raises(Unreadable):
        table_in(path, "a.xlsx", (), "")


def test_workbooks_are_read_behind_defusedxml() -> None:
    defused = import_module("defusedxml.ElementTree")
    defused = import_module("defusedxml.ElementTree")
    for read in (functions.fromstring, functions.iterparse):
        assert read in {defused.fromstring, defused.iterparse}


@pytest.mark.parametrize(
    "piece", ["<!--", "</", "<a ", "<a b='", "<?", "<![CDATA[", "<!x", "a=", "<"]
)
def test_a_page_made_of_beginnings_is_read_at_once(piece: str) -> None:
    with bounded():
        lines_of(
            f"<p>One line.<p>{'<a ' if piece == 'a=' else ''}{piece * 300_000}".encode(),
            "text/html",
        )


def test_what_a_page_leaves_unfinished_is_dropped_and_what_it_says_is_not() -> None:
    assert lines_of(b"<p>Fish &amp; chips<!-- never", "text/html") == ["Fish & chips"]
    assert lines_of(b"<p>Fish &amp", "text/html") == ["Fish &"]


def test_pages_that_say_the_same_over_and_over_are_compared_at_once() -> None:
    with bounded():
        found = changed_passages(["a", "b"] * 2000, ["b", "a", "c"] * 1300)
    assert found


@pytest.mark.parametrize(
    ("make", "piece"),
    [
        (lambda text: document(NOISE, word___rels__a_rels=text), b"<Relationship "),
        (lambda text: document(NOISE + text), b"<w:instrText "),
        (lambda text: workbook(NOISE + text), b"<f "),
        (lambda text: workbook(NOISE + b"<f>" + text), b"|"),
    ],
)
def test_evidence_made_of_beginnings_is_looked_through_at_once(
    make: Callable[[bytes], bytes], piece: bytes
) -> None:
    with bounded():
        kind_of_office(make(piece * 300_000))


OUTSIDE = (
    b'<Relationships><Relationship Id="%b" Type="x/oleObject" TargetMode="%b"/></Relationships>'
)


@pytest.mark.parametrize(
    "content",
    [
        document(word___rels__a_rels=OUTSIDE % (b"a", b"External")),
        document(word___rels__a_rels=OUTSIDE % (b"a", b"&#69;xternal")),
        document(word___rels__a_rels=OUTSIDE % (b">", b"External")),
        document(b"<x:instrText>DDEAUTO c</x:instrText>"),
        document(b"<w:instrText>&#68;DEAUTO c</w:instrText>"),
        document(b'<w:fldSimple w:instr="DDEAUTO c"/>'),
        workbook(b"<x:f>cmd&#0124;' /C calc'!A0</x:f>"),
        workbook(b'<f t=">">cmd|x!A0</f>'),
        workbook(b"<x:ddeLink/>"),
    ],
)
def test_what_acts_is_found_however_it_is_written(content: bytes) -> None:
    _kind, found = kind_of_office(content)
    assert found & {"external link", "DDE"}
