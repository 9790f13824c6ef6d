"""Read a folder of fact files into the record: every row checked, all rows or none."""

from __future__ import annotations

import getpass
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from jurisdictions.record.changing.moments import Outcome
from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.folder import FileReport, load_folder
from jurisdictions.record.ingest.folder_files import shipped_folders

SHOWN = 200
"""Rows that are listed one by one before the rest are only counted (all with --verbosity 2)."""


class Command(BaseCommand):
    """`manage.py load_facts [FOLDER ...] [--dry-run]`."""

    help = "Reads folders of fact files into the record, of each folder all rows or none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", type=Path, nargs="*", help="default: those that ship with the tracker"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="check and report, write nothing"
        )
        parser.add_argument("--by", default="", help="who loads (default: this account)")

    def handle(
        self, *args: Any, folder: list[Path], dry_run: bool, by: str, **options: Any
    ) -> None:
        reports: list[FileReport] = []
        for one in folder or shipped_folders():
            found = self._load(one, dry_run=dry_run, by=by)
            for report in found:
                self._say(report, options["verbosity"])
            reports += found
        self._close(reports, dry_run)

    def _load(self, folder: Path, *, dry_run: bool, by: str) -> list[FileReport]:
        now = timezone.now()
        bar = tqdm(unit=" rows", disable=None, leave=False, file=self.stderr)

        def progress(file: str, done: int, total: int) -> None:
            bar.set_description(file, refresh=False)
            bar.total = total
            bar.n = done
            bar.refresh()

        try:
            return load_folder(
                folder,
                today=now.date(),
                by=by or f"load_facts ({getpass.getuser()})",
                at=now,
                dry_run=dry_run,
                progress=progress,
            )
        except Refused as refused:
            bar.close()
            self._say_refused(refused)
            raise SystemExit(1) from None
        finally:
            bar.close()

    def _say_refused(self, refused: Refused) -> None:
        for fault in refused.faults:
            self.stdout.write(self.style.ERROR(_("rejected  %(fault)s") % {"fault": fault}))
        count = len(refused.faults)
        said = _("Nothing was recorded: %(count)d faults above.") % {"count": count}
        self.stderr.write(self.style.ERROR(said))

    def _say(self, report: FileReport, verbosity: int) -> None:
        counts = ", ".join(
            f"{report.count(outcome)} {outcome.value}"
            for outcome in Outcome
            if report.count(outcome)
        )
        self.stdout.write(f"{report.file}: {counts}")
        for mend in report.mends:
            self.stdout.write(_("  mended: %(mend)s") % {"mend": mend})
        told = [row for row in report.outcomes if row[2] is not Outcome.UNCHANGED or verbosity > 1]
        shown = told if verbosity > 1 else told[:SHOWN] if len(told) <= SHOWN else []
        for row, name, outcome in shown:
            self.stdout.write(f"  {outcome.value:<9} {report.file}:{row} {name}")
        if told and not shown:
            self.stdout.write(_("  (use --verbosity 2 for a line per row)"))
        for name in report.absent:
            said = _("  %(name)s is on record and not in the file: it stays") % {"name": name}
            self.stdout.write(said)

    def _close(self, reports: list[FileReport], dry_run: bool) -> None:
        changed = sum(len(report.outcomes) - report.count(Outcome.UNCHANGED) for report in reports)
        if not changed:
            said = _("Nothing to change: the record already says all of this.")
        elif dry_run:
            said = _("Dry run: %(count)d rows would change; nothing was written.")
        else:
            said = _("Recorded: %(count)d rows changed.")
        self.stdout.write(self.style.SUCCESS(said % {"count": changed} if changed else said))
