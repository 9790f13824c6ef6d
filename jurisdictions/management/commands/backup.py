"""Back up the database, the evidence and the uploads while the tracker serves."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from jurisdictions.backup.making import make_backup
from jurisdictions.backup.manifest import BackupRefused


class Command(BaseCommand):
    """`manage.py backup [--to FOLDER] [--keep N] [--secrets-to FOLDER]`."""

    help = "Backs up what cannot be made again into a new folder, while the tracker serves."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--to",
            type=Path,
            help="the folder of all backups (default: BACKUP_TO, else DATA_DIR/backups)",
        )
        parser.add_argument("--keep", type=int, default=0, help="how many stay (default: all)")
        parser.add_argument(
            "--secrets-to", type=Path, help="where the keys are written (default: secrets in --to)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        to = options["to"] or settings.BACKUP_TO or Path(settings.DATA_DIR) / "backups"
        try:
            made = make_backup(
                to, at=timezone.now(), keep=options["keep"], secrets=options["secrets_to"]
            )
        except (BackupRefused, OSError) as refused:
            raise CommandError(str(refused)) from None
        for folder in made.removed:
            self.stdout.write(_("Removed: %(folder)s") % {"folder": folder})
        size = sum(kept.size for kept in made.manifest.files.values()) / 1_000_000
        told = {"folder": made.folder, "files": len(made.manifest.files), "size": f"{size:.1f}"}
        said = _("Backed up: %(folder)s (%(files)d files, %(size)s MB)")
        self.stdout.write(self.style.SUCCESS(said % told))
        said = _("The keys are apart: %(file)s. Keep them elsewhere than the backup.")
        self.stdout.write(said % {"file": made.secrets})
