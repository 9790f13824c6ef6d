"""Reading ICE's lists: one of 1,800 rows, and a hundred one after the other.

Works on the database of the settings, which must be empty. The lists are made of the shipped
agreements: each has those that ICE's list of its day had.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from django.core.management import call_command
from django.utils import timezone
from openpyxl import Workbook

from bench.table import Budget, Row, held
from jurisdictions.gazetteer.state_names import WRITTEN
from jurisdictions.record.lists import programs_with_lists, recording_of

BUDGETS = {"one": Budget(5, "s of CPU"), "hundred": Budget(240, "s of CPU")}
DATA = Path(__file__).parents[1] / "jurisdictions/data"
ALONE = ("program.json", "agencies.csv", "sources.csv", "policy_events.csv")
"""Files of a record that knows the agencies and none of their agreements."""
HEADINGS = (
    *("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA"),
)
MODELS = {
    "task-force": "Task Force Model",
    "jail-enforcement": "Jail Enforcement Model",
    "warrant-service": "Warrant Service Officer",
}
LAST = date(2026, 5, 18)
LISTS = 100


def measure() -> list[Row]:
    """What was measured, the figure, the budget: the newest list, and a hundred before it."""
    slug = programs_with_lists()[0]
    with TemporaryDirectory() as made:
        folder = Path(made)
        alone = folder / slug
        alone.mkdir()
        for name in ALONE:
            shutil.copy(DATA / slug / name, alone)
        call_command("load_facts", DATA / "secure-communities", alone, by="bench", verbosity=0)
        paths = list(workbooks(folder, slug))
        rows = read(slug, paths[-1:], "one", dry_run=True)
        return [*rows, *read(slug, paths[:LISTS], "hundred")]


def read(slug: str, paths: Sequence[Path], budget: str, *, dry_run: bool = False) -> list[Row]:
    """Read lists into the record and publish; the seconds of CPU that it takes."""
    recording = recording_of(slug)
    began = process_time()
    asked = recording.Asked("bench", timezone.now(), record=True, dry_run=dry_run, confirmed=True)
    outcomes = recording.read_lists(paths, asked)
    spent = process_time() - began
    count = sum(len(one.plan.rows.rows) for one in outcomes)
    what = f"read {len(paths)} of ICE's lists, {count:,} rows, and publish"
    return [held(what, f"{spent:.1f} s of CPU", spent, BUDGETS[budget])]


def workbooks(folder: Path, slug: str) -> Iterator[Path]:
    """A workbook for each day up to the last, with what ICE's list of the day had."""
    with (DATA / slug / "agencies.csv").open(encoding="utf-8", newline="") as opened:
        names = {row["agency"]: row["name"] for row in csv.DictReader(opened)}
    with (DATA / slug / "agency_agreements.csv").open(encoding="utf-8", newline="") as opened:
        signed = [row for row in csv.DictReader(opened) if row["listed_from"]]
    for back in range(LISTS, -1, -1):
        day = LAST - timedelta(days=back)
        here = [row for row in signed if listed(row, day)]
        path = folder / f"participatingAgencies{day:%m%d%Y}am.xlsx"
        write(path, [cells_of(row, names) for row in here])
        yield path


def listed(row: dict[str, str], day: date) -> bool:
    """Whether the list of a day had an agreement."""
    gone = row["missing_from"] or row["listed_until"]
    return row["listed_from"] <= day.isoformat() and (not gone or day.isoformat() < gone)


def cells_of(row: dict[str, str], names: dict[str, str]) -> list[str | date]:
    """The cells of an agreement as ICE writes them."""
    state = WRITTEN[row["geoid"]].partition(";")[0].upper()
    signed = date.fromisoformat(row["signed_on"]) if row["signed_on"] else ""
    model = MODELS.get(row["model"], "")
    return [state, names[row["agency"]], "County", "", model, signed, row["moa_url"]]


def write(path: Path, rows: Sequence[Sequence[str | date]]) -> None:
    """A workbook of one sheet, as lists are."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for cells in (HEADINGS, *rows):
        sheet.append(list(cells))
    book.save(path)
