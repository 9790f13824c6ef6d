"""Signs of life: each worker, each clock (beat) and the sweep touch a file in DATA_DIR/alive."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import sleep

from django.conf import settings

WORKER, BEAT, SWEEP = "worker", "beat", "sweep"
TOUCH_SECONDS = 10.0
SILENT_SECONDS = 60.0
"""Whoever has given no sign for so long has ended, or hangs."""
FORGOTTEN_SECONDS = 86_400.0


def folder() -> Path:
    """Where the signs are: processes on several machines share DATA_DIR."""
    return Path(settings.DATA_DIR) / "alive"


def touch(name: str) -> None:
    """Give a sign; a disk that is full or gone is told of elsewhere."""
    _touch(folder() / name)


def keep_touching(kind: str) -> Thread:
    """Give signs of this process for as long as it lives, where it began."""
    own = folder() / f"{kind}-{socket.gethostname()}-{os.getpid()}"
    _touch(own)
    _forget_old(own)

    def go_on() -> None:
        while True:
            sleep(TOUCH_SECONDS)
            _touch(own)

    thread = Thread(target=go_on, name=f"signs of the {kind}", daemon=True)
    thread.start()
    return thread


def living(kind: str, now: float) -> list[str]:
    """The processes of a kind that gave a sign lately (`now`: seconds since 1970), by name."""
    return sorted(name for name, age in _ages(kind, now) if age < SILENT_SECONDS)


def sweep_age(now: float) -> float | None:
    """Seconds since the last sweep; None when there never was one."""
    return next((age for name, age in _ages(SWEEP, now) if name == SWEEP), None)


def swept_at() -> float | None:
    """When the last sweep was done, in seconds since 1970; None when none ever was."""
    try:
        return (folder() / SWEEP).stat().st_mtime
    except OSError:
        return None


def _touch(sign: Path) -> None:
    with suppress(OSError):
        sign.parent.mkdir(parents=True, exist_ok=True)
        sign.touch()


def _ages(kind: str, now: float) -> Iterator[tuple[str, float]]:
    """A clock that was set back leaves signs of the future: they count by how far off they are."""
    with suppress(OSError):
        for file in folder().glob(f"{kind}*"):
            with suppress(OSError):
                yield file.name, abs(now - file.stat().st_mtime)


def _forget_old(own: Path) -> None:
    with suppress(OSError):
        now = own.stat().st_mtime
        for file in folder().iterdir():
            if now - file.stat().st_mtime > FORGOTTEN_SECONDS:
                file.unlink(missing_ok=True)
