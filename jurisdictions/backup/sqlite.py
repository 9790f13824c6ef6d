"""SQLite: a copy while it is in use, and a copy put in its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections
from django.utils.translation import gettext as _

from jurisdictions.backup.manifest import BackupRefused

FILE = "database.sqlite3"


def copy_sqlite(to: Path) -> None:
    """The whole database as it is at one moment; writers go on meanwhile (SQLite's online copy).

    Raises sqlite3.Error, BackupRefused for a database whose file is gone.
    """
    source = Path(connections[DEFAULT_DB_ALIAS].settings_dict["NAME"])
    if not source.is_file():
        raise BackupRefused(_("There is no database at %(path)s.") % {"path": source})
    # Read only: opened otherwise, a file that vanished would be made anew, empty.
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as reading,
        closing(sqlite3.connect(to)) as copy,
    ):
        reading.backup(copy)


def faults_of_sqlite(file: Path) -> list[str]:
    """What SQLite itself finds damaged; nothing for a sound file."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as reading:
            told = [str(row[0]) for row in reading.execute("PRAGMA integrity_check")]
            keys = reading.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        return [str(error)]
    broken = [
        _("Row %(row)s of %(table)s names a row of %(to)s that is not there.")
        % {"row": row, "table": table, "to": to}
        for table, row, to, _which in keys
    ]
    return [one for one in told if one != "ok"] + broken
