"""The database: it answers, is of this code's version, writes texts whole, agrees on the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import DatabaseError, connection
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor

from jurisdictions.operating.doctor.finding import Finding, error, warning
from jurisdictions.read.newest import editions_standing

CLOCK_SECONDS = 2.0
POSTGRESQL = "postgresql"
THREADS, WORKERS_OWN = 5, 8
"""Connections that a web process may hold (a thread each, and one that watches), and a worker."""


def of_database(clock: Callable[[], datetime], web_workers: int) -> Iterator[Finding]:
    """Findings of the database as it is connected to; the first is that it does not answer."""
    try:
        connection.ensure_connection()
    except DatabaseError as wrong:
        yield error(
            "database.away",
            f"The database does not answer: {str(wrong).strip()}",
            "Only what was read before is served, and nothing can be written.",
            "Start it, or correct DATABASE_URL: name, user, password, host, port.",
        )
        return
    found = list(_of_migrations())
    yield from found
    if connection.vendor == POSTGRESQL:
        yield from _of_postgresql(clock, web_workers)
    else:
        yield from _of_sqlite()
    if not found:
        yield from _of_editions()


def _of_migrations() -> Iterator[Finding]:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        known, applied = set(executor.loader.disk_migrations), executor.loader.applied_migrations
    except (DatabaseError, InconsistentMigrationHistory) as wrong:
        yield error(
            "database.migrations",
            f"What was migrated cannot be read: {str(wrong).strip()}",
            "It is unknown whether the tables are those of this code.",
            "Give the tracker's account rights to the tables, and run manage.py migrate.",
        )
        return
    if waiting:
        yield error(
            "database.behind",
            f"{len(waiting)} migrations wait, the first is {waiting[0][0]}.",
            "Pages and jobs that ask for new tables or columns fail.",
            "Run manage.py migrate.",
        )
    if newer := sorted(one for one in applied if one[0] == "jurisdictions" and one not in known):
        yield error(
            "database.ahead",
            f"The database has migrations that this code does not know: {newer[0][1]}.",
            "Newer code wrote it; older code may write rows that newer code refuses.",
            "Run the newer code, or restore a backup of before.",
        )


def _of_editions() -> Iterator[Finding]:
    if not editions_standing():
        yield warning(
            "editions.none",
            "Nothing is published.",
            "Every page answers 503 until there is an edition.",
            "Run manage.py load_facts and manage.py publish.",
        )


def _of_sqlite() -> Iterator[Finding]:
    (mode,) = _row("PRAGMA journal_mode")
    if mode not in {"wal", "memory"}:
        yield error(
            "sqlite.journal",
            f"SQLite writes its journal as “{mode}”, not ahead (wal).",
            "Readers and writers wait for each other; so it is on network disks.",
            "Put DATA_DIR on a disk of this machine, or use PostgreSQL.",
        )
    if _row("PRAGMA quick_check(1)")[0] != "ok":
        yield error(
            "sqlite.damaged",
            "SQLite finds its file damaged.",
            "Rows may be missing or wrong.",
            "Stop the tracker, keep the file, and restore the newest backup.",
        )


def _of_postgresql(clock: Callable[[], datetime], web_workers: int) -> Iterator[Finding]:
    if (encoding := _row("SHOW server_encoding")[0]) != "UTF8":
        yield error(
            "postgresql.encoding",
            f"The database's encoding is {encoding}.",
            "Names and Spanish texts are refused or garbled.",
            "Create it with --encoding=UTF8 and restore a backup into it.",
        )
    yield from _of_collation()
    # On a busy machine the question itself takes long: its answer is from between the two.
    before = clock()
    moment = _row("SELECT clock_timestamp()")[0].astimezone(UTC)
    apart = max(before - moment, moment - clock()).total_seconds()
    if apart > CLOCK_SECONDS:
        yield warning(
            "clock.apart",
            f"The clocks of the database and of this machine are {apart:.0f} s apart.",
            "What happened after is written down as before, and jobs change hands too early.",
            "Let both machines keep time (systemd-timesyncd, chrony).",
        )
    wanted, room = web_workers * THREADS + WORKERS_OWN, int(_row("SHOW max_connections")[0])
    if wanted > room - 3:
        yield warning(
            "postgresql.connections",
            f"{web_workers} web processes and a worker may hold {wanted} connections of {room}.",
            "When all are in use, readers are answered 503.",
            "Raise max_connections, or lower WEB_WORKERS.",
        )


def _of_collation() -> Iterator[Finding]:
    written, actual = _row(
        "SELECT datcollversion, pg_database_collation_actual_version(oid)"
        " FROM pg_database WHERE datname = current_database()"
    )
    if written and actual and written != actual:
        yield warning(
            "postgresql.collation",
            f"The database was sorted by version {written} of its collation, the system has"
            f" {actual}.",
            "Indexes of texts may miss rows.",
            "REINDEX DATABASE, then ALTER DATABASE ... REFRESH COLLATION VERSION.",
        )


def _row(sql: str) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        row: tuple[Any, ...] = cursor.fetchone()
    return row
