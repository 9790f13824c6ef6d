"""Say what is misconfigured, in words."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from jurisdictions.operating.doctor.examining import examine, worst
from jurisdictions.operating.doctor.finding import Finding, Level

HEADS = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "NOTE"}


class Command(BaseCommand):
    """`manage.py doctor [--json]`; ends with 2 for an error, 1 for a warning, else 0."""

    help = "Says what is misconfigured: what, why it matters, what to do. Changes nothing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one line of JSON a finding")

    def handle(self, *args: Any, **options: Any) -> None:
        found = examine(timezone.now)
        for one in found:
            self.stdout.write(json.dumps(one.told()) if options["json"] else self._said(one))
        if not options["json"]:
            self.stdout.write(_summed(found))
        if status := int(worst(found)):
            sys.exit(status)

    def _said(self, one: Finding) -> str:
        paint = {Level.ERROR: self.style.ERROR, Level.WARNING: self.style.WARNING}
        head = paint.get(one.level, str)(f"{HEADS[one.level]} {one.key}")
        return f"{head}\n  {one.what}\n  Why: {one.why}\n  Do:  {one.do}\n"


def _summed(found: list[Finding]) -> str:
    if not found:
        return "Nothing is misconfigured."
    counts = [(level, sum(one.level == level for one in found)) for level in reversed(Level)]
    told = (
        f"{count} {level.name.lower()}{'s' if count > 1 else ''}"
        for level, count in counts
        if count
    )
    return f"Found: {', '.join(told)}."
