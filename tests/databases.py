"""The tests' databases: each original is made once a run, and copied to every process that asks."""

from __future__ import annotations

import atexit
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from fcntl import LOCK_EX, flock
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from jurisdictions.publish.editions import publish_edition
from jurisdictions.record.ingest.folder import load_folder
from tests.agencies_on_file import write_agencies
from tests.statements import unnoted

LOADED_AT = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
"""When the tests' record begins: before every day on which a test writes, whatever today is."""

SHIPPED = Path(settings.BASE_DIR) / "jurisdictions" / "data" / "secure-communities"
SECTION_287G = SHIPPED.with_name("287g")
SECOND_LOADED_AT = datetime(2026, 11, 23, tzinfo=UTC)

MIGRATED, ONE_PROGRAM, BOTH_PROGRAMS = "migrated", "one_program", "both_programs"
FEW_AGENCIES = "few_agencies"
OwnDatabase = Callable[..., AbstractContextManager[str]]
MADE_FROM = {ONE_PROGRAM: MIGRATED, BOTH_PROGRAMS: ONE_PROGRAM, FEW_AGENCIES: ONE_PROGRAM}


def _originals() -> Path:
    """The folder that the processes of a run share; `TESTS_ORIGINALS` lets runs share one too."""
    if told := os.environ.get("TESTS_ORIGINALS"):
        return Path(told)
    made = mkdtemp(prefix="tracker-originals-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    os.environ["TESTS_ORIGINALS"] = made
    return Path(made)


OURS = "TESTS_ORIGINALS" not in os.environ
ORIGINALS = _originals()


@contextmanager
def working_on(name: str) -> Iterator[None]:
    """A copy of an original of this process's own, as the database of the tests meanwhile.

    No transaction may be open, neither at the beginning nor at the end.
    """
    copy = copied(name)
    try:
        with connected_to(copy):
            yield
    finally:
        drop(copy)


@contextmanager
def on_its_own(folder: Path, *, empty: bool = False, holding: str = MIGRATED) -> Iterator[str]:
    """The address of a database that other processes may use: a copy of an original, or `empty`.

    SQLite: the default file in the folder. PostgreSQL: a database that is dropped at the end.
    """
    if connection.vendor == "sqlite":
        file = folder / "tracker.sqlite3"
        if not empty:
            copied(holding, file)
        yield f"sqlite:///{file}"
        return
    name = _created() if empty else copied(holding)
    try:
        yield f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"
    finally:
        drop(name)


def copied(name: str, to: Path | None = None) -> str:
    """The name of a new copy; with SQLite the path of its file, which may be given.

    On PostgreSQL it lies on the server that DATABASE_URL names, and has to be dropped.
    """
    from_ = original(name)
    if connection.vendor == "sqlite":
        copy = to or Path(settings.DATA_DIR) / f"{name}_{uuid4().hex[:12]}.sqlite3"
        shutil.copyfile(from_, copy)
        return str(copy)
    return _created(from_)


def drop(copy: str) -> None:
    """Take a copy, or an original, away, whoever is still connected to it."""
    if connection.vendor == "sqlite":
        for end in ("", "-wal", "-shm"):
            Path(copy + end).unlink(missing_ok=True)
    else:
        _on_server(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')


def drop_originals() -> None:
    """Those on a server, which outlives the run; files go with their folder."""
    if OURS and connection.vendor != "sqlite":
        for noted in ORIGINALS.glob("*.made"):
            drop(noted.read_text())
            noted.unlink()


def original(name: str) -> str:
    """Where an original is; who asks first makes it, and others wait for them."""
    noted = ORIGINALS / f"{connection.vendor}-{name}.made"
    with noted.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not noted.exists():
            with unnoted():
                noted.write_text(_made(name))
        return noted.read_text()


def _made(name: str) -> str:
    if base := MADE_FROM.get(name):
        made = copied(base, ORIGINALS / f"{name}.sqlite3")
    elif connection.vendor == "sqlite":
        made = str(ORIGINALS / f"{name}.sqlite3")
    else:
        made = _created()
    with connected_to(made):
        _fill(name)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
    return made


def _fill(name: str) -> None:
    """What an original has beyond the one that it is made from."""
    if name == MIGRATED:
        call_command("migrate", verbosity=0)
        return
    folder, at = {
        ONE_PROGRAM: (SHIPPED, LOADED_AT),
        BOTH_PROGRAMS: (SECTION_287G, SECOND_LOADED_AT),
        FEW_AGENCIES: (ORIGINALS / connection.vendor / SECTION_287G.name, SECOND_LOADED_AT),
    }[name]
    if name == FEW_AGENCIES:
        write_agencies(folder)
    load_folder(folder, today=at.date(), by="the tests", at=at)
    publish_edition(program=folder.name, by="the tests", reason="", at=at)


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """This process's connection goes to another database meanwhile."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _created(template: str = "template1") -> str:
    """A database on the server, under a name that no other has."""
    name = f"tests_{uuid4().hex[:16]}"
    _on_server(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


def _on_server(statement: str) -> None:
    import psycopg2

    server = psycopg2.connect(os.environ["DATABASE_URL"])
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute(statement)
    server.close()
