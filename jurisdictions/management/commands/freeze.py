"""Write the public site of an edition as files that any web server serves."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from jurisdictions.freezing.checking import faults_of
from jurisdictions.freezing.making import FreezeRefused, freeze
from jurisdictions.freezing.minisign import Key, KeyRefused, read_key, write_key
from jurisdictions.read.asking import NothingPublished

EVERY_S = 2.0
SHOWN = 20


class Command(BaseCommand):
    """`manage.py freeze EDITION --to FOLDER`, `--check FOLDER` or `--new-key FILE`."""

    help = "Writes the public site of an edition as files that any web server serves, signed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("edition", nargs="?", help="newest, or the number of what stands")
        parser.add_argument("--to", type=Path, help="the folder; one that is there is replaced")
        parser.add_argument(
            "--states", nargs="+", default=[], help="FIPS codes: the places of these alone"
        )
        parser.add_argument("--check", type=Path, help="look through a frozen folder")
        parser.add_argument("--new-key", type=Path, help="make a key to sign with (see FREEZE_KEY)")

    def handle(self, *args: Any, **options: Any) -> None:
        self.said = 0.0
        try:
            if options["new_key"]:
                self._new_key(options["new_key"])
            elif options["check"]:
                self._check(options["check"])
            elif options["edition"] and options["to"]:
                self._freeze(options["edition"], options["to"], options["states"])
            else:
                raise CommandError(_("Say what to freeze and where: freeze newest --to FOLDER"))
        except NothingPublished:
            raise CommandError(_("Nothing is published yet.")) from None
        except (FreezeRefused, KeyRefused, OSError) as refused:
            raise CommandError(str(refused)) from None

    def _new_key(self, file: Path) -> None:
        key = write_key(file)
        self.stdout.write(
            _("The key is in %(file)s. Keep it apart from the data.") % {"file": file}
        )
        self.stdout.write(key.public_text)

    def _freeze(self, edition: str, to: Path, states: list[str]) -> None:
        made = freeze(
            edition,
            to,
            at=timezone.now(),
            key=self._key(),
            told=self._told,
            states=frozenset(states),
        )
        said = _("Frozen: %(folder)s (%(files)d files, %(size)s MB; %(changed)d other than before)")
        size = f"{made.size / 1_000_000:.1f}"
        told = {"folder": to, "files": made.files, "size": size, "changed": made.changed}
        self.stdout.write(self.style.SUCCESS(said % told))
        self._check(to)

    def _check(self, folder: Path) -> None:
        faults = faults_of(folder)
        for fault in faults[:SHOWN]:
            self.stdout.write(fault)
        if faults:
            raise CommandError(_("%(number)d faults in %(folder)s") % _of(faults, folder))
        self.stdout.write(_("Whole: no way leads nowhere, and every file is as it was signed."))

    def _key(self) -> Key | None:
        if not settings.FREEZE_KEY:
            self.stdout.write(_("Not signed: FREEZE_KEY names no key."))
            return None
        return read_key(Path(settings.FREEZE_KEY))

    def _told(self, done: int, known: int) -> None:
        now = time.monotonic()
        if now - self.said >= EVERY_S:
            self.said = now
            self.stdout.write(_("%(done)d of %(known)d") % {"done": done, "known": known})


def _of(faults: list[str], folder: Path) -> dict[str, object]:
    return {"number": len(faults), "folder": folder}
