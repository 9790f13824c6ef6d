"""The files of a folder -> a sheet for each kind of fact, and what is wrong with the files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from jurisdictions.record.columns import Column
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.files import Sheet, read_sheet
from jurisdictions.record.kinds import CONTRADICTION_COLUMNS, CONTRADICTIONS_FILE, KINDS
from jurisdictions.status.kinds import FactKind, kinds_in

SHIPPED = Path(__file__).parent.parent.parent / "data"


def shipped_folders() -> list[Path]:
    """The folders that ship with the tracker, a program in each; that of the places comes first."""
    folders = [path.parent for path in SHIPPED.glob("*/program.json")]
    places = KINDS[FactKind.JURISDICTION].file
    return sorted(folders, key=lambda folder: (not (folder / places).is_file(), folder.name))


def check_folder(folder: Path) -> None:
    """Raise Refused for what is no folder, or holds no table."""
    if not folder.is_dir():
        raise Refused([Fault(str(folder), 0, "", "", _("is no folder"))])
    if not any(folder.glob("*.csv")):
        raise Refused([Fault(str(folder), 0, "", "", _("holds no CSV file of facts"))])


def read_folder(folder: Path, program: str) -> tuple[dict[str, Sheet], list[Fault]]:
    """The sheets that are there, by kind, in the order in which they are recorded.

    Raises Refused for a folder that holds tables of no kind that the program has.
    """
    files: dict[str, tuple[str, Sequence[Column]]] = {
        name: (KINDS[name].file, KINDS[name].columns) for name in kinds_in(program)
    }
    files[CONTRADICTIONS_FILE] = (CONTRADICTIONS_FILE, CONTRADICTION_COLUMNS)
    _refuse_others(folder, {file for file, _columns in files.values()})
    sheets = {
        name: read_sheet(folder / file, columns)
        for name, (file, columns) in files.items()
        if (folder / file).is_file()
    }
    return sheets, [fault for sheet in sheets.values() for fault in sheet.faults]


def _refuse_others(folder: Path, known: set[str]) -> None:
    """Every table in the folder must be one that is known."""
    said = _("is no file of this tracker; its files are: %(files)s")
    strange = sorted({path.name for path in folder.glob("*.csv")} - known)
    if strange:
        told = said % {"files": ", ".join(sorted(known))}
        raise Refused([Fault(name, 0, "", "", told) for name in strange])
