"""Codes, numbers and words as spreadsheets leave them: read, told, or named for what is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.record.uploads.codes import geoid_in, number_in
from jurisdictions.record.uploads.spreadsheets import made_of
from jurisdictions.record.written_dates import NotUnderstood
from tests.record.uploading import counts, reasons, uploaded


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("17031", "17031"),
        ("17031.0", "17031"),
        ("17031.00", "17031"),
        ("6075.0", "06075"),
        ("6075", "06075"),
        ("'06075", "06075"),
        ('="06075"', "06075"),
        ("6,075", "06075"),
        ("06-075", "06075"),
        ("TX48201", "48201"),
        ("CA075", "06075"),
        ("CA-075", "06075"),
        ("17,031", "17031"),
        ("17 031", "17031"),
        ("017031", "17031"),
        ("05000US17031", "17031"),
        ("0500000US06075", "06075"),
        ("04000US17", "17"),
        ("1.7031E+04", "17031"),
        ("1.7031e4", "17031"),
        ("6.075E+03", "06075"),
        ("84006037", "06037"),
        ("US17031", "17031"),
        ("G1700310", "17031"),
        ("FIPS 17031", "17031"),
        ("１７０３１", "17031"),
        ("6", "06"),
        ("17.0", "17"),
        ("Cook", ""),
        ("1703100000", ""),
        ("", ""),
    ],
)
def test_a_code_is_read_however_it_is_written(written: str, code: str) -> None:
    assert geoid_in(written) == code


@pytest.mark.parametrize("written", ["1.70E+04", "5.151E+04", "2E+04"])
def test_a_code_of_which_digits_are_lost_is_named(written: str) -> None:
    with pytest.raises(NotUnderstood, match="digits are lost"):
        geoid_in(written)


@given(st.text(max_size=12))
def test_whatever_is_written_is_a_code_or_none(text: str) -> None:
    try:
        code = geoid_in(text)
    except NotUnderstood:
        return
    assert code == "" or (code.isdigit() and len(code) in (2, 5))


@pytest.mark.usefixtures("shipped")
def test_codes_in_a_file_are_read_and_told_and_a_contradicting_name_is_refused() -> None:
    header = "FIPS,County,Activation date,Source\n"
    rows = "17031.0,Cook,2013-01-22,nilc\n'06075,San Francisco,2010-06-08,nilc\n"
    upload = uploaded(header + rows + "17031,Peoria,2013-01-22,nilc\n", "activation")
    assert reasons(upload) == [
        (4, "County", "is not what geoid 17031 is called: that is Cook County")
    ]
    said = "2 codes were read from how they were written, such as 17031.0 as 17031"
    assert said in upload.findings["mends"]


@pytest.mark.parametrize(
    ("written", "number"),
    [("1,785,488", "1785488"), ("38828.0", "38828"), ("26", "26"), ("1,2", "1,2"), ("x", "x")],
)
def test_a_whole_number_loses_what_spreadsheets_add(written: str, number: str) -> None:
    assert number_in(written) == number


@pytest.mark.parametrize(
    ("recorded", "made"),
    [
        ("3-4", "4-Mar"),
        ("3-4", "3-Apr"),
        ("10/11", "11-Oct"),
        ("5-31", "31-May"),
        ("007", "7"),
        ("true", "TRUE"),
        ("1234567890123", "1.23457E+12"),
    ],
)
def test_what_a_spreadsheet_makes_of_a_text_is_known(recorded: str, made: str) -> None:
    assert made in made_of(recorded)
    assert recorded not in made_of(recorded)


@pytest.mark.usefixtures("shipped")
def test_pages_that_a_spreadsheet_took_for_a_day_are_left_as_they_are() -> None:
    from jurisdictions.record.changing.facts import correct_fact
    from tests.record.uploading import NOW

    name = "local_measure:oakland-2011-06-resolution"
    cells = {"locator": "3-4"}
    told = {"program": "secure-communities", "by": "tests", "reason": "Pages.", "at": NOW}
    correct_fact(name=name, cells=cells, **told)  # type: ignore[arg-type]
    upload = uploaded("measure,locator\noakland-2011-06-resolution,4-Mar\n", "local_measure")
    assert counts(upload) == (0, 0, 1, 0)
    assert upload.findings["mends"] == [
        "1 cell holds what a spreadsheet makes of the record: it was left as it is"
    ]
