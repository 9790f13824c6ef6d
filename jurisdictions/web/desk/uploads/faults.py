"""What is wrong with a file, each thing told once for all the rows that share it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jurisdictions.read.keeping.uploads import UploadDetail
from jurisdictions.web.desk.uploads.rows import columns_shown

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


def common_faults(found: UploadDetail) -> list[SharedFault]:
    """What is wrong with several rows, of a column that can be written over."""
    named = {one.name for one in columns_shown(found)}
    asked = {question.written.partition(",")[0] for question in found.questions}
    asked |= {one.written for one in found.words}
    left = {row.number for row in found.rows if row.left}
    faults = [one for one in found.faults if not one["sheet"] and one["row"] not in left]
    return [
        one
        for one in shared_faults(faults)
        if len(one.rows) > 1 and one.target in named and one.value not in asked
    ]
