"""A PostgreSQL and a Redis of a drill's own, which it may kill and start again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TypeVar

from point_in_time import as_postgres, programs_of_postgresql
from stage import free_port, until


class Postgres:
    """A cluster in a scratch folder; it writes its log to disk, so that a kill loses nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        self.programs = programs_of_postgresql()
        self.url = f"postgres://tracker@127.0.0.1:{self.port}/postgres"
        made = ("--username=tracker", "--auth=trust", "--encoding=UTF8", "--locale=C")
        as_postgres(self.programs / "initdb", "-D", folder / "data", *made)

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        told = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        how = ("-w", "-t", "60", "-l", self.folder / "log", "-o", told)
        as_postgres(self.programs / "pg_ctl", "-D", self.folder / "data", *how, "start")

    def die(self) -> None:
        """Kill -9 of it and of all that serve its connections, as in a power cut."""
        note = self.folder / "data" / "postmaster.pid"
        with suppress(FileNotFoundError):
            first = int(note.read_text().split()[0])
            children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
            for pid in (first, *map(int, children)):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            until(lambda: not _alive(first), "PostgreSQL is dead", 10)
            note.unlink(missing_ok=True)


def _alive(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


class Redis:
    """A server that keeps nothing on disk: after a kill it begins empty."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.program = shutil.which("redis-server") or sys.exit("redis-server is not here")
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it."""
        told = ("--port", str(self.port), "--save", "", "--bind", "127.0.0.1")
        self.running = subprocess.Popen(
            [self.program, *told, "--dir", str(self.folder)], stdout=subprocess.DEVNULL
        )

    def die(self) -> None:
        """Kill -9."""
        if self.running:
            self.running.kill()
            self.running.wait()
            self.running = None


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A cluster that runs, removed afterwards."""
    with _running(Postgres, "tracker-postgres-") as made:
        yield made


@contextmanager
def redis() -> Iterator[Redis]:
    """A Redis that runs, removed afterwards."""
    with _running(Redis, "tracker-redis-") as made:
        yield made


AnyServer = TypeVar("AnyServer", Postgres, Redis)


@contextmanager
def _running(kind: type[AnyServer], prefix: str) -> Iterator[AnyServer]:
    folder = Path(mkdtemp(prefix=prefix))
    made = kind(folder)
    made.start()
    try:
        yield made
    finally:
        made.die()
        shutil.rmtree(folder, ignore_errors=True)
