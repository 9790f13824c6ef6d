"""While somebody writes: pages are read, and who writes too is told so and keeps what they typed.

A real connection holds the record: SQLite's, or PostgreSQL's when DATABASE_URL names one.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError

from jurisdictions.web.site.busy import is_busy
from tests.databases import OwnDatabase

pytestmark = pytest.mark.postgresql


@pytest.fixture(scope="module", params=["en", "es"])
def answers(
    request: pytest.FixtureRequest,
    own_database: OwnDatabase,
    tmp_path_factory: pytest.TempPathFactory,
) -> Any:
    """What came of looking and of accepting while another held the record, and of trying again."""
    folder = tmp_path_factory.mktemp("busy")
    with own_database(folder) as database_url:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": database_url,
            "LOCK_SECONDS": "1",
        }
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "tests.web.beside_a_writer", str(folder)],
            env=environment,
            cwd=Path(settings.BASE_DIR),
            text=True,
            input=f"{json.dumps(request.param)}\n",
            capture_output=True,
            check=False,
        )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def test_readers_and_reviewers_read_on(answers: Any) -> None:
    proposal, places, *_ = answers
    assert proposal["status"] == 200
    assert 'name="note"' in proposal["said"]
    assert places["status"] == 200


def test_who_writes_is_told_to_wait_and_keeps_what_was_typed(answers: Any) -> None:
    _proposal, _places, refused, sent, again = answers
    assert refused["status"] == 503
    assert int(refused["retry"]) > 0
    assert refused["cache"] == "no-store"
    assert "I read the whole letter." in refused["said"]
    assert sent["sent"], "the page holds all that was typed, ready to be sent"
    assert again["status"] == 303


@pytest.mark.parametrize(
    ("code", "busy"),
    [
        (sqlite3.SQLITE_BUSY, True),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, True),
        (sqlite3.SQLITE_FULL, False),
    ],
)
def test_only_a_wait_in_vain_is_called_busy(code: int, busy: bool) -> None:
    cause = sqlite3.OperationalError("any words")
    cause.sqlite_errorcode = code
    error = OperationalError("any words")
    error.__cause__ = cause
    assert is_busy(error) is busy
    assert not is_busy(OperationalError("any words"))
    assert not is_busy(ValueError("database is locked"))


@pytest.mark.parametrize("state", ["55P03", "40P01", "40001"])
@pytest.mark.parametrize("named", ["pgcode", "sqlstate"])
def test_postgresql_says_it_by_its_states(state: str, named: str) -> None:
    cause = Exception("any words")
    setattr(cause, named, state)
    error = OperationalError("any words")
    error.__cause__ = cause
    assert is_busy(error)
