"""A folder of files -> the record: its rows are wishes, planned and written like any others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Citation, Program
from jurisdictions.models.citing import cited_elsewhere
from jurisdictions.models.standing import MODELS
from jurisdictions.record.changing.moments import Moment, Outcome, lock_record, open_change
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.wishes import CONTRADICT, Plan
from jurisdictions.record.changing.writing import write_plans
from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.folder_files import check_folder, read_folder
from jurisdictions.record.ingest.folder_wishes import faults_told, wishes_of
from jurisdictions.record.ingest.programs import record_program
from jurisdictions.record.kinds import CONTRADICTIONS_FILE, KINDS
from jurisdictions.status.kinds import FactKind

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


def _load(
    folder: Path, *, today: date, by: str, at: datetime, progress: Progress
) -> list[FileReport]:
    check_folder(folder)
    program = record_program(folder / "program.json")
    sheets, faults = read_folder(folder, program.slug)
    reports = {name: FileReport(sheet.file, mends=sheet.mends) for name, sheet in sheets.items()}
    if any(sheet.faults and not sheet.rows for sheet in sheets.values()):
        # Without one of the files the others name places and sources that nobody knows.
        raise Refused(faults)
    wishes = [wish for name, sheet in sheets.items() for wish in wishes_of(program, name, sheet)]
    plans = plan_wishes(program, wishes, datetime.combine(today, at.timetz()), decided=True)
    if faults := [*faults, *faults_told(wishes, plans.read, program)]:
        raise Refused(faults)
    reason = _("Loaded from the folder %(folder)s") % {"folder": folder.name}
    outcomes = _write(plans.made, program, lambda: open_change(by=by, reason=reason, at=at))
    for plan, outcome in zip(plans.made, outcomes, strict=True):
        name = f"citation:{plan.name}" if plan.wish.action == CONTRADICT else plan.name
        reports[_sheet_of(plan)].outcomes.append((plan.wish.row, name, outcome))
    for name, report in reports.items():
        report.absent = _absent(name, report, program)
        progress(report.file, len(report.outcomes), len(report.outcomes))
    return list(reports.values())


def _write(
    plans: Sequence[Plan], program: Program, opened: Callable[[], Moment]
) -> Iterator[Outcome]:
    """What became of each plan; those that change nothing are left alone."""
    changing = [plan for plan in plans if plan.changes]
    written = iter(write_plans(changing, program, opened()) if changing else ())
    return (next(written) if plan.changes else Outcome.UNCHANGED for plan in plans)


def _sheet_of(plan: Plan) -> str:
    return CONTRADICTIONS_FILE if plan.wish.action == CONTRADICT else plan.kind.kind.value


def _absent(name: str, report: FileReport, program: Program) -> list[str]:
    """The facts of a kind that are on record and not in its file."""
    if name == CONTRADICTIONS_FILE:
        return []
    owner = None if KINDS[name].shared else program
    current = MODELS[name]._default_manager.filter(superseded_at=None, fact__program=owner)
    if name == FactKind.SOURCE:
        # Those that only other programs cite stand in the folders of these.
        elsewhere = cited_elsewhere(Citation.objects.current(), program.slug)
        current = current.exclude(fact__key__in=elsewhere)
    given = {fact for _row, fact, _outcome in report.outcomes}
    keys = current.values_list("fact__key", flat=True)
    return sorted({f"{name}:{key}" for key in keys} - given)
