"""Write the data package of an edition: a zip that anybody can read, check and load again."""

from __future__ import annotations

from argparse import ArgumentParser
from errno import ENOENT
from os import strerror
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk, NothingPublished, ask
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.package.kept import make_package
from jurisdictions.render.files.package.names import package_name
from jurisdictions.shelf.sealed import write_whole


class Command(BaseCommand):
    """`manage.py export_package [--program SLUG] [--edition N] [--to PATH]`."""

    help = "Writes the data package of an edition (the newest, unless another is named)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--program", default="", help="its slug (default: that of the site)")
        parser.add_argument("--edition", default="", help="its number (default: the newest)")
        parser.add_argument(
            "--to", type=Path, help="a folder or a file to write it to (default: DATA_DIR/exports)"
        )

    def handle(
        self, *args: Any, program: str, edition: str, to: Path | None, **options: Any
    ) -> None:
        as_of = _asked(program, str(edition))
        made, name = make_package(as_of), f"{package_name(as_of)}.zip"
        path = to or Path(settings.DATA_DIR) / "exports" / name
        path = path / name if path.is_dir() else path
        try:
            if to is None or path.parent.is_dir():
                write_whole(path, made.content)
            else:
                raise FileNotFoundError(ENOENT, strerror(ENOENT))
        except OSError as wrong:
            raise CommandError(f"{path}: {wrong.strerror}") from wrong
        said = _("%(path)s: %(size)d bytes, SHA-256 %(digest)s")
        told = {"path": path, "size": made.size, "digest": made.sha256}
        self.stdout.write(self.style.SUCCESS(said % told))


def _asked(program: str, edition: str) -> AsOf:
    try:
        return ask(program=program, edition=edition, today=timezone.localdate())
    except BadAsk as bad:
        raise CommandError(f"--{bad.parameter}: {bad.message}") from None
    except NothingPublished:
        raise CommandError(_("There is no edition yet: publish one first.")) from None
