"""Whether a database of SQLite went away from a folder that was in use: then none is made anew."""

from __future__ import annotations

from pathlib import Path

from django.db import connection

TRACES = ("newest", "evidence", "uploads", "watched")
"""What a tracker that was in use leaves in DATA_DIR: a file, or folders that nothing makes anew."""
BESIDE = ("-wal", "-shm")
"""What SQLite has beside a database that is open."""


def vanished_database(folder: Path) -> str:
    """What is wrong, and what to do; "" where the database is there, or never was."""
    if connection.vendor != "sqlite":
        return ""
    file = Path(connection.settings_dict["NAME"])
    if file.exists():
        return ""
    found = [folder / name for name in TRACES if _holds_something(folder / name)]
    found += [one for end in BESIDE if (one := file.with_name(file.name + end)).exists()]
    if not found:
        return ""
    return (
        f"The database {file} is gone, but a tracker was in use here: there is {found[0]}. "
        f"Put the database back. Or restore a backup: move {folder} away, then manage.py restore. "
        "To begin anew with an empty one: manage.py migrate."
    )


def _holds_something(path: Path) -> bool:
    return path.is_file() or (path.is_dir() and any(one.is_file() for one in path.rglob("*")))
