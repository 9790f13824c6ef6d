"""Cells that a spreadsheet would run go out harmless and come back as they were."""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from jurisdictions.read.rows import AsOf
from jurisdictions.record.disarm import RUN_BY_A_SPREADSHEET, SUSPECT, disarm, restore
from jurisdictions.record.ingest.files import read_sheet
from jurisdictions.record.ingest.workbooks import workbook_table
from jurisdictions.record.kinds import Column as FileColumn
from jurisdictions.render.files import xlsx_file
from jurisdictions.render.files.citation import FileCitation
from jurisdictions.render.files.csv_file import csv_chunks
from jurisdictions.render.files.tables import Column, ColumnKind, Sheet, Table

NOBODY = cast(AsOf, SimpleNamespace())
TEXTS = st.text(st.sampled_from("=+-@＝＋－＠\t\r\n' ab1,\""), max_size=6)
TABLE = Table(
    "cells",
    "Cells",
    (Column("text", "Text", "Text."), Column("number", "Number", "A number.", ColumnKind.INTEGER)),
)


LISTED = Table("listed", "Listed", (Column("listed", "Listed", "A list.", ColumnKind.LIST),))
EDITION = SimpleNamespace(published_at=datetime(2026, 11, 26, tzinfo=UTC))
ANYWHERE = cast(
    AsOf,
    SimpleNamespace(
        program=SimpleNamespace(name="-"), edition=EDITION, on=date(2026, 11, 26), known_on=None
    ),
)


def workbook(monkeypatch: pytest.MonkeyPatch, *texts: str) -> bytes:
    monkeypatch.setattr(xlsx_file, "_about", lambda *_told: ())
    sheet = Sheet("cells", TABLE, lambda: [SimpleNamespace(text=one, number=-5) for one in texts])
    cited = cast(FileCitation, SimpleNamespace(title="", text=""))
    return xlsx_file.xlsx_file(ANYWHERE, [sheet], cited)


def written(*texts: str, number: int | None = None) -> bytes:
    rows = [SimpleNamespace(text=text, number=number) for text in texts]
    return b"".join(csv_chunks(TABLE, NOBODY, rows))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＠"])
def test_a_text_that_a_spreadsheet_would_run_is_disarmed(sign: str) -> None:
    cells = list(csv.reader(StringIO(written(f"{sign}1+1").decode(), newline="")))
    assert cells[1][0] == f"'{sign}1+1"


@pytest.mark.parametrize("text", ["", "Cook", "O'Brien County", "'tis", "1-2", "a=b"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert disarm(text) == text == restore(text)


def test_a_negative_number_stays_a_number() -> None:
    assert written("x", number=-5).endswith(b"x,-5\r\n")


@given(TEXTS)
def test_what_goes_out_comes_back_the_same(text: str) -> None:
    assert restore(disarm(text)) == text


@given(TEXTS)
def test_nothing_that_goes_out_would_be_run(text: str) -> None:
    assert not disarm(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(text=st.text(st.sampled_from("=+-@'ab1,\""), min_size=1, max_size=6))
def test_a_file_that_is_loaded_again_holds_the_same_text(tmp_path_factory: Any, text: str) -> None:
    file: Path = tmp_path_factory.mktemp("cells") / "cells.csv"
    file.write_bytes(written(text, number=-5))
    sheet = read_sheet(file, [FileColumn("text"), FileColumn("number")])
    assert not sheet.faults
    assert sheet.rows == [(2, {"text": text, "number": "-5"})]


SIGNS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "－1",
    "'=1",
    "''=1",
    "'+",
    "'tis",
    "1-2",
    "O'Brien",
]


def test_no_writer_of_files_writes_what_a_spreadsheet_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in csv.reader(StringIO(written(*SIGNS).decode(), newline="")):
        assert text[0][0] not in RUN_BY_A_SPREADSHEET
    listed = [SimpleNamespace(listed=(one, "b")) for one in SIGNS]
    lists = b"".join(csv_chunks(LISTED, NOBODY, listed)).decode()
    assert all(one[0][0] not in RUN_BY_A_SPREADSHEET for one in csv.reader(StringIO(lists)))
    book = load_workbook(BytesIO(workbook(monkeypatch, *SIGNS)))
    for row in book["cells"].iter_rows(min_row=2, max_col=1):
        assert row[0].data_type == "s", row[0].value
        armed = row[0].value[0] in SUSPECT
        assert row[0].quotePrefix is armed


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_our_own_files_say_the_same_when_they_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extension: str
) -> None:
    file = tmp_path / f"cells.{extension}"
    made = written(*SIGNS, number=-5) if extension == "csv" else workbook(monkeypatch, *SIGNS)
    file.write_bytes(made)
    assert [row["text"] for _at, row in rows_of(file)] == SIGNS


def rows_of(file: Path) -> list[tuple[int, dict[str, str]]]:
    if file.suffix == ".csv":
        sheet = read_sheet(file, [FileColumn("text"), FileColumn("number")])
        assert not sheet.faults
        return sheet.rows
    table = workbook_table(file, ["cells"], "")
    return [(at, dict(zip(table.headings, row, strict=False))) for at, row in table.rows]


def test_every_module_that_writes_csv_disarms_it() -> None:
    of_ours = {"templates.py"}  # whose cells stand in the program
    room = Path(settings.BASE_DIR) / "jurisdictions"
    for path in sorted(room.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if re.search(r"csv\.(Dict)?[wW]riter\(", text) and path.name not in of_ours:
            assert "disarm" in text, path
