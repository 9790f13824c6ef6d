"""An upload before its rows are checked: what it looks like, and what has to be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jurisdictions.models import Upload

TABLE, COLUMNS, DATES, SOURCE, ROWS = "table", "columns", "dates", "source", "rows"
FETCH = "fetch"
"""The steps of an upload, in order; FETCH goes ahead of a file that lies at an address."""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """A sheet at first sight: rows with their numbers, the row of the headings (-1: none)."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    head: int
    known: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class DayColumn:
    """A column of dates: the order that was decided and by which date, or what is asked.

    Each sample is written, read with the month first, read with the day first.
    """

    column: str
    called: str
    asked: bool
    order: str
    proof: str
    clash: str
    serials: bool
    samples: tuple[tuple[str, str, str], ...] = ()
    rows: int = 0
    first: int = 0


@dataclass(frozen=True, slots=True)
class UploadSteps:
    """`step` is the first that has to be answered. `encoding` and `sign` are those read with.

    `chosen_encoding` and `chosen_sign` are "" where they were found. `remembered` is the file for
    which the columns were chosen, and when. Hidden rows are told by number, columns by heading.
    """

    step: str
    looks: tuple[SheetLook, ...]
    encoding: str
    sign: str
    chosen_encoding: str
    chosen_sign: str
    days: tuple[DayColumn, ...]
    sourceless: bool
    remembered: tuple[str, date] | None
    guessed: Mapping[int, str]
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[str, ...]
    hidden_sheets: tuple[str, ...]
    address: str
    failed: str


def step_of(upload: Upload) -> str:
    """The first step that has to be answered; ROWS when there is none."""
    return str(upload.shape.get("step", ROWS if upload.columns is not None else COLUMNS))


def steps_of(upload: Upload) -> UploadSteps:
    """What there is to see and to say before the rows are checked."""
    shape: Mapping[str, Any] = upload.shape
    chosen, hidden = shape.get("chosen", {}), shape.get("hidden", {})
    remembered = shape.get("remembered")
    return UploadSteps(
        step=step_of(upload),
        looks=tuple(_look(one) for one in shape.get("looks", ())),
        encoding=shape.get("encoding", ""),
        sign=shape.get("sign", ""),
        chosen_encoding=chosen.get("encoding", ""),
        chosen_sign=chosen.get("sign", ""),
        days=tuple(_days(one) for one in shape.get("days", ())),
        sourceless=bool(shape.get("sourceless")),
        remembered=(remembered["file"], date.fromisoformat(remembered["on"]))
        if remembered
        else None,
        guessed={int(at): target for at, target in shape.get("guessed", {}).items()},
        hidden_rows=tuple(hidden.get("rows", ())),
        hidden_columns=tuple(hidden.get("columns", ())),
        hidden_sheets=tuple(hidden.get("sheets", ())),
        address=shape.get("address", ""),
        failed=shape.get("failed", ""),
    )


def _look(told: Mapping[str, Any]) -> SheetLook:
    rows = tuple((number, tuple(cells)) for number, cells in told["rows"])
    return SheetLook(told["name"], rows, told["head"], told["known"], told["hidden"])


def _days(told: Mapping[str, Any]) -> DayColumn:
    samples = tuple((one[0], one[1], one[2]) for one in told.get("samples", ()))
    return DayColumn(**{**told, "samples": samples})
