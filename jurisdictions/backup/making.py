"""Make a backup while the tracker serves: the database of one moment, then the files it names."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from jurisdictions.backup.looking import beside, counts_of, editions_of, migrations_of
from jurisdictions.backup.manifest import (
    NAME,
    BackupRefused,
    Kept,
    Manifest,
    kept_as,
    manifest_text,
)
from jurisdictions.backup.postgresql import FILE as DUMP
from jurisdictions.backup.postgresql import dump_postgresql
from jurisdictions.backup.secrets_apart import FOLDER as SECRETS
from jurisdictions.backup.secrets_apart import write_secrets
from jurisdictions.backup.sqlite import FILE as COPY
from jurisdictions.backup.sqlite import copy_sqlite

PREFIX = "tracker-"
HALF = ".half"
"""How the folder of a backup ends that is being made, or that was left unfinished."""
NEVER_CHANGED = "evidence"
FOLDERS = (NEVER_CHANGED, "uploads", "watched")
"""Folders in DATA_DIR that nothing makes anew. A file of evidence is named by its checksum."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that stands: its folder, its manifest, the file of secrets, older ones removed."""

    folder: Path
    manifest: Manifest
    secrets: Path
    removed: tuple[Path, ...]


Seen: TypeAlias = tuple[dict[str, int], dict[str, str], tuple[str, ...]]


def make_backup(to: Path, *, at: datetime, keep: int = 0, secrets: Path | None = None) -> Made:
    """Back up into a new folder inside `to`; whole or not at all, and the disk has it.

    `keep`: how many stay, the oldest go; 0 removes none. `secrets`: where the keys are written,
    `to`/secrets by default. Files of evidence that an earlier backup in `to` has are linked to it.
    Raises BackupRefused, OSError.
    """
    to.mkdir(parents=True, exist_ok=True)
    with _alone(to):
        _clear_unfinished(to)
        name = f"{PREFIX}{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        if (to / name).exists():
            raise BackupRefused(_("%(folder)s is there already.") % {"folder": to / name})
        half = to / f"{name}{HALF}"
        half.mkdir(mode=0o700)
        try:
            manifest = _fill(half, at, newest_backup(to))
        except BaseException:
            shutil.rmtree(half, ignore_errors=True)
            raise
        kept = write_secrets(secrets or to / SECRETS, name, at)
        half.rename(to / name)
        _settle(to)
        return Made(to / name, manifest, kept, _rotate(to, keep))


def backups_in(to: Path) -> list[Path]:
    """Folders of backups that stand, the oldest first."""
    if not to.is_dir():
        return []
    return sorted(
        one for one in to.iterdir() if (one / NAME).is_file() and not one.name.endswith(HALF)
    )


def newest_backup(to: Path) -> Path | None:
    """The folder of the newest backup in `to`."""
    return next(reversed(backups_in(to)), None)


def _fill(folder: Path, at: datetime, before: Path | None) -> Manifest:
    counts, editions, migrations = _copy_database(folder)
    for name in FOLDERS:
        _copy_folder(Path(settings.DATA_DIR) / name, folder / name, before and before / name)
    manifest = Manifest(at, connection.vendor, migrations, counts, editions, _files_of(folder))
    (folder / NAME).write_text(manifest_text(manifest), encoding="utf-8")
    for path in (folder, *folder.rglob("*")):
        _settle(path)
    return manifest


def _copy_database(folder: Path) -> Seen:
    if connection.vendor != "sqlite":
        return dump_postgresql(folder / DUMP, _seen)
    copy_sqlite(folder / COPY)
    with beside(folder / COPY) as alias:
        return _seen(alias)


def _seen(alias: str) -> Seen:
    return counts_of(alias), editions_of(alias), migrations_of(alias)


def _copy_folder(source: Path, to: Path, before: Path | None) -> None:
    """Copy the files of a folder; what a reader deletes meanwhile is left out."""
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        if not path.is_file() or path.name.endswith(HALF):
            continue
        place = to / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        earlier = before / path.relative_to(source) if before else None
        if to.name == NEVER_CHANGED and earlier and _as_large(earlier, path):
            os.link(earlier, place)
            continue
        try:
            shutil.copyfile(path, place)
        except FileNotFoundError:
            place.unlink(missing_ok=True)


def _as_large(earlier: Path, path: Path) -> bool:
    try:
        return earlier.stat().st_size == path.stat().st_size
    except FileNotFoundError:
        return False


def _files_of(folder: Path) -> dict[str, Kept]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): kept_as(path) for path in found}


def _rotate(to: Path, keep: int) -> tuple[Path, ...]:
    gone = tuple(backups_in(to)[:-keep]) if keep else ()
    for folder in gone:
        # Its manifest first: half a backup is never taken for one.
        (folder / NAME).unlink()
        shutil.rmtree(folder)
        (to / SECRETS / f"{folder.name}.env").unlink(missing_ok=True)
    return gone


def _clear_unfinished(to: Path) -> None:
    for path in to.glob(f"{PREFIX}*"):
        if (path.is_dir() and not (path / NAME).is_file()) or path.name.endswith(HALF):
            shutil.rmtree(path)


@contextmanager
def _alone(to: Path) -> Iterator[None]:
    with (to / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            why = _("Another backup is being made in %(folder)s.")
            raise BackupRefused(why % {"folder": to}) from None
        yield


def _settle(path: Path) -> None:
    """What was written is on the disk when this returns."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
