"""Try a backup: put it into a database beside the tracker's, and compare what comes back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection, connections
from django.utils.translation import gettext as _

from jurisdictions.backup.looking import beside, counts_of, editions_of, migrations_of
from jurisdictions.backup.making import FOLDERS
from jurisdictions.backup.manifest import Manifest
from jurisdictions.backup.postgresql import FILE as DUMP
from jurisdictions.backup.postgresql import restore_postgresql, scratch_database
from jurisdictions.backup.restoring import differing_counts, sound_backup
from jurisdictions.backup.sqlite import FILE as COPY
from jurisdictions.backup.sqlite import faults_of_sqlite


def faults_of_backup(folder: Path) -> tuple[Manifest, list[str]]:
    """What the backup holds, and one sentence for each thing that did not come back as it was.

    Leaves the tracker's own database and folders alone. Raises BackupRefused for one that is
    damaged or of newer code, and as postgresql.scratch_database.
    """
    manifest = sound_backup(folder)
    with _restored(folder) as (alias, faults):
        faults += _unsound(folder, alias)
        faults += differing_counts(manifest, counts_of(alias))
        faults += _differing_editions(manifest, editions_of(alias))
        if migrations_of(alias) != manifest.migrations:
            faults.append(_("The migrations are not those that were backed up."))
    return manifest, faults


@contextmanager
def _restored(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The alias of a scratch database with the backup in it, and what was damaged there."""
    if connection.vendor == "sqlite":
        with TemporaryDirectory(prefix="tracker-tried-") as scratch:
            file = Path(scratch) / COPY
            shutil.copyfile(folder / COPY, file)
            faults = faults_of_sqlite(file)
            with beside(file) as alias:
                yield alias, faults
        return
    with scratch_database() as name:
        restore_postgresql(folder / DUMP, name)
        with beside(name) as alias:
            yield alias, []


def _unsound(folder: Path, alias: str) -> list[str]:
    """What `check_record` finds in the restored database and the files beside it.

    A process of its own asks: what it imports knows one database, and that is the tracker's here.
    """
    name = connections[alias].settings_dict["NAME"]
    with TemporaryDirectory(prefix="tracker-asked-") as scratch:
        for kept in FOLDERS:
            if (folder / kept).is_dir():
                (Path(scratch) / kept).symlink_to((folder / kept).resolve())
        asked = subprocess.run(
            [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "check_record"],
            env={**os.environ, "DATA_DIR": scratch, "DATABASE_URL": _address(str(name))},
            capture_output=True,
            text=True,
            check=False,
        )
    if not asked.returncode:
        return []
    return asked.stdout.splitlines() or [asked.stderr.strip()]


def _address(name: str) -> str:
    """DATABASE_URL with another database in it."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    told = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit((told.scheme, told.netloc, f"/{name}", told.query, ""))


def _differing_editions(manifest: Manifest, found: dict[str, str]) -> list[str]:
    programs = sorted({*manifest.editions, *found})
    return [
        _("%(program)s: the newest edition says something else than when it was backed up.")
        % {"program": program}
        for program in programs
        if manifest.editions.get(program) != found.get(program)
    ]
