"""Try whether a backup would come back."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from django.utils.translation import gettext as _

from jurisdictions.backup.manifest import BackupRefused
from jurisdictions.backup.verifying import faults_of_backup


class Command(BaseCommand):
    """`manage.py verify FOLDER`."""

    help = "Restores a backup into a scratch database and compares what comes back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="the folder of one backup")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            manifest, faults = faults_of_backup(folder)
        except (BackupRefused, OSError, Error) as refused:
            raise CommandError(str(refused)) from None
        if faults:
            raise CommandError("\n".join([_("The backup does not come back whole:"), *faults]))
        told = {"files": len(manifest.files), "tables": len(manifest.counts)}
        told["rows"] = sum(manifest.counts.values())
        said = _("It comes back: %(files)d files, %(tables)d tables, %(rows)d rows, every edition.")
        self.stdout.write(self.style.SUCCESS(said % told))
