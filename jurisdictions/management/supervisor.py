"""Keeps processes running together: one that ends is started again, a signal ends all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from select import select
from socket import socket
from time import monotonic, sleep
from types import FrameType

LEASH = Path(__file__).with_name("leash.py").read_text()
"""Its text, and the Python that is not of our .venv: an upgrade may find this release deleted."""
PYTHON = os.path.realpath(sys.executable)
PATIENCE_SECONDS = 10.0
PAUSES = (0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""Seconds before a process is started again: the longer, the oftener it has just ended."""
READY_WITHIN_SECONDS = 60.0
"""For so long a successor may take to begin; until then the process before it goes on."""
DRAINED_SECONDS = 75.0
"""For so long a process may finish its answers once its successor takes the new requests."""
STEADY_SECONDS = 60.0
"""Whoever ran for so long has recovered: the next pause is the shortest again."""


Command = Callable[[], list[str]]
"""Asked anew at each start: the code may lie elsewhere by then."""


class StopAsked(Exception):
    """Ctrl-C, TERM or HUP."""


@dataclass
class _Kept:
    """One process, and what is needed to start it again."""

    name: str
    command: Command
    sockets: Sequence[socket]
    child: subprocess.Popen[bytes]
    began: float
    falls: int = 0
    again_at: float | None = None


@dataclass
class Supervisor:
    """Starts processes in groups of their own and stops them as groups.

    Ctrl-C therefore reaches only the supervisor, which then stops the others in order. `say` is
    told, in one line, of each process that ends and of when it is started again.
    """

    say: Callable[[str], object] = lambda text: None
    _kept: dict[str, _Kept] = field(default_factory=dict)
    _successors_asked: bool = False

    def __post_init__(self) -> None:
        self._reading, self._writing = os.pipe()

    def start(
        self, name: str, command: list[str] | Command, *, keeps: Sequence[socket] = ()
    ) -> None:
        """Start one process that dies with this one; it inherits the sockets it `keeps`."""
        if isinstance(command, list):
            command = partial(list, command)
        child = self._begin(command(), keeps)
        self._kept[name] = _Kept(name, command, keeps, child, monotonic())

    def ended(self) -> tuple[str, int] | None:
        """The first process found to have ended, with its exit status."""
        for kept in self._kept.values():
            if (status := kept.child.poll()) is not None:
                return kept.name, status
        return None

    def keep(self) -> None:
        """Start again whatever ends, for ever; raises StopAsked on a signal."""
        while True:
            if self._successors_asked:
                self._successors_asked = False
                self.replace()
            self.look()
            sleep(0.1)

    def look(self) -> None:
        """Notice what has ended, and start what has paused for long enough."""
        for kept in self._kept.values():
            if kept.again_at is not None:
                if monotonic() >= kept.again_at:
                    kept.child = self._begin(kept.command(), kept.sockets)
                    kept.began, kept.again_at = monotonic(), None
            elif (status := kept.child.poll()) is not None:
                self._fell(kept, status)

    def stop(self) -> None:
        """End all: politely, and after a while by force."""
        for kept in self._kept.values():
            _signal_group(kept.child, signal.SIGTERM)
        deadline = monotonic() + PATIENCE_SECONDS
        for kept in self._kept.values():
            _end(kept.child, deadline)
        os.close(self._reading)
        os.close(self._writing)

    def ask_successors(self) -> None:
        """Have every process replaced when `keep` next looks; for use in a signal's handler."""
        self._successors_asked = True

    def replace(self) -> None:
        """Start each process anew, and end the one before it once its successor is ready.

        Where a successor does not begin, those before it go on, and so do the rest.
        """
        for kept in self._kept.values():
            successor = self._successor(kept)
            if successor is None:
                self.say(f"{kept.name}: its successor did not begin; the one before goes on.")
                return
            before, kept.child, kept.began = kept.child, successor, monotonic()
            kept.falls, kept.again_at = 0, None
            # Nobody waits for its end: what it has begun may take as long as readers have patience.
            before.send_signal(signal.SIGUSR1)
            with suppress(subprocess.TimeoutExpired):
                before.wait(DRAINED_SECONDS)
            _end(before, monotonic())
            self.say(f"{kept.name} has a successor.")

    def _successor(self, kept: _Kept) -> subprocess.Popen[bytes] | None:
        reading, writing = os.pipe()
        command = [*kept.command(), "--ready", str(writing)]
        child = self._begin(command, kept.sockets, [writing])
        os.close(writing)
        ready = False
        try:
            found, _, _ = select([reading], [], [], READY_WITHIN_SECONDS)
            ready = bool(found and os.read(reading, 1))
        finally:
            os.close(reading)
            if not ready:
                _end(child, monotonic())
        return child if ready else None

    def _begin(
        self, command: list[str], sockets: Sequence[socket], pipes: Sequence[int] = ()
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [PYTHON, "-I", "-c", LEASH, str(self._reading), *command],
            start_new_session=True,
            pass_fds=[self._reading, *(one.fileno() for one in sockets), *pipes],
        )

    def _fell(self, kept: _Kept, status: int) -> None:
        # What the process had started itself must not live on beside its successor.
        _signal_group(kept.child, signal.SIGKILL)
        now = monotonic()
        kept.falls = 1 if now - kept.began >= STEADY_SECONDS else kept.falls + 1
        pause = PAUSES[min(kept.falls, len(PAUSES)) - 1]
        kept.again_at = now + pause
        when = f"in {pause:.0f} s" if pause else "at once"
        self.say(f"{told(kept.name, status)}; it is started again {when}.")


def _end(child: subprocess.Popen[bytes], deadline: float) -> None:
    """Politely, and from the deadline on by force."""
    _signal_group(child, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        child.wait(max(0.0, deadline - monotonic()))
    _signal_group(child, signal.SIGKILL)
    child.wait()


def told(name: str, status: int) -> str:
    """How a process ended, in words."""
    how = f"signal {-status}" if status < 0 else f"status {status}"
    return f"{name} ended by itself ({how})"


def stop_on_signals() -> None:
    """From here on Ctrl-C, TERM and HUP raise StopAsked, once."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)


def _stop(_number: int, _frame: FrameType | None) -> None:
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    raise StopAsked


def _signal_group(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)
