"""Cells that a spreadsheet would run go out harmless and come back as they were."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.read.rows import AsOf
from jurisdictions.record.disarm import disarm, restore
from jurisdictions.record.ingest.files import read_sheet
from jurisdictions.record.kinds import Column as FileColumn
from jurisdictions.render.files.csv_file import csv_chunks
from jurisdictions.render.files.tables import Column, ColumnKind, Table

NOBODY = cast(AsOf, SimpleNamespace())
TEXTS = st.text(st.sampled_from("=+-@＝＋－＠\t\r\n' ab1,\""), max_size=6)
TABLE = Table(
    "cells",
    "Cells",
    (Column("text", "Text", "Text."), Column("number", "Number", "A number.", ColumnKind.INTEGER)),
)


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
