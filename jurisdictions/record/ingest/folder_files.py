"""The files of a folder -> a sheet for each kind of fact, and what is wrong with the files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.files import Sheet, read_sheet
from jurisdictions.record.kinds import (
    CONTRADICTION_COLUMNS,
    CONTRADICTIONS_FILE,
    KINDS,
    Column,
)


def read_folder(folder: Path) -> tuple[dict[str, Sheet], list[Fault]]:
    """The sheets that are there, by kind, in the order in which they are recorded.

    Raises Refused for a folder that holds none, or others.
    """
    _check_folder(folder)
    files: dict[str, tuple[str, Sequence[Column]]] = {
        name: (kind.file, kind.columns) for name, kind in KINDS.items()
    }
    files[CONTRADICTIONS_FILE] = (CONTRADICTIONS_FILE, CONTRADICTION_COLUMNS)
    sheets = {
        name: read_sheet(folder / file, columns)
        for name, (file, columns) in files.items()
        if (folder / file).is_file()
    }
    return sheets, [fault for sheet in sheets.values() for fault in sheet.faults]


def _check_folder(folder: Path) -> None:
    """Every table in the folder must be one that is known, and there must be one at least."""
    known = {kind.file for kind in KINDS.values()} | {CONTRADICTIONS_FILE}
    if not folder.is_dir():
        raise Refused([Fault(str(folder), 0, "", "", _("is no folder"))])
    files = {path.name for path in folder.glob("*.csv")}
    said = _("is no file of this tracker; its files are: %(files)s")
    faults = [
        Fault(name, 0, "", "", said % {"files": ", ".join(sorted(known))})
        for name in sorted(files - known)
    ]
    if not files:
        faults.append(Fault(str(folder), 0, "", "", _("holds no CSV file of facts")))
    if faults:
        raise Refused(faults)
