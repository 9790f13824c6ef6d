"""Typeset place reports for a bulk job: geoids come in by line, each goes out when it is made."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from jurisdictions.read.asking import ask
from jurisdictions.render.reports.bulk.make import typeset_one

PATIENCE = 5
"""How far this process stands back behind those that answer readers."""


class Command(BaseCommand):
    """`manage.py typeset_reports --edition N --on DAY FOLDER < GEOIDS`."""

    help = "Typesets the reports of the places whose geoids are given, one file each."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--program", default=settings.DEFAULT_PROGRAM)
        parser.add_argument("--edition", default="")
        parser.add_argument("--on", default="")
        parser.add_argument("--language", default="en")
        parser.add_argument("--site-url", default=settings.SITE_URL)
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, site_url: str, **options: Any) -> None:
        os.nice(PATIENCE)
        as_of = ask(
            program=options["program"],
            edition=options["edition"],
            date=options["on"],
            language=options["language"],
            today=timezone.localdate(),
        )
        folder.mkdir(parents=True, exist_ok=True)
        for line in iter(sys.stdin.readline, ""):
            geoid = line.strip()
            typeset_one(as_of, geoid, folder, site_url)
            self.stdout.write(geoid)
            self.stdout.flush()
