"""What a file is asked before its rows are checked, and what is remembered for the next one."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from jurisdictions.models import Job, Person, RememberedShape, Upload
from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.heading_rows import NO_HEADINGS
from jurisdictions.record.uploads.before_check import (
    choose_columns,
    choose_orders,
    choose_source,
    forget_shape,
)
from jurisdictions.record.uploads.changing_kind import choose_kind
from jurisdictions.record.uploads.layouts import choose_layout
from jurisdictions.record.uploads.remembering import sweep_shapes
from jurisdictions.record.uploads.stages import begin_upload
from tests.people import acting, make_person
from tests.record.uploading import NOW, checked, counts, reasons

pytestmark = pytest.mark.usefixtures("shipped")

UNKNOWN = "Where;When;Who says so;Volunteer\n17143;8/16/2011;ice_activated_list;M\n"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Any) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


@pytest.fixture
def person() -> Person:
    return make_person("contributor", "US")


def begun(
    person: Person, content: str | bytes, name: str = "a.csv", kind: str = "activation"
) -> Upload:
    raw = content.encode() if isinstance(content, str) else content
    told = {"program": "secure-communities", "language": "en", "at": NOW, "kind": kind}
    return Upload.objects.get(pk=begin_upload(name=name, content=raw, by=acting(person), **told))


def told_columns(upload: Upload, person: Person, *columns: str) -> Upload:
    choose_columns(
        upload=upload.pk, columns=columns, erase=False, texts="", by=acting(person), at=NOW
    )
    return Upload.objects.get(pk=upload.pk)


def book(*sheets: tuple[str, list[list[Any]]], hidden: str = "") -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title == hidden:
            sheet.sheet_state = "hidden"
    into = BytesIO()
    made.save(into)
    return into.getvalue()


FACTS: list[list[Any]] = [
    ["geoid", "activated_on", "source"],
    ["17143", "2011-08-16", "ice_activated_list"],
]


def test_columns_that_were_chosen_once_are_taken_again_for_the_same_headings(
    person: Person,
) -> None:
    first = begun(person, UNKNOWN)
    assert (first.shape["step"], first.columns) == ("table", None)
    told_columns(first, person, "geoid", "activated_on", "source", "")
    # The same headings, otherwise written, in another order, in a file parted by commas.
    next_one = "VOLUNTEER,who says so ,When,where\nM,ice_activated_list,5/8/2011,17001\n"
    second = begun(person, f"{next_one}M,ice_activated_list,8/16/2011,17143\n", "b.csv")
    assert second.shape["step"] == "rows"
    assert second.shape["remembered"] == {"file": "a.csv", "on": "2026-07-03"}
    assert second.columns["targets"] == ["", "source", "activated_on", "geoid"]
    assert counts(checked(second))[3] == 0
    other = begun(make_person("contributor", "17"), UNKNOWN)
    assert other.columns is None


def test_another_kind_is_chosen_after_the_upload_and_what_fits_of_the_answers_stays(
    person: Person,
) -> None:
    wrong = begun(person, UNKNOWN, kind="opt_out")
    asked: Any = {"upload": wrong.pk, "by": acting(person), "at": NOW}
    with pytest.raises(Refused, match="Choose what the file holds"):
        choose_kind(kind="nonsense", **asked)
    choose_kind(kind="activation", **asked)
    told_columns(wrong, person, "geoid", "activated_on", "source", "")
    choose_kind(kind="local_measure", **asked)
    wrong.refresh_from_db()
    assert (wrong.kind, wrong.shape["mode"], wrong.shape["step"]) == (
        "local_measure",
        "local_measure",
        "columns",
    )
    # What stood below a heading and is a column of the other kind too is offered again.
    assert wrong.shape["guessed"]["0"] == "geoid"
    assert wrong.shape["guessed"]["2"] == "source"
    assert "1" not in {
        place for place, one in wrong.shape["guessed"].items() if one == "activated_on"
    }
    assert not wrong.answers.get("orders")
    choose_kind(kind="activation", **asked)
    wrong.refresh_from_db()
    assert wrong.shape["step"] == "rows"
    assert counts(checked(wrong))[3] == 0


def test_what_is_remembered_can_be_forgotten_and_is_swept_when_it_grew_old(person: Person) -> None:
    told_columns(begun(person, UNKNOWN), person, "geoid", "activated_on", "source", "")
    second = begun(person, UNKNOWN)
    forget_shape(upload=second.pk, by=acting(person), at=NOW)
    second.refresh_from_db()
    assert (second.columns, second.shape["step"]) == (None, "columns")
    assert not RememberedShape.objects.exists()
    told_columns(second, person, "geoid", "activated_on", "source", "")
    assert sweep_shapes(at=NOW + timedelta(days=399)) == 0
    assert sweep_shapes(at=NOW + timedelta(days=401)) == 1


def test_an_order_of_dates_that_nothing_decides_is_asked_before_the_check_and_remembered(
    person: Person,
) -> None:
    text = "geoid,activated_on,source\n17143,8/5/2011,nilc\n17001,5/8/2011,nilc\n"
    upload = begun(person, text)
    assert upload.shape["step"] == "dates"
    (asked,) = upload.shape["days"]
    assert asked["samples"][0] == ["8/5/2011", "2011-08-05", "2011-05-08"]
    assert not Job.objects.filter(kind="upload").exists()
    with pytest.raises(Refused, match="month or the day"):
        choose_orders(upload=upload.pk, orders={}, by=acting(person), at=NOW)
    told = {"activated_on": "dmy"}
    choose_orders(upload=upload.pk, orders=told, by=acting(person), at=NOW)
    assert Job.objects.filter(kind="upload").count() == 1
    again = begun(person, text)
    assert (again.shape["step"], again.answers["orders"]) == ("rows", told)
    # What the next file itself decides goes before what was said of another.
    decided = checked(begun(person, f"{text}17097,8/16/2011,nilc\n"))
    days = {wish["cells"]["activated_on"] for wish in decided.wishes}
    assert days == {"2011-08-05", "2011-05-08", "2011-08-16"}
    assert {wish["cells"]["activated_on"] for wish in decided.wishes if wish["row"] == 2} == {
        "2011-08-05"
    }


def test_a_file_without_a_source_asks_for_one_before_its_check_and_goes_on_without(
    person: Person,
) -> None:
    text = "geoid,activated_on\n17143,2011-08-16\n"
    upload = begun(person, text)
    assert upload.shape["step"] == "source"
    told = {"written": "nilc", "locator": "p. 3", "same": False}
    choose_source(upload=upload.pk, **told, by=acting(person), at=NOW)
    upload.refresh_from_db()
    assert upload.shape["step"] == "rows"
    assert checked(upload).wishes[0]["cells"]["source"] == "nilc"
    other = begun(person, text)
    choose_source(upload=other.pk, written="", locator="", same=False, by=acting(person), at=NOW)
    other.refresh_from_db()
    assert other.shape["step"] == "rows"
    assert reasons(checked(other))[0][1] == "source"
    # A file that only words things otherwise needs none.
    assert begun(person, "geoid,note\n17143,By fax.\n").shape["step"] == "rows"


def test_of_two_sheets_that_fit_alike_somebody_says_which(person: Person) -> None:
    upload = begun(person, book(("2011", FACTS), ("2012", FACTS)), "a.xlsx")
    assert upload.shape["step"] == "table"
    assert [look["name"] for look in upload.shape["looks"]] == ["2011", "2012"]
    choose_layout(upload=upload.pk, sheet="2012", head=0, by=acting(person), at=NOW)
    upload.refresh_from_db()
    assert (upload.shape["sheet"], upload.shape["step"]) == ("2012", "rows")


def test_a_hidden_sheet_makes_way_for_one_that_is_seen_and_is_told(person: Person) -> None:
    upload = begun(person, book(("Old", FACTS), ("New", FACTS), hidden="Old"), "a.xlsx")
    assert (upload.shape["sheet"], upload.shape["hidden"]["sheets"]) == ("New", ["Old"])


def test_rows_without_headings_are_read_from_the_first_and_told_by_their_cells(
    person: Person,
) -> None:
    text = "17143,8/16/2011,https://example.org/a\n17001,8/17/2011,https://example.org/a\n"
    upload = begun(person, text)
    assert upload.shape["step"] == "table"
    choose_layout(upload=upload.pk, sheet="", head=NO_HEADINGS, by=acting(person), at=NOW)
    upload.refresh_from_db()
    assert (upload.shape["headings"], upload.shape["rows"]) == (["A", "B", "C"], 2)
    assert upload.shape["guessed"] == {"0": "geoid", "1": "activated_on", "2": "source"}
    found = checked(told_columns(upload, person, "geoid", "activated_on", "source"))
    assert counts(found)[3] == 0


def test_letters_and_the_sign_between_cells_can_be_chosen(person: Person) -> None:
    raw = "geoid;note;source\n35013;Doña Ana;nilc\n".encode("cp1252")
    upload = begun(person, raw)
    assert (upload.shape["encoding"], upload.shape["sign"]) == ("cp1252", ";")
    how = {"upload": upload.pk, "sheet": "", "head": 0, "by": acting(person), "at": NOW}
    choose_layout(**how, encoding="mac_roman", stay=True)
    upload.refresh_from_db()
    assert upload.shape["step"] == "table"
    assert upload.shape["looks"][0]["rows"][1][1][1] == "DoÒa Ana"
    assert not Job.objects.filter(kind="upload", status="queued").exists()
    choose_layout(**how, encoding="cp1252")
    upload.refresh_from_db()
    assert checked(upload).wishes[0]["cells"]["note"] == "Doña Ana"
    for wrong in ({"encoding": "ebcdic"}, {"sign": "x"}):
        with pytest.raises(Refused):
            choose_layout(**{**how, **wrong})


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#¡VALOR!", "#DIV/0!", "#NAME?"])
def test_a_formula_that_went_wrong_is_named_for_what_it_is(person: Person, error: str) -> None:
    text = f"State,County,Date,Source\nIllinois,{error},2011-08-16,nilc\n"
    (fault,) = reasons(checked(begun(person, text)))
    assert fault[:2] == (2, "County")
    assert "where a formula went wrong: write the value itself" in fault[2]


def test_dates_in_words_of_both_languages_are_read(person: Person) -> None:
    rows = {
        "17143": "June 2010",
        "17001": "5 de agosto de 2011",
        "17097": "ago-11",
        "17031": "16 ago. 2011",
    }
    lines = "".join(f"{geoid};{day};nilc\n" for geoid, day in rows.items())
    found = checked(begun(person, f"Código censal;Fecha de activación;Fuente\n{lines}"))
    days = {wish["name"]: wish["cells"]["activated_on"] for wish in found.wishes}
    assert [days[f"activation:{geoid}"] for geoid in rows] == [
        *("2010-06", "2011-08-05", "2011-08", "2011-08-16")
    ]
