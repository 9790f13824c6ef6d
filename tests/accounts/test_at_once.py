"""People at the same moment: one wins, and somebody who can invite people is always left.

Real threads, real commits, on a database of their own: SQLite, or PostgreSQL when DATABASE_URL
names one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings

from tests.databases import OwnDatabase

Do = Callable[[str], Any]
TIMES = 5


@pytest.fixture(scope="module")
def do(own_database: OwnDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Do]:
    """Have another process do one of the acts of at_once.py."""
    folder = tmp_path_factory.mktemp("people_at_once")
    with own_database(folder) as database_url:
        command = [sys.executable, "-W", "ignore", "-m", "tests.accounts.at_once"]
        with subprocess.Popen(
            [*command, str(folder / "facts")],
            env=os.environ
            | {
                "DJANGO_SETTINGS_MODULE": "tracker.settings",
                "DATA_DIR": str(folder),
                "DATABASE_URL": database_url,
            },
            cwd=settings.BASE_DIR,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as other:

            def act(name: str) -> Any:
                assert other.stdin
                assert other.stdout
                other.stdin.write(f"{json.dumps([name, []])}\n")
                other.stdin.flush()
                answer = json.loads(other.stdout.readline() or "null")
                assert answer is not None, "the other process died"
                return answer

            yield act


def test_two_administrators_cannot_end_each_other(do: Do) -> None:
    for _ in range(TIMES):
        outcomes = do("two_end_each_other")
        assert sorted(outcomes)[1] == "ok"
        assert "LastAdministrator" in sorted(outcomes)[0]
        assert do("administrators_left") == 1


def test_nobody_leaves_while_the_other_is_shut_out(do: Do) -> None:
    for _ in range(TIMES):
        do("one_leaves_while_the_other_is_suspended")
        assert do("administrators_left") == 1


def test_an_invitation_is_taken_once(do: Do) -> None:
    for _ in range(TIMES):
        lost, won = sorted(do("two_take_one_invitation"))
        assert won == "ok"
        assert lost == "InvitationOver('used')"


def test_a_name_is_taken_once(do: Do) -> None:
    for _ in range(TIMES):
        lost, won = sorted(do("two_take_one_name"))
        assert won == "ok"
        assert "Refused" in lost


def test_a_role_given_twice_is_held_once(do: Do) -> None:
    for _ in range(TIMES):
        *outcomes, held = do("role_given_twice")
        assert held == "1"
        assert outcomes == ["ok", "ok"]
