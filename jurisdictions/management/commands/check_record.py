"""Ask of the record whether it is sound."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from jurisdictions.record.soundness.asking import faults_of_record


class Command(BaseCommand):
    """`manage.py check_record [--json]`."""

    help = "Asks every invariant of the record, and names what is wrong. Changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one line of JSON a fault")

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        for one in faults_of_record():
            count += 1
            told = (
                json.dumps({"where": one.where, "what": one.what}) if options["json"] else str(one)
            )
            self.stdout.write(told)
        if count:
            raise CommandError(
                _("The record is not sound: %(number)d findings.") % {"number": count}
            )
        if not options["json"]:
            self.stdout.write(self.style.SUCCESS(_("The record is sound.")))
