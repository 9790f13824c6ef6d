"""Dates of a file: one order for a column, asked once where it is open, refused where it is two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.workbooks import EXCEL_BEGINS
from jurisdictions.record.uploads.answering import Given, answer
from jurisdictions.record.uploads.days import days_of
from jurisdictions.record.uploads.stages import forget_answers
from jurisdictions.record.written_dates import NotUnderstood, numbers_of, read_in_order
from tests.people import acting
from tests.record.uploading import NOW, checked, counts, reasons, uploaded

HEADER = "geoid,activated_on,source\n"
PLACES = ("17143", "17001", "17003", "17005", "17007")
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])
YEAR = 2028


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


def column(*written: str) -> str:
    return HEADER + "".join(
        f'{place},"{one}",nilc\n' for place, one in zip(PLACES, written, strict=False)
    )


def read(*written: str) -> list[str]:
    """The dates of a column of activations, and what is wrong with those that are none."""
    rows = [(row, {"activated_on": one}) for row, one in enumerate(written, 2)]
    days = days_of("activation", rows, {}, YEAR)
    found = []
    for one in written:
        try:
            found.append(days.read("activated_on", one))
        except NotUnderstood as wrong:
            found.append(str(wrong))
    return found


def told(written: str) -> str:
    """Why a text is no date."""
    with pytest.raises(NotUnderstood) as wrong:
        read_in_order(written, "mdy", YEAR)
    return str(wrong.value)


def days_on(upload: Any) -> list[str]:
    return [wish["cells"]["activated_on"] for wish in upload.wishes]


@LANGUAGES
@pytest.mark.usefixtures("shipped")
def test_one_date_that_can_be_nothing_else_decides_its_column(language: str) -> None:
    upload = uploaded(column("8/5/2011", "5/8/2011", "8/16/2011"), "activation", language=language)
    assert days_on(upload) == ["2011-08-05", "2011-05-08", "2011-08-16"]
    assert "8/16/2011" in upload.findings["mends"][-1]
    upload = uploaded(
        column("11/03/2011", "20/10/2011", "02/04/2011"), "activation", language=language
    )
    assert days_on(upload) == ["2011-03-11", "2011-10-20", "2011-04-02"]


@LANGUAGES
@pytest.mark.usefixtures("shipped")
def test_an_open_column_is_asked_about_once_with_both_readings(language: str) -> None:
    upload = uploaded(column("8/5/2011", "5/8/2011", "7/7/2011"), "activation", language=language)
    assert counts(upload) == (0, 1, 0, 2)
    (asked,) = upload.findings["orders"]
    assert (asked["column"], asked["rows"], asked["first"]) == ("activated_on", 2, 2)
    assert asked["samples"][0] == ["8/5/2011", "2011-08-05", "2011-05-08"]
    by = acting(upload.made_by)
    answer(upload=upload.pk, given=Given(orders={"activated_on": "dmy"}), by=by, at=NOW)
    upload = checked(upload)
    assert days_on(upload) == ["2011-05-08", "2011-08-05", "2011-07-07"]
    assert upload.findings["orders"] == []
    forget_answers(upload=upload.pk, by=by, at=NOW)
    assert counts(checked(upload)) == (0, 1, 0, 2)
    with pytest.raises(Refused):
        answer(upload=upload.pk, given=Given(orders={"activated_on": "ymd"}), by=by, at=NOW)
    assert counts(checked(upload)) == (0, 1, 0, 2)


@LANGUAGES
@pytest.mark.usefixtures("shipped")
def test_a_column_of_both_orders_is_refused_and_its_rows_are_named(language: str) -> None:
    text = column("8/16/2011", "16/8/2011", "8/5/2011", "May 2011")
    upload = uploaded(text, "activation", language=language)
    assert counts(upload) == (0, 1, 0, 3)
    said = {reason for _row, _column, reason in reasons(upload)}
    assert len(said) == 1
    assert "2 (8/16/2011)" in said.pop()


def test_a_proof_counts_also_where_its_own_cell_is_refused() -> None:
    expected, open_one = read("1/22/2013 (expected)", "8/5/2011")
    assert "says what was expected" in expected
    assert open_one == "2011-08-05"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Aug. 2011", "2011-08"),
        ("August 5th, 2011", "2011-08-05"),
        ("8/5/11", "2011-08-05"),
        ("2011-08-05 00:00:00", "2011-08-05"),
        ("2011-08-05T00:00:00.000Z", "2011-08-05"),
        ("2011-08-05T00:00:00+00:00", "2011-08-05"),
        ("8/5/2011 12:00:00 AM", "2011-08-05"),
        ("8/5/2011 0:00", "2011-08-05"),
        ("2011-08-05 14:30", "2011-08-05"),
        ("2011/08/05", "2011-08-05"),
        ("8/2011", "2011-08"),
        ("Aug-11", "2011-08"),
        ("Aug '11", "2011-08"),
        ("ago-11", "2011-08"),
        ("5-Aug-11", "2011-08-05"),
        ("05-ago.-2011", "2011-08-05"),
        ("20110805", "2011-08-05"),
        ("201108", "2011-08"),
        ("2011.0", "2011"),
        ("'2011-08-05", "2011-08-05"),
        ("2011‐08‐05", "2011-08-05"),
        ("２０１１-08-05", "2011-08-05"),
        ("16 de agosto de 2011", "2011-08-16"),
        ("7/13/99", "1999-07-13"),
    ],
)
def test_what_is_certain_is_read(written: str, day: str) -> None:
    assert read(written, "8/16/2011")[0] == day


@pytest.mark.parametrize(
    "written",
    [
        *(
            "n/a",
            "N/A",
            "#N/A",
            "TBD",
            "tba",
            "?",
            "??",
            "-",
            "--",
            "—",
            "unknown",
            "Never",
            "none",
        ),
        *("not yet", "not activated", "No date", "pending", "unk.", "NULL", "n.d.", "...", "xx"),
        *("desconocida", "sin fecha", "nunca", "s/f", "por definir", "no consta", "pendiente"),
    ],
)
def test_what_says_that_there_is_no_date_is_told_what_to_do(written: str) -> None:
    assert "says that no date is known. Leave it blank" in told(written)


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("circa 2011", "says about when"),
        ("ca. July 2010", "write 2010"),
        ("~2011", "says about when"),
        ("hacia 2011", "says about when"),
        ("Summer 2011", "is a part of a year"),
        ("verano de 2011", "is a part of a year"),
        ("early 2012", "write 2012"),
        ("mid-2011", "is a part of a year"),
        ("a mediados de 2011", "is a part of a year"),
        ("Q3 2011", "is a part of a year"),
        ("3Q 2011", "is a part of a year"),
        ("T3 2011", "is a part of a year"),
        ("FY2011", "is a fiscal year"),
        ("by 2013", "says by when, not when"),
        ("before 2011", "says by when, not when"),
        ("antes de 2011", "says by when, not when"),
        ("after May 2011", "says after when, not when"),
        ("since 2011", "says after when, not when"),
        ("2011-2012", "is a period"),
        ("May to June 2011", "is a period"),
        ("2010s", "is a period"),
        ("2010-07-13?", "is in doubt"),
        ("2010 or 2011", "is in doubt"),
        ("1/22/2013 (expected)", "says what was expected"),
        ("40760", "it would be 2011-08-05"),
        ("40190.5", "it would be 2010-01-12"),
        ("08:30:00", "is a time of day"),
        ("true", "is a yes or a no"),
        ("#REF!", "is an error of the spreadsheet"),
        ("######", "is an error of the spreadsheet"),
        ("Aug 5", "the year with four digits"),
        ("5-Aug", "the year with four digits"),
        ("8/5/44", "the year with four digits"),
    ],
)
def test_what_is_not_certain_is_named_for_what_it_is(written: str, named: str) -> None:
    assert named in told(written)


@pytest.mark.parametrize("written", ["circa 2011", "never", "40760", "Q3 2011", "2011-2012"])
def test_what_is_no_date_is_told_in_spanish_too(written: str) -> None:
    with override("es"):
        said = told(written)
    assert said.startswith(f"«{written}» ")


def test_a_whole_column_of_numbers_of_days_is_read_and_a_lone_one_is_named() -> None:
    assert read("41296", "40760", "40141") == ["2013-01-22", "2011-08-05", "2009-11-24"]
    assert "it would be 2013-01-22" in read("41296", "2011-08-05")[0]
    assert "it would be 2013-01-22" in read("41296")[0]
    # The Mac once counted from 1904.
    rows = [(2, {"activated_on": "39834"}), (3, {"activated_on": "39298"})]
    days = days_of("activation", rows, {}, YEAR, EXCEL_BEGINS + 1462)
    assert days.read("activated_on", "39834") == "2013-01-22"


@pytest.mark.usefixtures("shipped")
def test_what_excel_makes_of_a_recorded_date_changes_nothing() -> None:
    header = "measure,geoid,on,locator\n"
    rows = "oakland-2011-06-resolution,6001,Jun-11,\nboston-2011-07-statement,25025,2011,\n"
    upload = uploaded(header + rows, "local_measure")
    assert [wish["name"] for wish in upload.wishes if "oakland" in wish["name"]] == []
    assert "two digits" in upload.findings["mends"][-1]


@given(st.dates(), st.sampled_from(["mdy", "dmy"]), st.sampled_from("/-. "))
def test_a_decided_column_is_read_in_its_order(day: Any, order: Any, sign: str) -> None:
    parts = (day.month, day.day) if order == "mdy" else (day.day, day.month)
    proof = f"12{sign}31{sign}2011" if order == "mdy" else f"31{sign}12{sign}2011"
    written = sign.join([*map(str, parts), f"{day.year:04}"])
    assert read(written, proof)[0] == day.isoformat()


@given(st.text(alphabet="0123456789/-. 'aug:t", max_size=14))
def test_whatever_a_cell_holds_it_is_a_date_or_told(text: str) -> None:
    assert read(text)
    numbers_of(text, YEAR)
