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

import pytest
from django.conf import settings

from tests.databases import ONE_PROGRAM, OwnDatabase

WITHIN_SECONDS = 180.0
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

    def worker(self) -> subprocess.Popen[bytes]:
        """The worker that works here; another where none does, or the last was killed."""
        return self.workers[-1] if self.workers else self._start_worker()

    def _start_worker(self) -> subprocess.Popen[bytes]:
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

    def close(self) -> None:
        """Let nobody work here any more."""
        for worker in list(self.workers):
            self.kill(worker)

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
def premises(
    own_database: OwnDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """The shipped facts with their edition, and a broker that nobody else uses."""
    folder = tmp_path_factory.mktemp("office")
    with own_database(folder, holding=ONE_PROGRAM) as database_url:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATA_DIR": str(folder),
            "DATABASE_URL": database_url,
            "JOB_LEASE_SECONDS": "2",
            "SWEEP_SECONDS": "0.5",
            # Else each worker would make all pages of the edition before they are asked for.
            "NOTHING_AHEAD": "1",
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
            yield office
            office.close()


@pytest.fixture
def office(premises: Office, request: pytest.FixtureRequest) -> Iterator[Office]:
    """The premises, with the worker that the test before left: to start one takes seconds.

    What a test that failed left undone is nobody's to do.
    """
    before = request.session.testsfailed
    yield premises
    if request.session.testsfailed > before:
        premises.close()
