"""The steps of an upload as its pages show them: where one is, what was done, the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.keeping.upload_steps import COLUMNS, DATES, ROWS, SOURCE, TABLE
from jurisdictions.read.keeping.uploads import UploadDetail

TITLES: Mapping[str, str] = {
    TABLE: noop("Sheet and headings"),
    COLUMNS: noop("Columns"),
    DATES: noop("Dates"),
    SOURCE: noop("Source"),
    ROWS: noop("Rows"),
}
JSON = ".json"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it is called, whether it is the one shown, the way to it, "" while closed."""

    name: str
    title: str
    current: bool
    way: str
    done: bool


def steps_context(found: UploadDetail, current: str) -> dict[str, object]:
    """The steps of an upload, and the one before the one that is shown."""
    names = step_names(found)
    last = names.index(found.row.step) if found.row.step in names else len(names) - 1
    steps = [
        Step(
            name, _(TITLES[name]), name == current, f"?step={name}" if at <= last else "", at < last
        )
        for at, name in enumerate(names)
    ]
    at = names.index(current) if current in names else 0
    return {"steps": steps, "step_before": steps[at - 1].way if at else ""}


def step_names(found: UploadDetail) -> list[str]:
    """The steps that a file goes through, in order."""
    before = found.before
    wanted = {
        TABLE: bool(before.looks) and not found.row.file_name.casefold().endswith(JSON),
        DATES: bool(before.days) or found.row.step == DATES,
        SOURCE: before.sourceless or found.row.step == SOURCE,
    }
    return [name for name in TITLES if wanted.get(name, True)]
