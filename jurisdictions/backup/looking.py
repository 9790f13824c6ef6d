"""What a database holds, told in numbers: rows by table, migrations, the newest editions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.recorder import MigrationRecorder

from jurisdictions.publish.fingerprint import edition_fingerprints

ANOTHER = "beside"
"""The alias of a database that is looked at beside the tracker's own."""


@contextmanager
def beside(name: str | Path) -> Iterator[str]:
    """The alias of another database of the same kind and server, by its name (SQLite: its file)."""
    told = deepcopy(connections[DEFAULT_DB_ALIAS].settings_dict)
    told["NAME"], told["CONN_MAX_AGE"] = name, 0
    connections.databases[ANOTHER] = told
    try:
        yield ANOTHER
    finally:
        connections[ANOTHER].close()
        del connections[ANOTHER]
        del connections.databases[ANOTHER]


def counts_of(alias: str) -> dict[str, int]:
    """The rows of every table."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        counts = {}
        for table in tables:
            # Names come from the database's own catalogue, and are quoted as it quotes them.
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT COUNT(*) FROM {name}")  # noqa: S608
            counts[table] = cursor.fetchone()[0]
    return counts


def migrations_of(alias: str) -> tuple[str, ...]:
    """The migrations that were applied, as "app.name", sorted."""
    applied = MigrationRecorder(connections[alias]).applied_migrations()
    return tuple(sorted(f"{app}.{name}" for app, name in applied))


def editions_of(alias: str) -> dict[str, str]:
    """The newest edition of each program and the checksum of what it says."""
    return edition_fingerprints(using=alias)
