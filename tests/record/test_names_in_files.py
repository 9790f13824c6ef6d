"""Names of places as files hold them, state by state: found, asked about, or told what to do.

`names_in_files.csv`: a geoid is found; "A or B" is asked, these and no others; "near A" is asked
too, for nothing is so called; "all" and "total" stand for no place.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from jurisdictions.models import Upload
from tests.record.uploading import uploaded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

with (Path(__file__).parent / "names_in_files.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
TOLD = {
    "stands for all places of a state: write a row for each place": "all",
    "heads a row of totals, which is about no place: leave the row out": "total",
}


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


def file_of(rows: list[dict[str, str]]) -> str:
    quoted = (",".join(f'"{cell}"' for cell in (row["state"], row["county"])) for row in rows)
    return "State,County,Date,Source\n" + "".join(
        f"{row},2011-08-05,ice_activated_list\n" for row in quoted
    )


def read_as(upload: Upload) -> dict[int, str]:
    """What each row of the file was read as, in the words of `names_in_files.csv`."""
    asked = {}
    for one in upload.findings["questions"]:
        each = one["candidates"]
        asked[one["written"]] = " or ".join(each) if one["called"] else f"near {' '.join(each)}"
    found = {wish["row"]: _place_of(wish) for wish in upload.wishes}
    for fault in upload.faults:
        if fault["reason"].startswith("is the same fact"):
            found[fault["row"]] = fault["value"].rpartition(":")[2]
        elif fault["reason"] in TOLD:
            found[fault["row"]] = TOLD[fault["reason"]]
    for row, cells in enumerate(ROWS, 2):
        written = ", ".join(part.strip() for part in (cells["county"], cells["state"]) if part)
        if row not in found:
            found[row] = asked.get(" ".join(written.split()), "none")
    return found


def _place_of(wish: dict[str, Any]) -> str:
    return str(wish["name"].rpartition(":")[2] or wish["cells"]["geoid"])


def test_every_name_is_found_or_asked_about_or_told_what_to_do() -> None:
    found = read_as(uploaded(file_of(ROWS), "activation"))
    told = {f"{row['state']}: {row['county']}": found[number] for number, row in enumerate(ROWS, 2)}
    assert told == {f"{row['state']}: {row['county']}": row["right"] for row in ROWS}


def test_a_pick_is_offered_for_every_name_that_is_asked_about() -> None:
    upload = uploaded(file_of(ROWS), "activation")
    asked = [one["candidates"] for one in upload.findings["questions"]]
    assert len(asked) == len({(row["state"], row["county"]) for row in ROWS if " " in row["right"]})
    assert all(asked)


def test_a_row_of_totals_between_others_is_told_for_what_it_is() -> None:
    row = "Illinois,{},2011-08-05,ice_activated_list\n"
    rows = f"{row.format('Peoria')}Total,,1,\n,Total,1,\n{row.format('Adams')}"
    upload = uploaded(f"State,County,Date,Source\n{rows}", "activation")
    told = {fault["row"]: fault["reason"] for fault in upload.faults if fault["column"] != "Date"}
    assert [TOLD[told[row]] for row in (3, 4)] == ["total", "total"]
