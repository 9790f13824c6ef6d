"""Rows of lists as real ones are: odd dates, hidden rows, notes, pages, other headings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.lists.programs.section_287g.rows import Rows, read_rows
from jurisdictions.record.lists.programs.section_287g.sheets import sheets_in
from jurisdictions.status.programs.section_287g.vocabulary import ListKind, Model
from tests.record.lists.list_files import HEADINGS, JAIL, WARRANT, row, write_list

DAY = date(2025, 9, 8)


def read(path: Path) -> Rows:
    return read_rows(sheets_in(path), DAY)


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read(path)
    return str(refused.value)


def test_a_row_is_its_state_agency_model_signing_and_hidden_link(tmp_path: Path) -> None:
    path = write_list(
        tmp_path / "a.xlsx",
        [row("Cook County Sheriff’s Office ", f"{JAIL} ", link="link → https://ice.gov/a b.pdf")],
    )
    one = read(path).rows[0]
    assert (one.number, one.state, one.name) == (2, "17", "Cook County Sheriff's Office")
    assert (one.model, one.signed) == (Model.JAIL_ENFORCEMENT, date(2025, 3, 1))
    assert one.url == "https://ice.gov/a%20b.pdf"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("05/082025", date(2025, 5, 8)),
        ("7/72025", date(2025, 7, 7)),
        ("8/282025", date(2025, 8, 28)),
        ("2025-06-12", date(2025, 6, 12)),
        ("June 12, 2025", date(2025, 6, 12)),
        ("6/12/2025", date(2025, 6, 12)),
        ("6/12/25", date(2025, 6, 12)),
        (date(5025, 7, 7), date(2025, 7, 7)),
        (45820, date(2025, 6, 12)),
        ("#N/A", None),
        (None, None),
    ],
)
def test_a_day_is_read_however_it_is_written(
    tmp_path: Path, written: object, day: date | None
) -> None:
    found = read(write_list(tmp_path / "a.xlsx", [row("A", signed=written), row("B")]))
    assert found.rows[0].signed == day
    assert not found.doubts


def test_a_day_that_cannot_be_read_is_told_and_the_row_kept(tmp_path: Path) -> None:
    found = read(write_list(tmp_path / "a.xlsx", [row("A", signed="soon"), row("B")]))
    assert [one.signed for one in found.rows] == [None, date(2025, 3, 1)]
    assert [(one.row, one.column, one.value) for one in found.doubts] == [(2, "SIGNED", "soon")]


@pytest.mark.parametrize(
    ("written", "state"),
    [
        *(("WEST VIRGINA", "54"), ("WEST VIRIGINIA", "54"), ("UTAHJ", "49"), ("MCHIGAN", "26")),
        *(("PENNSLYVANIA", "42"), ("Georgia ", "13"), ("TX", "48"), ("Narnia", "")),
    ],
)
def test_a_state_is_known_by_a_slip_of_the_pen(tmp_path: Path, written: str, state: str) -> None:
    found = read(write_list(tmp_path / "a.xlsx", [row("A", state=written), row("B")]))
    assert found.rows[0].state == state


@pytest.mark.parametrize(
    ("written", "model"),
    [
        ("Task Force Officer ", Model.TASK_FORCE),
        ("Warrant Services Officer", Model.WARRANT_SERVICE),
        ("Warrant Service Office", Model.WARRANT_SERVICE),
        ("Jail Enforcment Model ", Model.JAIL_ENFORCEMENT),
        ("WSO", Model.WARRANT_SERVICE),
        (None, Model.NOT_RECORDED),
    ],
)
def test_a_model_is_known_by_its_word(tmp_path: Path, written: str | None, model: Model) -> None:
    found = read(write_list(tmp_path / "a.xlsx", [[*row("A")[:4], written, *row("A")[5:]]]))
    assert found.rows[0].model is model


def test_an_archive_and_a_mail_filter_are_taken_off_a_link(tmp_path: Path) -> None:
    behind = "https%3A%2F%2Fice.gov%2Fa.pdf&data=05"
    links = [
        "https://web.archive.org/web/20210113002027/https://ice.gov/a.pdf",
        f"link → https://gcc02.safelinks.protection.outlook.com/?url={behind}",
    ]
    rows = [row(str(at), link=link) for at, link in enumerate(links)]
    assert {one.url for one in read(write_list(tmp_path / "a.xlsx", rows)).rows} == {
        "https://ice.gov/a.pdf"
    }


def test_rows_that_a_filter_hides_are_of_the_list(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [row("A"), row("B"), row("C")])
    book = load_workbook(path)
    book.active.row_dimensions[3].hidden = True  # type: ignore[union-attr]
    book.save(path)
    found = read(path)
    assert ([one.name for one in found.rows], found.hidden) == (["A", "B", "C"], 1)


def test_titles_notes_and_headings_again_are_no_rows(tmp_path: Path) -> None:
    path = write_list(
        tmp_path / "a.xlsx",
        [row("A"), list(HEADINGS), row("B"), ["Total: 2"], [None, "* as of today"]],
        above=[["287(g) Participating Agencies"], []],
    )
    found = read(path)
    assert [one.name for one in found.rows] == ["A", "B"]
    assert len(found.passed_over) == 2


def test_joined_cells_speak_for_all_their_rows(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [row("A"), [None, *row("B")[1:]]])
    book = load_workbook(path)
    book.active.merge_cells("A2:A3")  # type: ignore[union-attr]
    book.save(path)
    assert [one.state for one in read(path).rows] == ["17", "17"]


def test_the_sheet_with_the_list_is_found_behind_others(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Read me"])  # type: ignore[union-attr]
    sheet = book.create_sheet("List")
    for cells in (["State", "Agency", "Model", "Date signed"], ["IL", "A", "WSO", "3/1/2025"]):
        sheet.append(cells)
    book.save(tmp_path / "a.xlsx")
    one = read(tmp_path / "a.xlsx").rows[0]
    assert (one.name, one.model, one.signed) == ("A", Model.WARRANT_SERVICE, date(2025, 3, 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_in_whatever_encoding(tmp_path: Path, encoding: str) -> None:
    text = (
        "STATE,LAW ENFORCEMENT AGENCY,SUPPORT TYPE,SIGNED\r\nILLINOIS,Peña Police’s,{},3/1/2025\r\n"
    )
    (tmp_path / "a.csv").write_bytes(text.format(WARRANT).encode(encoding))
    assert read(tmp_path / "a.csv").rows[0].name == "Peña Police's"


PAGE = """<!DOCTYPE html><html><body><table><tr><th>Menu</th></tr></table><table><tbody>
<tr><th>STATE<th>LAW ENFORCEMENT AGENCY<th>SUPPORT TYPE<th>SIGNED<th>MOA</tr>
<tr><td>ILLINOIS</td><td>Cook&nbsp;County Sheriff</td><td>Task Force<br>Model</td>
<td>3/1/2025</td><td><a href="https://ice.gov/a.pdf">link</a></td></tr></tbody></table>"""


def test_a_saved_page_is_read_with_its_links(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_text(PAGE, encoding="utf-8")
    one = read(tmp_path / "a.xls").rows[0]
    assert (one.name, one.model, one.url) == (
        *("Cook County Sheriff", Model.TASK_FORCE, "https://ice.gov/a.pdf"),
    )


def test_what_is_no_list_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "error.xlsx").write_text("<html><h1>503 Service Unavailable</h1></html>")
    assert "web page without a table" in refusal(tmp_path / "error.xlsx")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "save it as .xlsx" in refusal(tmp_path / "old.xls")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04" + bytes(300))
    assert "damaged" in refusal(tmp_path / "broken.xlsx")
    (tmp_path / "empty.csv").write_bytes(b"")
    assert "empty" in refusal(tmp_path / "empty.csv")
    lacking = [h if h != "SUPPORT TYPE" else "NOTES" for h in HEADINGS]
    assert "SUPPORT TYPE" in refusal(write_list(tmp_path / "b.xlsx", [row("A")], lacking))
    assert "no rows" in refusal(write_list(tmp_path / "c.xlsx", []))
    assert "no list" in refusal(write_list(tmp_path / "d.xlsx", [["x"]], ["anything"]))


@pytest.mark.parametrize(
    "headings",
    [
        ["State/Territory", "Law Enforcement Agency (LEA) Name", "LEA Type", "County/Parish",
         "287(g) Support Type", "MOA Signed Date", "MOA Link"],
        ["U.S. State", "Participating Law Enforcement Agency", "Agency Type", "Counties",
         "Type of Agreement", "Date MOA Signed (MM/DD/YYYY)", "PDF"],
        ["\u200bSTA\u200bTE", "LAW\u00a0ENFORCMENT\nAGENCY*", "TYPE:", "COUNTY", "SUPORT TYPE",
         "SINGED", "MOU"],
        ["ESTADO", "AGENCIA", "TIPO", "CONDADO", "MODELO", "FIRMADO", "LINK"],
    ],
)  # fmt: skip
def test_headings_are_known_by_their_words(tmp_path: Path, headings: list[str]) -> None:
    one = read(write_list(tmp_path / "a.xlsx", [row("Cook County Sheriff")], headings)).rows[0]
    assert (one.name, one.model, one.signed) == (
        *("Cook County Sheriff", Model.TASK_FORCE, date(2025, 3, 1)),
    )
    assert (one.level, one.county) == ("county", "Cook County")


def test_headings_of_two_rows_are_one(tmp_path: Path) -> None:
    upper = ["STATE", "LAW ENFORCEMENT", "TYPE", "COUNTY", "SUPPORT", "DATE", "MOA", None]
    lower: list[Any] = [None, "AGENCY", None, None, "TYPE", "SIGNED", None, None]
    path = write_list(tmp_path / "a.xlsx", [lower, row("A")], upper)  # type: ignore[arg-type]
    found = read(path)
    assert [(one.name, one.signed) for one in found.rows] == [("A", date(2025, 3, 1))]


def test_a_column_is_told_by_what_it_holds_where_its_heading_says_nothing(tmp_path: Path) -> None:
    headings = ["STATE", "LAW ENFORCEMENT AGENCY", "LEVEL", "COUNTY", "TYPE", "SIGNED", "MOA"]
    found = read(write_list(tmp_path / "a.xlsx", [row(name) for name in "ABC"], headings))
    assert {one.model for one in found.rows} == {Model.TASK_FORCE}
    assert "“TYPE” was read as SUPPORT TYPE" in found.mends[0]


def test_a_note_across_the_sheet_and_a_total_are_no_agencies(tmp_path: Path) -> None:
    note = "* Listed by state, once for each support type."
    below = [[note], ["TOTAL", "2 agreements"], ["Last updated", date(2025, 9, 8)],
             ["Source:", "ICE"], ["Warrant Service Officer", 21]]  # fmt: skip
    path = write_list(tmp_path / "a.xlsx", [row("A"), row("B"), *below])
    book = load_workbook(path)
    book.active.merge_cells("A4:H4")  # type: ignore[union-attr]
    book.save(path)
    found = read(path)
    assert [one.name for one in found.rows] == ["A", "B"]
    assert found.passed_over == [4, 5, 6, 7, 8]
    assert not found.doubts
    assert "4, 5, 6, 7, 8" in found.mends[-1]


@pytest.mark.parametrize("over", [True, False])
def test_a_state_that_is_said_once_is_that_of_its_group(tmp_path: Path, over: bool) -> None:
    bare = [[None, *row(name)[1:]] for name in "ABCD"]
    groups = [["ILLINOIS"], *bare[:2], ["OHIO"], *bare[2:]]
    if not over:
        groups = [row("A"), bare[1], row("C", state="OHIO"), bare[3]]
    found = read(write_list(tmp_path / "a.xlsx", groups))
    assert [one.state for one in found.rows] == ["17", "17", "39", "39"]
    assert any("state over them" in mend for mend in found.mends)


def test_one_state_that_was_forgotten_is_not_filled_in(tmp_path: Path) -> None:
    rows = [row(name) for name in "ABCD"]
    rows[2][0] = None
    found = read(write_list(tmp_path / "a.xlsx", rows))
    assert [one.state for one in found.rows] == ["17", "17", "", "17"]


def test_of_several_sheets_the_one_of_the_kind_is_read_and_others_are_asked_about(
    tmp_path: Path,
) -> None:
    book = Workbook()
    for at, (title, agency) in enumerate((("Pending", "A"), ("Participating", "B"), ("old", "C"))):
        sheet = book.create_sheet(title, at)
        sheet.append(HEADINGS)
        sheet.append(row(agency))
    book["old"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    sheets = sheets_in(tmp_path / "a.xlsx")
    assert read_rows(sheets, DAY, ListKind.PARTICIPATING).rows[0].name == "B"
    with pytest.raises(Unreadable, match=r"several sheets \(Pending, Participating\)"):
        read_rows(sheets, DAY)


@pytest.mark.parametrize(
    ("written", "models"),
    [
        ("TFM", {Model.TASK_FORCE}),
        ("JEM Model", {Model.JAIL_ENFORCEMENT}),
        ("Warrant-Service Officer (WSO)", {Model.WARRANT_SERVICE}),
        ("Jail Enforcement & WSO", {Model.JAIL_ENFORCEMENT, Model.WARRANT_SERVICE}),
        ("JEM/TFM", {Model.JAIL_ENFORCEMENT, Model.TASK_FORCE}),
    ],
)
def test_each_model_of_a_cell_is_an_agreement(
    tmp_path: Path, written: str, models: set[Model]
) -> None:
    found = read(write_list(tmp_path / "a.xlsx", [row("A", written)]))
    assert {one.model for one in found.rows} == models


@pytest.mark.parametrize(
    "written", ["20250612", "45820.0", 45820.5, "Signed 6/12/2025", "6/12/2025*", "\u200b6/12/2025"]
)
def test_a_day_is_read_beside_signs_that_say_nothing(tmp_path: Path, written: object) -> None:
    found = read(write_list(tmp_path / "a.xlsx", [row("A", signed=written)]))
    assert found.rows[0].signed == date(2025, 6, 12)


def test_a_column_of_days_with_the_day_first_is_read_so_and_said(tmp_path: Path) -> None:
    days = ["3/4/2025", "13/2/2025", "25/3/2025"]
    found = read(write_list(tmp_path / "a.xlsx", [row("A", signed=day) for day in days]))
    assert [one.signed for one in found.rows] == [
        *(date(2025, 4, 3), date(2025, 2, 13), date(2025, 3, 25)),
    ]
    assert "day before the month" in found.mends[0]


def test_west_virginia_is_not_virginia(tmp_path: Path) -> None:
    found = read(write_list(tmp_path / "a.xlsx", [row("A", state="W. VIRGINIA")]))
    assert found.rows[0].state == "54"


def test_letters_that_were_read_wrongly_and_unseen_signs_are_put_right(tmp_path: Path) -> None:
    written = "\u200bDo\u00c3\u00b1a Ana\u00a0County Sheriff\u00ad"
    found = read(write_list(tmp_path / "a.xlsx", [row(written)]))
    assert found.rows[0].name == "Doña Ana County Sheriff"


def test_a_sheet_that_was_colored_at_its_far_end_is_read(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [row("A")])
    book = load_workbook(path)
    book.active.cell(1_048_576, 3).font = Font(bold=True)  # type: ignore[union-attr]
    book.active.cell(2, 16_384).font = Font(bold=True)  # type: ignore[union-attr]
    book.save(path)
    assert [one.name for one in read(path).rows] == ["A"]


def test_cells_of_a_page_that_go_over_rows_and_tables_that_go_on_are_read(tmp_path: Path) -> None:
    heads = "".join(f"<th>{text}</th>" for text in ("STATE", "AGENCY", "SUPPORT TYPE", "SIGNED"))
    cells = "<td>{}</td><td>WSO</td><td>3/1/2025</td></tr>"
    (tmp_path / "a.html").write_text(
        f"<html><table><tr>{heads}</tr><tr><td rowspan=2>OHIO</td>{cells.format('A')}"
        f"<tr>{cells.format('B')}</table><table><tr><td>UTAH</td>{cells.format('C')}</table>"
    )
    rows = read(tmp_path / "a.html").rows
    assert [(one.state, one.name) for one in rows] == [("39", "A"), ("39", "B"), ("49", "C")]


def test_a_file_of_another_form_is_refused_by_its_form(tmp_path: Path) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    xml = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
    for content, reason in (
        (locked, "password"),
        (b"%PDF-1.7\n\0", "PDF"),
        (xml, "XML of 2003"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", ".mht"),
    ):
        (tmp_path / "a.xlsx").write_bytes(content)
        assert reason in refusal(tmp_path / "a.xlsx")


def test_a_quote_that_is_never_closed_does_not_swallow_rows(tmp_path: Path) -> None:
    text = 'STATE,AGENCY,SUPPORT TYPE\nOHIO,"A,WSO\nOHIO,B,WSO\n'
    (tmp_path / "a.csv").write_text(text)
    assert "well-formed" in refusal(tmp_path / "a.csv")
