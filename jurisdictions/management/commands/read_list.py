"""Read the lists that an agency publishes into proposals, or into the record at once."""

from __future__ import annotations

import getpass
import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from jurisdictions.record.lists import programs_with_lists, recording_of

LOCKED = "database is locked"
"""What SQLite says when somebody else has been writing for longer than it waits."""


class Command(BaseCommand):
    """`manage.py read_list FILE... [--listed-on DAY] [--dry-run] [--record] [--json]`."""

    help = "Reads lists of agencies: each becomes a proposal, or with --record a change at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", type=Path, nargs="+", help="a workbook, a CSV file or a saved page"
        )
        parser.add_argument(
            "--listed-on", type=date.fromisoformat, help="its day, 2026-05-18 (of one file)"
        )
        parser.add_argument("--dry-run", action="store_true", help="tell, and write nothing")
        parser.add_argument(
            "--record", action="store_true", help="record and publish without a review"
        )
        parser.add_argument(
            "--confirm", action="store_true", help="read it whatever speaks against it"
        )
        parser.add_argument("--json", action="store_true", help="one line of numbers a file")
        parser.add_argument("--by", default="", help="who reads (default: this account)")

    def handle(self, *args: Any, **options: Any) -> None:
        files, day = options["file"], options["listed_on"]
        self.records = options["record"]
        if day and len(files) > 1:
            raise CommandError(_("--listed-on tells the day of one file: read them one by one."))
        recording = recording_of(programs_with_lists()[0])
        asked = recording.Asked(
            by=options["by"] or f"read_list ({getpass.getuser()})",
            at=timezone.now(),
            record=options["record"],
            dry_run=options["dry_run"],
            # Who states the day of an older list has seen that it is one.
            confirmed=options["confirm"] or ({"older"} if day else False),
            listed_on=day,
        )
        # Reading hundreds takes minutes: each is told as it is done.
        opened = tqdm(files, unit="file", leave=False, disable=None if len(files) > 1 else True)
        try:
            outcomes = recording.read_lists(
                opened, asked, lambda outcome: self._say(outcome, as_json=options["json"])
            )
        except OperationalError as wrong:
            # SQLite has one writer at a time, and a list may write for longer than others wait.
            if LOCKED not in str(wrong):
                raise
            raise CommandError(
                _(
                    "Something else is writing to the database, perhaps another list. "
                    "What was told above is done; read the other files again in a minute."
                )
            ) from wrong
        refused = sum(bool(outcome.faults) for outcome in outcomes)
        if refused:
            said = ngettext(
                "%(count)d file was refused; nothing of it was written.",
                "%(count)d files were refused; nothing of them was written.",
                refused,
            )
            raise CommandError(said % {"count": refused})

    def _say(self, outcome: Any, *, as_json: bool) -> None:
        for fault in outcome.faults:
            self.stderr.write(self.style.ERROR(_("refused  %(fault)s") % {"fault": fault}))
        plan = outcome.plan
        if plan is None or outcome.faults:
            return
        if as_json:
            self.stdout.write(json.dumps(plan.numbers(), ensure_ascii=False))
            self.stdout.flush()
            return
        self.stdout.write(self.style.MIGRATE_HEADING(self._heading(outcome)))
        for mend in plan.mends:
            self.stdout.write(_("  understood: %(mend)s") % {"mend": mend})
        for doubt in plan.doubts:
            told = {"row": doubt.row, "column": doubt.column, "value": doubt.value}
            said = _("  row %(row)d, %(column)s “%(value)s”: %(reason)s")
            self.stdout.write(said % {**told, "reason": doubt.reason})
        for question in plan.questions:
            rows = ", ".join(map(str, question.rows))
            told = {"rows": rows, "name": question.name, "state": question.state}
            said = _("  asked: row %(rows)s “%(name)s”, %(state)s: which agency is it? %(of)s")
            of = ", ".join((*question.agencies, *question.places))
            self.stdout.write(said % {**told, "of": of})

    def _heading(self, outcome: Any) -> str:
        plan = outcome.plan
        numbers = plan.numbers()
        if plan.known:
            said = _("%(file)s was read before, as %(list)s: nothing changes.")
            return said % {"file": plan.file, "list": plan.known}
        if plan.proposed and not outcome.proposal and not self.records:
            said = _("%(file)s waits for a reviewer already, as proposal %(id)d: nothing is done.")
            return said % {"file": plan.file, "id": plan.proposed}
        said = _(
            "%(file)s, %(list)s, %(listed_on)s: %(rows)d rows, %(agreements)d agreements; "
            "%(appeared)d appeared, %(changed)d changed, %(gone)d gone, %(renewed)d renewed, "
            "%(relabeled)d relabeled, %(asked)d asked about"
        )
        told = said % {**numbers, "relabeled": numbers["relabelled"]}
        proposed = _("proposal %(id)d") % {"id": outcome.proposal}
        return f"{told} ({proposed})" if outcome.proposal else told
