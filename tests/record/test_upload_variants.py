"""Files as people really have them: each is read for what it says, or refused with a clear word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from jurisdictions.record.ingest import uploaded
from jurisdictions.record.ingest.heading_rows import NO_HEADINGS
from jurisdictions.record.ingest.tables import Layout, Table, Unreadable
from jurisdictions.record.uploads.codes import geoid_in
from jurisdictions.record.uploads.files import known_headings

HEAD = ["State", "County", "Date", "Source"]
PEORIA = ["Illinois", "Peoria", "2011-08-16", "nilc"]
ADAMS = ["Illinois", "Adams", "2011-08-17", "nilc"]
ROWS = [PEORIA, ADAMS]
TEXT = "State,County,Date,Source\nIllinois,Peoria,2011-08-16,nilc\nIllinois,Adams,2011-08-17,nilc\n"


def read(folder: Path, name: str, content: bytes | str, row: int = 0, **how: str) -> Table:
    path = folder / "kept"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    layout = Layout(lambda cells: known_headings("activation", cells), row=row, **how)
    return uploaded.table_in(path, name, (), "sources", layout)


def cells(table: Table) -> list[list[str]]:
    return [row for _number, row in table.rows]


def book(fill: Callable[[Workbook], None]) -> bytes:
    made = Workbook()
    fill(made)
    into = BytesIO()
    made.save(into)
    return into.getvalue()


def sheet_of(*rows: list[Any], then: Callable[[Any], None] = lambda sheet: None) -> bytes:
    def fill(made: Workbook) -> None:
        for row in rows:
            made.active.append(row)  # type: ignore[union-attr]
        then(made.active)

    return book(fill)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        TEXT.replace("\n", "\r\n", 1),
        TEXT.replace(",", ";"),
        TEXT.replace(",", "|"),
        TEXT.replace(",", "\t"),
        "\ufeff" + TEXT,
        "sep=,\r\n" + TEXT,
        "\n\n,,,\n" + TEXT,
        TEXT.replace("State", " State\u00a0").replace("Peoria", "\u200bPeo\u00adria\u200e "),
        TEXT.replace("\n", ",,,\n"),
        "Activated places,,,\nmade by Maria,,,\n,,,\n" + TEXT,
        TEXT + "Total,,2,\n",
        TEXT + ",,,\nSource: ICE,,,\n",
        TEXT + "* as ICE has it,,,\nGrand total,2,,\n",
        TEXT + "Nota: sin revisar,,,\n",
        "Place,,Activation,\n" + TEXT,
        TEXT.replace("Date", '"Date\n"'),
        TEXT.replace("Illinois", '"Illinois"'),
    ],
)
def test_a_text_of_any_dress_says_the_same(tmp_path: Path, text: str) -> None:
    table = read(tmp_path, "a.csv", text)
    assert (table.headings[:4], [row[:4] for row in cells(table)]) == (HEAD, ROWS)
    assert table.broken == {}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "utf-32"])
def test_letters_of_any_width_say_the_same(tmp_path: Path, encoding: str) -> None:
    assert cells(read(tmp_path, "a.csv", TEXT.encode(encoding))) == ROWS


def test_two_encodings_in_one_file_are_refused_with_the_line(tmp_path: Path) -> None:
    raw = TEXT.replace("Adams", "Doña Ana").encode() + "Illinois,Cañon,,\n".encode("cp1252")
    with pytest.raises(Unreadable, match=r"not UTF-8 text \(line 4\)"):
        read(tmp_path, "a.csv", raw)
    # Whoever knows better may choose; what does not fit is told, row by row.
    assert list(read(tmp_path, "a.csv", raw, encoding="utf-8").broken) == [4]
    assert cells(read(tmp_path, "a.csv", raw, encoding="cp1252"))[1][1] == "Doña Ana"


def test_what_was_copied_has_cells_with_line_ends_and_with_quotes_of_their_own(
    tmp_path: Path,
) -> None:
    rows = 'State\tCounty\tNote\nIL\tCook\t"two\nlines, ""so"" said"\n'
    assert cells(read(tmp_path, "a.tsv", rows))[0][2] == 'two\nlines, "so" said'
    loose = 'State\tCounty\tNote\nIL\tCook\t"Yes" they said\nIL\tAdams\t6" wide\n'
    assert [row[2] for row in cells(read(tmp_path, "a.tsv", loose))] == [
        '"Yes" they said',
        '6" wide',
    ]


def test_a_blank_column_ahead_is_no_column(tmp_path: Path) -> None:
    table = read(tmp_path, "a.xlsx", sheet_of(["", *HEAD], [None, *PEORIA], [None, *ADAMS]))
    assert table.headings == ["", *HEAD]
    assert [row[1:] for row in cells(table)] == ROWS


def test_headings_of_two_rows_are_one(tmp_path: Path) -> None:
    upper, lower = ["State", "County", "Activation", ""], ["", "", "Date", "Source"]
    for content in (
        sheet_of(["Our list"], upper, lower, *ROWS),
        sheet_of(["Our list"], upper, lower, *ROWS, then=lambda sheet: sheet.merge_cells("C2:D2")),
    ):
        table = read(tmp_path, "a.xlsx", content)
        assert (table.headings, cells(table), table.head) == (HEAD, ROWS, 3)
        assert "the headings were read from rows 2 and 3" in table.mends
        assert read(tmp_path, "a.xlsx", content, row=3).headings == HEAD


def test_cells_that_are_merged_downward_say_the_same_in_each_row(tmp_path: Path) -> None:
    bare = [["Illinois", *PEORIA[1:]], [None, *ADAMS[1:]], [None, "Bond", "2011-08-18", "nilc"]]
    content = sheet_of(HEAD, *bare, then=lambda sheet: sheet.merge_cells("A2:A4"))
    table = read(tmp_path, "a.xlsx", content)
    assert [row[0] for row in cells(table)] == ["Illinois"] * 3
    assert table.mends == [
        "2 cells that are merged with the one over them were read as saying the same"
    ]
    # What is merged with nothing stays blank.
    assert [row[0] for row in cells(read(tmp_path, "a.xlsx", sheet_of(HEAD, *bare)))][1:] == [
        "",
        "",
    ]


def hide(sheet: Any) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[9].hidden = True
    for letter in ("D", "F"):
        sheet.column_dimensions[letter].hidden = True


def test_what_is_hidden_is_read_and_told(tmp_path: Path) -> None:
    table = read(tmp_path, "a.xlsx", sheet_of(HEAD, *ROWS, then=hide))
    assert cells(table) == ROWS
    assert (table.hidden.rows, table.hidden.columns) == ((3,), ("Source",))


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_taken_for_the_one_that_is_meant(tmp_path: Path, state: str) -> None:
    def fill(made: Workbook) -> None:
        for title, rows in (("Old", [HEAD, ADAMS]), ("New", [HEAD, PEORIA])):
            sheet = made.create_sheet(title)
            for row in rows:
                sheet.append(row)
        made["Old"].sheet_state = state

    table = read(tmp_path, "a.xlsx", book(fill))
    assert (table.sheet, [look.hidden for look in table.looks]) == ("New", [True, False])


def test_days_are_those_of_the_sheet_also_where_they_are_counted_from_1904(tmp_path: Path) -> None:
    def fill(made: Workbook) -> None:
        made.epoch = CALENDAR_MAC_1904
        made.active.append(HEAD)  # type: ignore[union-attr]
        made.active.append(["Illinois", "Peoria", date(2011, 8, 16), "nilc"])  # type: ignore[union-attr]
        made.active.append(["Illinois", "Adams", datetime(2011, 8, 17), "nilc"])  # type: ignore[union-attr]

    table = read(tmp_path, "a.xlsx", book(fill))
    assert cells(table) == ROWS
    assert date.fromordinal(table.begins) == date(1904, 1, 1)


@pytest.mark.parametrize("name", ["a.xlsm", "a.csv", "a.txt"])
def test_a_workbook_is_read_whatever_its_name_ends_in_and_no_macro_is_run(
    tmp_path: Path, name: str
) -> None:
    assert cells(read(tmp_path, name, sheet_of(HEAD, *ROWS))) == ROWS


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.ods", b"PK\x03\x04 what LibreOffice writes"),
        ("a.XLS", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 what Excel wrote in 2003"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 with a password"),
        ("a.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 with another name"),
        ("a.numbers", b"PK\x03\x04"),
        ("a.xlsb", b"PK\x03\x04"),
        ("a.gsheet", b'{"url": "x"}'),
    ],
)
def test_a_spreadsheet_of_another_form_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: bytes
) -> None:
    with pytest.raises(Unreadable, match=r"of another form, or has a password: save it as \.xlsx"):
        read(tmp_path, name, content)


def test_rows_without_any_headings_are_all_rows(tmp_path: Path) -> None:
    table = read(tmp_path, "a.csv", TEXT.partition("\n")[2], NO_HEADINGS)
    assert (table.headings, cells(table), table.above) == (["A", "B", "C", "D"], ROWS, ())


def test_a_row_of_words_is_never_taken_for_headings_of_two_rows(tmp_path: Path) -> None:
    rows = [["State", "County", "", ""], ["Illinois", "Peoria", "Date", "Source"], PEORIA]
    table = read(tmp_path, "a.xlsx", sheet_of(HEAD, *rows))
    assert (table.head, table.headings) == (1, HEAD)


@pytest.mark.parametrize(("written", "code"), [("17031,0", "17031"), ("6037,00", "06037")])
def test_a_code_with_a_decimal_comma_is_the_code(written: str, code: str) -> None:
    assert geoid_in(written) == code
