"""A database of its own that a test shares with worker processes, and the workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings

WITHIN_SECONDS = 60.0
WORKER = [
    *("--app", "tracker.celery.app", "--quiet", "worker", "--beat", "--pool", "threads"),
    *("--concurrency", "2", "--without-gossip", "--without-mingle"),
    *("--include", "tests.jobs.kinds"),
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that start a worker need the broker."""
    for item in items:
        if "office" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.broker)


@dataclass
class Office:
    """A project with its own data; a clerk, another process, does in it what a test asks."""

    folder: Path
    environment: dict[str, str]
    clerk: subprocess.Popen[str]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def run(self, act: str, **given: Any) -> str:
        """Have the clerk do one of the acts of ask.py; answers what it says."""
        assert self.clerk.stdin
        assert self.clerk.stdout
        self.clerk.stdin.write(f"{json.dumps([act, given])}\n")
        self.clerk.stdin.flush()
        answer = json.loads(self.clerk.stdout.readline() or "null")
        assert answer is not None, "the clerk died"
        return str(answer)

    def ask(self, kind: str, **arguments: Any) -> int:
        """Ask for a job; answers its id."""
        return int(self.run("ask", kind=kind, arguments=arguments))

    def status(self, job_id: int) -> list[str]:
        """Status, attempts and last line of the error."""
        return self.run("state", job_id=job_id).split("|")

    def start_worker(self) -> subprocess.Popen[bytes]:
        """A worker with its clock, as runlocal starts it, that also knows the tests' kinds."""
        with (self.folder / "worker.log").open("ab") as log:
            worker = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "celery", *WORKER],
                env=self.environment,
                cwd=settings.BASE_DIR,
                start_new_session=True,
                stdout=log,
                stderr=log,
            )
        self.workers.append(worker)
        return worker

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """The worker and its clock die at once, as in a power cut."""
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        self.workers.remove(worker)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds; the worker's messages say why it never did."""
        deadline = monotonic() + WITHIN_SECONDS
        while not true():
            log = (self.folder / "worker.log").read_text()
            assert all(worker.poll() is None for worker in self.workers), log
            assert monotonic() < deadline, log
            sleep(0.1)

    def until_status(self, job_id: int, status: str) -> list[str]:
        """Wait until a job has a status; answers it whole."""
        self.until(lambda: self.status(job_id)[0] == status)
        return self.status(job_id)


@pytest.fixture(scope="session")
def premises(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A migrated database and a broker that nobody else uses."""
    folder = tmp_path_factory.mktemp("office")
    with own_database() as database_url:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATA_DIR": str(folder),
            "DATABASE_URL": database_url,
            "JOB_LEASE_SECONDS": "2",
            "SWEEP_SECONDS": "0.5",
        }
        with subprocess.Popen(
            [sys.executable, "-m", "tests.jobs.ask"],
            env=environment,
            cwd=settings.BASE_DIR,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as clerk:
            office = Office(folder, environment, clerk)
            office.run("migrate")
            yield office


@pytest.fixture
def office(premises: Office) -> Iterator[Office]:
    """The premises without workers; those that a test starts die with it."""
    yield premises
    for worker in list(premises.workers):
        premises.kill(worker)


class own_database:  # noqa: N801 - used as a function
    """SQLite: the default file in the folder. PostgreSQL: a database created and dropped."""

    def __init__(self) -> None:
        self.name = f"office_{uuid4().hex[:12]}"
        self.server = os.environ.get("DATABASE_URL", "")

    def __enter__(self) -> str:
        if not self.server:
            return ""
        self._on_server(f"CREATE DATABASE {self.name}")
        return f"{self.server.rpartition('/')[0]}/{self.name}"

    def __exit__(self, *wrong: object) -> None:
        if self.server:
            self._on_server(f"DROP DATABASE {self.name} WITH (FORCE)")

    def _on_server(self, statement: str) -> None:
        import psycopg2

        connection = psycopg2.connect(self.server)
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
        connection.close()
