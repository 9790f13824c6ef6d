"""Runs a command that ends when its parent does, however the parent ended.

`leash.py FD COMMAND...`: FD is the reading end of a pipe whose other end only the parent holds.
The command replaces this process. On Linux the kernel signals it when the parent is gone; elsewhere
a forked watcher waits for the pipe to close. Run as a file, so that it imports nothing of Django.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> None:
    """Tie this process to its parent, then become the command."""
    pipe, command = int(arguments[0]), arguments[1:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if _parent_is_gone(pipe):
            return
    elif os.fork() == 0:
        _watch(pipe)
        return
    os.close(pipe)
    os.execvp(command[0], command)  # noqa: S606 - the supervisor's own list


def _parent_is_gone(pipe: int) -> bool:
    """The parent may have died before the kernel was asked to watch it."""
    os.set_blocking(pipe, False)
    try:
        return os.read(pipe, 1) == b""
    except BlockingIOError:
        return False


def _watch(pipe: int) -> None:
    command = os.getppid()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    os.read(pipe, 1)
    if os.getppid() == command:
        os.killpg(command, signal.SIGTERM)


if __name__ == "__main__":
    main(sys.argv[1:])
