"""Restore a backup into an empty place."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from jurisdictions.backup.manifest import BackupRefused
from jurisdictions.backup.restoring import restore_backup


class Command(BaseCommand):
    """`manage.py restore FOLDER [--secrets FILE]`."""

    help = "Puts a backup into an empty database and an empty DATA_DIR, and migrates it."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="the folder of one backup")
        parser.add_argument("--secrets", type=Path, help="the file of keys made with it")

    def handle(self, *args: Any, folder: Path, secrets: Path | None, **options: Any) -> None:
        try:
            manifest = restore_backup(folder, secrets)
        except (BackupRefused, OSError) as refused:
            raise CommandError(str(refused)) from None
        call_command("migrate", verbosity=0)
        told = {
            "day": manifest.made_at.isoformat(timespec="seconds"),
            "rows": sum(manifest.counts.values()),
        }
        said = _("Restored what was backed up at %(day)s: %(rows)d rows.")
        self.stdout.write(self.style.SUCCESS(said % told))
        word = _("edition")
        for program, edition in manifest.editions.items():
            self.stdout.write(f"  {program}: {word} {edition.split()[0]}")
