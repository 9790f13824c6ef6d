"""What is wrong with a file, each thing told once for all the rows that share it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jurisdictions.read.keeping.uploads import UploadDetail
from jurisdictions.web.desk.uploads.rows import columns_shown, faults_told

ROWS_NAMED = 12
"""So many rows of one fault are named; beyond that they are counted."""


@dataclass(frozen=True, slots=True)
class SharedFault:
    """One thing that is wrong, and the rows of which it is; none for the whole file."""

    file: str
    column: str
    value: str
    reason: str
    target: str
    rows: tuple[int, ...]

    @property
    def named(self) -> tuple[int, ...]:
        """The rows that are named."""
        return self.rows[:ROWS_NAMED]

    @property
    def more(self) -> int:
        """How many more there are."""
        return len(self.rows) - len(self.named)


def shared_faults(faults: Sequence[Mapping[str, Any]]) -> list[SharedFault]:
    """The faults in the order of their first rows."""
    found: dict[tuple[str, str, str, str, str], list[int]] = {}
    for one in faults:
        key = (one["file"], one["column"], one["value"], one["reason"], one["target"])
        rows = found.setdefault(key, [])
        if one["row"]:
            rows.append(one["row"])
    return [SharedFault(*key, tuple(rows)) for key, rows in found.items()]


def lacking_open(found: UploadDetail) -> bool:
    """Whether it is still to be said which source the rows rest on that name none."""
    answered = found.other_answers.get("source", {})
    open_rows = found.lacking.recorded if answered.get("same") else 0 if answered else 1
    return bool(found.lacking.rows and open_rows and not answered.get("written"))


def common_faults(found: UploadDetail) -> list[SharedFault]:
    """What is wrong with several rows, of a column that can be written over."""
    named = {one.name for one in columns_shown(found)}
    return [
        one for one in shared_faults(_not_asked(found)) if len(one.rows) > 1 and one.target in named
    ]


def rows_alone(found: UploadDetail) -> int:
    """How many rows are wrong in a way of their own, which no question settles."""
    shared = {row for one in common_faults(found) for row in one.rows}
    return len({one["row"] for one in _not_asked(found) if one["row"]} - shared)


def _not_asked(found: UploadDetail) -> list[Mapping[str, Any]]:
    """The faults that nothing else on the page asks about, of rows that are not left."""
    asked = {question.written.partition(",")[0] for question in found.questions}
    asked |= {one.written for one in found.words}
    if lacking_open(found):
        asked.add("")
    left = {row.number for row in found.rows if row.left}
    return [
        one
        for one in faults_told(found)
        if one["row"] not in left
        and (one["value"] not in asked or (not one["value"] and one["target"] != "source"))
    ]
