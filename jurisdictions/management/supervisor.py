"""Keeps a few processes running together: one that ends, or a signal, ends them all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from types import FrameType

LEASH = Path(__file__).with_name("leash.py")
PATIENCE_SECONDS = 10.0


class StopAsked(Exception):
    """Ctrl-C, TERM or HUP."""


class Supervisor:
    """Starts processes in groups of their own and stops them as groups.

    Ctrl-C therefore reaches only the supervisor, which then stops the others in order.
    """

    def __init__(self) -> None:
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._reading, self._writing = os.pipe()

    def start(self, name: str, command: list[str]) -> None:
        """Start one process that dies with this one."""
        self._children[name] = subprocess.Popen(
            [sys.executable, str(LEASH), str(self._reading), *command],
            start_new_session=True,
            pass_fds=[self._reading],
        )

    def ended(self) -> tuple[str, int] | None:
        """The first process found to have ended, with its exit status."""
        for name, child in self._children.items():
            if (status := child.poll()) is not None:
                return name, status
        return None

    def wait(self) -> tuple[str, int]:
        """Wait until one process ends; raises StopAsked on a signal."""
        while not (ended := self.ended()):
            sleep(0.1)
        return ended

    def stop(self) -> None:
        """End all: politely, and after a while by force."""
        for child in self._children.values():
            _signal_group(child, signal.SIGTERM)
        deadline = monotonic() + PATIENCE_SECONDS
        for child in self._children.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, deadline - monotonic()))
            _signal_group(child, signal.SIGKILL)
            child.wait()
        os.close(self._reading)
        os.close(self._writing)


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
