"""A copy of the record to try things out in: writers do not wait for it, nor it for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction
from django.db.backends.utils import CursorWrapper

from jurisdictions.models import Change, Fact
from jurisdictions.models.base import Version

SQLITE = "sqlite"
_REFERENCE = re.compile(r' REFERENCES "\w+" \("\w+"\)(?: DEFERRABLE INITIALLY DEFERRED)?')
_INDEX = re.compile(r"^CREATE (UNIQUE )?INDEX ")


@contextmanager
def trial() -> Iterator[None]:
    """Within it the record may be written to; afterwards all is as it was.

    The tables of changes, facts and their versions are shadowed by copies of the same names, which
    this connection alone sees: the code that writes the record writes there. All is read as it
    stood when the trial began, and no lock is taken that a writer would have to wait for. Within a
    transaction the trial sees what that transaction sees.
    """
    with _snapshot(), transaction.atomic():
        with connection.cursor() as cursor:
            shadow = _shadow_in_sqlite if connection.vendor == SQLITE else _shadow_in_postgresql
            for model in written_models():
                shadow(cursor, model._meta.db_table)
        yield
        transaction.set_rollback(True)


def written_models() -> list[type[models.Model]]:
    """The tables that a change of the record writes to."""
    versions = [one for one in apps.get_models() if issubclass(one, Version)]
    return [Change, Fact, *versions]


@contextmanager
def _snapshot() -> Iterator[None]:
    """A transaction that reads one state of the record and locks nothing; the one that runs."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == SQLITE:
        sqlite: Any = connection
        usual = sqlite.transaction_mode
        # "Immediate" takes the write lock when the transaction begins.
        sqlite.transaction_mode = "DEFERRED"
        try:
            with transaction.atomic():
                sqlite.transaction_mode = usual
                yield
        finally:
            sqlite.transaction_mode = usual
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield


def _shadow_in_sqlite(cursor: CursorWrapper, table: str) -> None:
    """The table with its constraints, rows and indexes, but for references: those stay inside."""
    cursor.execute(
        "SELECT type, sql FROM main.sqlite_master"
        " WHERE tbl_name = %s AND sql IS NOT NULL ORDER BY type DESC",
        [table],
    )
    for kind, sql in cursor.fetchall():
        if kind == "table":
            alone = _REFERENCE.sub("", sql).replace("CREATE TABLE", "CREATE TEMP TABLE", 1)
            cursor.execute(alone, None)
            cursor.execute(f'INSERT INTO temp."{table}" SELECT * FROM main."{table}"')  # noqa: S608 - our own table's name
        elif kind == "index":
            cursor.execute(_INDEX.sub(r"CREATE \1INDEX temp.", sql), None)


def _shadow_in_postgresql(cursor: CursorWrapper, table: str) -> None:
    """The table with its constraints, rows and indexes; new rows are numbered after those."""
    cursor.execute("SELECT current_schema()")
    schema = cursor.fetchone()[0]
    cursor.execute(
        f'CREATE TEMP TABLE "{table}" (LIKE "{schema}"."{table}" INCLUDING ALL) ON COMMIT DROP'
    )
    cursor.execute(f'INSERT INTO pg_temp."{table}" SELECT * FROM "{schema}"."{table}"')  # noqa: S608 - our own table's name
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence('pg_temp.{table}', 'id'), max(id))"  # noqa: S608 - our own table's name
        f' FROM pg_temp."{table}" HAVING max(id) IS NOT NULL'
    )
    cursor.execute(f'ANALYZE pg_temp."{table}"')
