"""SQLite's database that is gone: nobody gets an empty one in its place, and it is said."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError, close_old_connections, connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import DjangoDbBlocker

from jurisdictions.management.vanished import vanished_database

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="a server has no such file")


@pytest.fixture
def file(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """A place for a database of this test's own; nothing is there."""
    before = connection.settings_dict["NAME"]
    place = tmp_path / "tracker.sqlite3"
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = str(place)
        yield place
        connection.close()
        connection.settings_dict["NAME"] = before


def made(file: Path) -> None:
    """A database with one table."""
    with connection.may_be_created(), connection.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("CREATE TABLE kept (words TEXT)")
    assert file.exists()


def test_a_missing_database_is_named_and_not_made(file: Path) -> None:
    with pytest.raises(OperationalError, match="There is no database at") as wrong:
        connection.ensure_connection()
    assert str(file) in str(wrong.value)
    assert not file.exists()


def test_one_that_vanishes_while_it_is_open_is_missed_by_the_next_request(file: Path) -> None:
    made(file)
    close_old_connections()
    file.unlink()
    close_old_connections()
    with pytest.raises(OperationalError, match="There is no database"), connection.cursor() as asks:
        asks.execute("INSERT INTO kept VALUES ('lost')")
    assert not file.exists()


def test_migrate_makes_it(file: Path) -> None:
    call_command("migrate", "contenttypes", verbosity=0)
    assert MigrationRecorder(connections["default"]).applied_migrations()
    assert file.exists()


@pytest.mark.parametrize("trace", ["newest", "evidence/ab/cd", "tracker.sqlite3-wal"])
def test_a_folder_that_was_in_use_gets_no_new_database_by_itself(file: Path, trace: str) -> None:
    left = file.with_name(trace.partition("/")[0]) / trace.partition("/")[2]
    assert vanished_database(file.parent) == ""
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_text("kept")
    said = vanished_database(file.parent)
    assert str(file) in said
    assert "restore" in said
    made(file)
    assert vanished_database(file.parent) == ""


def test_migrate_makes_it_from_the_command_line_too(tmp_path: Path) -> None:
    ran = managed(tmp_path, "migrate", "contenttypes", "--verbosity", "0")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "tracker.sqlite3").exists()


def managed(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command of a tracker over a folder of its own."""
    return subprocess.run(
        [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), *command],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATA_DIR": str(folder),
            "DATABASE_URL": "",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_local_server_refuses_to_start_without_it(tmp_path: Path) -> None:
    (tmp_path / "newest").write_text("kept")
    started = managed(tmp_path, "runlocal")
    assert started.returncode
    assert "is gone" in started.stderr
    assert not (tmp_path / "tracker.sqlite3").exists()


def test_a_page_that_needs_it_says_so_and_nothing_is_made(file: Path) -> None:
    answer = Client().get("/secure-communities/jurisdictions/", headers={"host": "localhost"})
    assert answer.status_code == 503
    assert not file.exists()


def test_a_command_says_it_too(file: Path) -> None:
    with pytest.raises((OperationalError, CommandError), match="no database"):
        call_command("publish")
    assert not file.exists()
