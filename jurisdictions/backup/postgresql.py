"""PostgreSQL: its own dump of one moment, and the way back; a database beside, to try a dump."""

from __future__ import annotations

import os
import secrets
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.utils.translation import gettext as _

from jurisdictions.backup.manifest import BackupRefused

FILE = "database.dump"
Told = TypeVar("Told")


def dump_postgresql(to: Path, look: Callable[[str], Told]) -> Told:
    """Dump the database, and answer what `look(alias)` saw of the very moment that is dumped.

    Raises BackupRefused with what pg_dump says.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
        told = look(DEFAULT_DB_ALIAS)
        _run(
            "pg_dump",
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            f"--snapshot={snapshot}",
            f"--file={to}",
        )
    return told


def restore_postgresql(file: Path, database: str | None = None) -> None:
    """Put a dump into an empty database, whole or not at all; by default the tracker's own.

    Raises BackupRefused with what pg_restore says.
    """
    name = database or connections[DEFAULT_DB_ALIAS].settings_dict["NAME"]
    _run(
        "pg_restore",
        "--no-owner",
        "--no-privileges",
        "--exit-on-error",
        "--single-transaction",
        f"--dbname={name}",
        str(file),
    )


@contextmanager
def scratch_database() -> Iterator[str]:
    """The name of an empty database on the same server, dropped afterwards.

    Raises django.db.Error where the account may make none.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    name = f"{connection.settings_dict['NAME']}_tried_{secrets.token_hex(4)}"
    quoted = connection.ops.quote_name(name)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {quoted} TEMPLATE template0")
    try:
        yield name
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {quoted}")


def _run(program: str, *words: str) -> None:
    found = which(program)
    if found is None:
        why = _("%(program)s is not installed here: it comes with PostgreSQL's client programs.")
        raise BackupRefused(why % {"program": program})
    ended = subprocess.run(
        [found, *words], env=_environment(), capture_output=True, text=True, check=False
    )
    if ended.returncode:
        why = _("%(program)s ended with: %(said)s")
        raise BackupRefused(why % {"program": program, "said": ended.stderr.strip()})


def _environment() -> dict[str, str]:
    """How PostgreSQL's programs are told the server; a password in their words could be seen."""
    told = connections[DEFAULT_DB_ALIAS].settings_dict
    named = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    own = {variable: str(told[name]) for variable, name in named.items() if told.get(name)}
    return {**os.environ, **own}
