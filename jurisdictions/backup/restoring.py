"""Put a backup back into an empty place: nothing that stands is ever written over."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from shlex import split

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from jurisdictions.backup.looking import counts_of
from jurisdictions.backup.making import FOLDERS, HALF
from jurisdictions.backup.manifest import BackupRefused, Manifest, damaged, read_manifest
from jurisdictions.backup.postgresql import FILE as DUMP
from jurisdictions.backup.postgresql import restore_postgresql
from jurisdictions.backup.secrets_apart import PRIVATE
from jurisdictions.backup.sqlite import FILE as COPY

KEY = "SECRET_KEY"


def restore_backup(folder: Path, secrets: Path | None = None) -> Manifest:
    """Restore into this tracker's database and DATA_DIR, both empty; what it holds.

    `secrets`: the file of keys written beside the backup; its SECRET_KEY becomes DATA_DIR's own
    where the environment sets none. Raises BackupRefused, with nothing written, where something
    stands already, a file is damaged, or this code is older than the backup.
    """
    manifest = sound_backup(folder)
    key = _key_in(secrets) if secrets else ""
    _demand_empty()
    for name in FOLDERS:
        _put_files(folder, name, manifest)
    _put_database(folder, manifest)
    if key:
        _put_key(key)
    return manifest


def sound_backup(folder: Path) -> Manifest:
    """The manifest of a backup that is whole and that this code can read; else BackupRefused."""
    manifest = read_manifest(folder)
    if manifest.vendor != connection.vendor:
        why = _("The backup is of %(one)s, and DATABASE_URL names %(other)s.")
        raise BackupRefused(why % {"one": manifest.vendor, "other": connection.vendor})
    found = damaged(folder, manifest)
    if (copy := COPY if connection.vendor == "sqlite" else DUMP) not in manifest.files:
        found.append(_("%(path)s is missing.") % {"path": copy})
    if found:
        raise BackupRefused("\n".join([_("The backup is damaged:"), *found]))
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if newer := [one for one in manifest.migrations if one not in known]:
        why = _("The backup was made by a newer version of the tracker, which has %(names)s.")
        raise BackupRefused(why % {"names": ", ".join(newer)})
    return manifest


def differing_counts(manifest: Manifest, found: Mapping[str, int]) -> list[str]:
    """One sentence for each table that holds other rows than the backup says."""
    tables = sorted({*manifest.counts, *found})
    return [
        _("%(table)s: %(one)d rows were backed up, %(other)d came back.")
        % {"table": table, "one": manifest.counts.get(table, 0), "other": found.get(table, 0)}
        for table in tables
        if manifest.counts.get(table, 0) != found.get(table, 0)
    ]


def _demand_empty() -> None:
    database = connections[DEFAULT_DB_ALIAS]
    name = database.settings_dict["NAME"]
    if database.vendor == "sqlite":
        stands = Path(name).exists()
    else:
        with database.cursor() as cursor:
            stands = bool(database.introspection.table_names(cursor))
    if stands:
        why = _("The database %(name)s is not empty: a backup is restored into an empty place.")
        raise BackupRefused(why % {"name": name})
    for folder in (Path(settings.DATA_DIR) / name for name in FOLDERS):
        if folder.is_dir() and any(path.is_file() for path in folder.rglob("*")):
            raise BackupRefused(_("%(folder)s is not empty.") % {"folder": folder})


def _put_files(folder: Path, name: str, manifest: Manifest) -> None:
    for path in manifest.files:
        if path.startswith(f"{name}/"):
            place = Path(settings.DATA_DIR) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / path, place)


def _put_database(folder: Path, manifest: Manifest) -> None:
    if connection.vendor != "sqlite":
        restore_postgresql(folder / DUMP)
    else:
        place = Path(connection.settings_dict["NAME"])
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(place.name + HALF)
        shutil.copyfile(folder / COPY, half)
        half.rename(place)
    if wrong := differing_counts(manifest, counts_of(DEFAULT_DB_ALIAS)):
        raise BackupRefused("\n".join(wrong))


def _key_in(file: Path) -> str:
    try:
        words = split(file.read_text(encoding="utf-8"), comments=True)
    except (OSError, ValueError) as error:
        why = _("%(file)s cannot be read: %(error)s.")
        raise BackupRefused(why % {"file": file, "error": error}) from error
    found = [word.removeprefix(f"{KEY}=") for word in words if word.startswith(f"{KEY}=")]
    if not found:
        raise BackupRefused(_("%(file)s has no SECRET_KEY.") % {"file": file})
    return found[-1]


def _put_key(key: str) -> None:
    """The key of before: with another nobody's second factor and no link in a mail would work."""
    given = os.environ.get(KEY, "")
    if given and given != key:
        why = _("Restored; but SECRET_KEY is set and is not that of the backup: set that one.")
        raise BackupRefused(why)
    if not given:
        path = Path(settings.DATA_DIR) / "secret-key"
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, PRIVATE), "w") as file:
            file.write(key)
