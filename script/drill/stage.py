"""What drills share: a tracker of its own in a scratch folder, its processes, and telling."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

CODE = Path(__file__).resolve().parents[2]
PYTHON = str(CODE / ".venv/bin/python")
READY_SECONDS = 900
HELD = os.environ.get("DRILL_DATA", "")
"""A DATA_DIR of a stopped tracker on SQLite, to be copied: it saves loading and publishing."""
LEASE, SWEEP = 5, 2
"""Seconds, shorter than in production, so that a drill takes minutes."""


def said(text: str) -> None:
    """What was done or seen, with the time of day."""
    print(f"{datetime.now(UTC):%H:%M:%S}  {text}", flush=True)


def those_of(asked: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    """The drills that were asked for by name, or all. Ends the program for one that is unknown."""
    if unknown := set(asked) - set(known):
        sys.exit(f"There is no drill of {', '.join(sorted(unknown))}: {', '.join(known)}")
    return asked or known


def end(wrong: Sequence[str]) -> None:
    """Print what was lost, the first of it, and end with 1; or that nothing was."""
    for one in wrong[:20]:
        said(f"LOST: {one}")
    if wrong:
        sys.exit(1)
    said("Nothing was lost, nothing stayed stuck.")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(true: Callable[[], bool], what: str, seconds: float = 120) -> float:
    """Wait until something holds, and answer how long; ends the drill when it never does."""
    began = time.monotonic()
    while not true():
        if time.monotonic() - began > seconds:
            sys.exit(f"LOST: after {seconds:.0f} s still not: {what}")
        time.sleep(0.1)
    return time.monotonic() - began


@dataclass
class Stage:
    """A tracker over a folder of its own."""

    data: Path
    port: int = field(default_factory=free_port)
    more: dict[str, str] = field(default_factory=dict)
    server: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are started with."""
        own = {
            "DATA_DIR": str(self.data),
            "PORT": str(self.port),
            "DATABASE_URL": "",
            "BROKER_URL": "",
            "EMAIL_URL": "",
            "NOTHING_AHEAD": "1",
            "JOB_LEASE_SECONDS": str(LEASE),
            "SWEEP_SECONDS": str(SWEEP),
            "PYTHONPATH": str(CODE),
        }
        return {**os.environ, **own, **self.more}

    def begin(self, *command: str, log: str = "log") -> subprocess.Popen[bytes]:
        """A command of the tracker, running in a group of its own; what it says goes to a file."""
        return self.begin_python("manage.py", *command, log=log)

    def begin_python(self, *words: str, log: str = "log") -> subprocess.Popen[bytes]:
        """Python in the tracker's environment, in a group of its own."""
        with self.data.with_name(log).open("ab") as said_to:
            return subprocess.Popen(
                [PYTHON, *words],
                cwd=CODE,
                env=self.environment,
                start_new_session=True,
                stdout=said_to,
                stderr=said_to,
            )

    def tried(self, *command: str) -> tuple[int, str]:
        """The status of a command and all that it said."""
        ran = self.ran(*command)
        return ran.returncode, ran.stdout + ran.stderr

    def ran(self, *command: str) -> subprocess.CompletedProcess[str]:
        """A command that has ended, whatever came of it."""
        return subprocess.run(
            [PYTHON, "manage.py", *command],
            cwd=CODE,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, *command: str) -> str:
        """What a command says; ends the drill when it fails."""
        status, told = self.tried(*command)
        if status:
            sys.exit(f"LOST: manage.py {command[0]} ended with {status}:\n{told[-3000:]}")
        return told

    def ask(self, code: str) -> str:
        """The last line that some lines of Python print inside the tracker; warnings are none."""
        asked = self.ran("shell", "--no-imports", "-c", code)
        if asked.returncode:
            sys.exit(f"LOST: it could not be asked:\n{asked.stderr[-3000:]}")
        return asked.stdout.strip().rpartition("\n")[2]

    def start(self) -> None:
        """Serve, and wait until it says that it is well."""
        self.server = self.begin("runlocal", log="server.log")
        until(lambda: self.status("/healthz") == 200, "the server is ready", READY_SECONDS)

    def stop(self) -> None:
        """End the server as Ctrl-C does."""
        if self.server:
            self.server.terminate()
            self.server.wait()
            self.server = None

    def status(self, path: str, waits: float = 10) -> int:
        """The status of an answer; 0 while nobody answers."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=waits) as answer:
                return int(answer.status)
        except HTTPError as wrong:
            return wrong.code
        except (URLError, OSError):
            return 0

    def processes(self, of: str) -> list[int]:
        """Children of the server whose command has a word in it."""
        assert self.server
        children = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children")
        return [pid for pid in map(int, children.read_text().split()) if of in _command(pid)]

    def sound(self, when: str) -> None:
        """Ask `check_record`; ends the drill when something was lost or half-written."""
        status, told = self.tried("check_record")
        if status:
            sys.exit(f"LOST: the record is not sound {when}:\n{told[-3000:]}")
        said(f"  the record is sound {when}")


def _command(pid: int) -> str:
    """What a process was started with; nothing of one that has ended meanwhile."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def kill(process: subprocess.Popen[bytes]) -> None:
    """A process and all that it started die at once, as in a power cut."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def stage(name: str, *, held: bool = True, **more: str) -> Iterator[Stage]:
    """A scratch folder; what runs there is ended, the folder removed.

    Nothing is in it, or what DRILL_DATA has, unless `held` says that it is of no use: what is kept
    there belongs to that database.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"tracker-{name}-"))
    shutil.copytree(HELD, folder / "data") if HELD and held else (folder / "data").mkdir()
    made = Stage(folder / "data", more=dict(more))
    # Who ends a drill (a timeout, say) ends what it started.
    signal.signal(signal.SIGTERM, lambda *_told: sys.exit("The drill was ended."))
    try:
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)
