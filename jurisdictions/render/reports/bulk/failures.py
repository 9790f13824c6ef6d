"""Places whose reports could not be made: noted beside the reports, told in the file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from jurisdictions.render.reports.bulk.folders import finished

FAILED = ".failed"
NOT_MADE = "not-made.txt"
"""The part of the file that names them."""


def note_failed(bench: Path, geoid: str, why: str) -> None:
    """Note that a place's report cannot be made, and why, for whoever runs the tracker."""
    (bench / geoid).with_suffix(FAILED).write_text(why, encoding="utf-8", errors="replace")


def failed_in(bench: Path) -> Mapping[str, str]:
    """The geoids whose reports could not be made, each with the reason."""
    return {
        note.stem: note.read_text(encoding="utf-8") for note in sorted(bench.glob(f"*{FAILED}"))
    }


def forget_failed(bench: Path) -> None:
    """Let another attempt try them again."""
    for note in bench.glob(f"*{FAILED}"):
        note.unlink(missing_ok=True)


def missing_from(key: str, total: int) -> int:
    """How many of the reports of an order its finished file lacks."""
    try:
        with ZipFile(finished().path(f"{key}.zip")) as file:
            return total - sum(name.endswith(".pdf") for name in file.namelist())
    except (OSError, BadZipFile):
        return 0
