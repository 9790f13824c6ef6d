"""A folder of files -> the record: every file is checked before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Citation, Fact, Program
from jurisdictions.models.standing import MODELS
from jurisdictions.record.cells import Known
from jurisdictions.record.changing.contradictions import (
    FIELDS,
    ContradictionDraft,
    write_contradictions,
)
from jurisdictions.record.changing.versions import (
    Moment,
    Outcome,
    lock_record,
    open_change,
    write_drafts,
)
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.files import Sheet, read_sheet
from jurisdictions.record.ingest.programs import record_program
from jurisdictions.record.kinds import (
    CONTRADICTION_COLUMNS,
    CONTRADICTIONS_FILE,
    JURISDICTION,
    KINDS,
    Kind,
)
from jurisdictions.record.rows import Draft, draft_of, read_cells, too_long

Progress = Callable[[str, int, int], None]


@dataclass
class FileReport:
    """What became of one file: an outcome per row, what was mended, which facts it lacks."""

    file: str
    outcomes: list[tuple[int, str, Outcome]] = field(default_factory=list)
    mends: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        """How many rows had this outcome."""
        return sum(found is outcome for _row, _name, found in self.outcomes)


class _DryRun(Exception):
    """Leaves the transaction so that nothing of it stays."""


def load_folder(
    folder: Path,
    *,
    today: date,
    by: str,
    at: datetime,
    dry_run: bool = False,
    progress: Progress = lambda file, done, total: None,
) -> list[FileReport]:
    """Record every file of a folder, or nothing. Raises Refused with every fault found.

    `progress` is told the file, the rows done and the rows in all.
    """
    reports: list[FileReport] = []
    try:
        with transaction.atomic():
            lock_record()
            reports = _load(folder, today=today, by=by, at=at, progress=progress)
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return reports


def _unchanged(report: FileReport) -> bool:
    return report.count(Outcome.UNCHANGED) == len(report.outcomes)


def _load(
    folder: Path, *, today: date, by: str, at: datetime, progress: Progress
) -> list[FileReport]:
    _check_folder(folder)
    program = record_program(folder / "program.json")
    sheets, faults, reports = _read_all(folder)
    known = Known(
        today, _keys_with(sheets, "jurisdiction", "geoid"), _keys_with(sheets, "source", "key")
    )
    drafts: dict[str, list[Draft]] = {}
    for name, sheet in sheets.items():
        if name in KINDS:
            drafts[name], wrong = drafts_of(KINDS[name], sheet, known, progress)
            faults += wrong
    contradictions, wrong = _contradictions(sheets.get(CONTRADICTIONS_FILE), drafts, known, program)
    faults += wrong
    if faults:
        raise Refused(faults)
    reason = _("Loaded from the folder %(folder)s") % {"folder": folder.name}
    moment = open_change(by=by, reason=reason, at=at)
    for name, found in drafts.items():
        _write(KINDS[name], found, program, moment, reports[name])
        progress(KINDS[name].file, len(found), len(found))
    if contradictions:
        report = reports[CONTRADICTIONS_FILE]
        outcomes = write_contradictions(contradictions, program, moment)
        for draft, outcome in zip(contradictions, outcomes, strict=True):
            report.outcomes.append((draft.row, f"citation:{draft.fact}", outcome))
    if all(_unchanged(report) for report in reports.values()):
        # No version names the change: nothing was changed.
        moment.change.delete()
    return list(reports.values())


def _check_folder(folder: Path) -> None:
    """Every table in the folder must be one that is known, and there must be one at least."""
    known = {kind.file for kind in KINDS.values()} | {CONTRADICTIONS_FILE}
    if not folder.is_dir():
        raise Refused([Fault(str(folder), 0, "", "", _("is no folder"))])
    files = {path.name for path in folder.glob("*.csv")}
    faults = [
        Fault(
            name,
            0,
            "",
            "",
            _("is no file of this tracker; its files are: %(files)s")
            % {"files": ", ".join(sorted(known))},
        )
        for name in sorted(files - known)
    ]
    if not files:
        faults.append(Fault(str(folder), 0, "", "", _("holds no CSV file of facts")))
    if faults:
        raise Refused(faults)


def _read_all(folder: Path) -> tuple[dict[str, Sheet], list[Fault], dict[str, FileReport]]:
    """The sheets that are there, by kind, in the order in which they are recorded."""
    columns = {name: (kind.file, kind.columns) for name, kind in KINDS.items()}
    columns[CONTRADICTIONS_FILE] = (CONTRADICTIONS_FILE, CONTRADICTION_COLUMNS)
    sheets: dict[str, Sheet] = {}
    faults: list[Fault] = []
    reports: dict[str, FileReport] = {}
    for name, (file, declared) in columns.items():
        if (folder / file).is_file():
            sheets[name] = read_sheet(folder / file, declared)
            faults += sheets[name].faults
            reports[name] = FileReport(file, mends=sheets[name].mends)
    return sheets, faults, reports


def _keys_with(sheets: dict[str, Sheet], kind: str, column: str) -> set[str]:
    """The keys on record and those that the folder's own file adds."""
    standing = MODELS[kind]._default_manager.filter(superseded_at=None)
    recorded = set(standing.values_list("fact__key", flat=True))
    sheet = sheets.get(kind)
    return recorded | {cells.get(column, "") for _row, cells in sheet.rows} if sheet else recorded


def drafts_of(
    kind: Kind, sheet: Sheet, known: Known, progress: Progress
) -> tuple[list[Draft], list[Fault]]:
    """A draft for each row of a sheet, and every fault; two rows for one fact are a fault."""
    drafts: list[Draft] = []
    faults: list[Fault] = []
    first: dict[str, int] = {}
    for done, (row, cells) in enumerate(sheet.rows, start=1):
        draft, wrong = draft_of(kind, cells, known, row=row)
        faults += wrong
        if draft is None:
            continue
        if draft.key in first:
            reason = _("is the same fact as row %(row)d") % {"row": first[draft.key]}
            faults.append(Fault(sheet.file, row, "", f"{kind.kind.value}:{draft.key}", reason))
        first.setdefault(draft.key, row)
        drafts.append(draft)
        if done % 500 == 0:
            progress(sheet.file, done, len(sheet.rows))
    if kind is JURISDICTION:
        faults += _without_parent(sheet, known)
    return drafts, faults


def _without_parent(sheet: Sheet, known: Known) -> list[Fault]:
    reason = _("is no place on record")
    return [
        Fault(sheet.file, row, "parent", parent, reason)
        for row, cells in sheet.rows
        if (parent := cells.get("parent", "")) and parent not in known.places
    ]


def _contradictions(
    sheet: Sheet | None, drafts: dict[str, list[Draft]], known: Known, program: Program
) -> tuple[list[ContradictionDraft], list[Fault]]:
    if sheet is None:
        return [], []
    names = {
        f"{kind}:{draft.key}"
        for kind, found in drafts.items()
        if not KINDS[kind].shared
        for draft in found
    }
    names |= {fact.name for fact in Fact.objects.filter(program=program)}
    known = Known(known.today, known.places, known.sources, names)
    found: list[ContradictionDraft] = []
    faults: list[Fault] = []
    first: dict[tuple[str, str, str], int] = {}
    for row, cells in sheet.rows:
        values, wrong = read_cells(CONTRADICTION_COLUMNS, cells, known, file=sheet.file, row=row)
        wrong += too_long(Citation, CONTRADICTION_COLUMNS, values, file=sheet.file, row=row)
        faults += wrong
        if not wrong:
            told = {name: values[name] for name in FIELDS if name in values}
            draft = ContradictionDraft(values["fact"], values["field"], values["source"], told, row)
            key = (draft.fact, draft.field, draft.source)
            if key in first:
                reason = _("is the same citation as row %(row)d") % {"row": first[key]}
                faults.append(Fault(sheet.file, row, "", draft.fact, reason))
            first.setdefault(key, row)
            found.append(draft)
    return found, faults


def _write(
    kind: Kind, drafts: list[Draft], program: Program, moment: Moment, report: FileReport
) -> None:
    outcomes = write_drafts(kind, drafts, program, moment)
    for draft, outcome in zip(drafts, outcomes, strict=True):
        report.outcomes.append((draft.row, f"{kind.kind.value}:{draft.key}", outcome))
    given = {draft.key for draft in drafts}
    owner = None if kind.shared else program
    current = kind.model._default_manager.filter(superseded_at__isnull=True, fact__program=owner)
    keys = current.values_list("fact__key", flat=True)
    report.absent = sorted(f"{kind.kind.value}:{key}" for key in keys if key not in given)
