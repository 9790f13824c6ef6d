"""What is odd about the machine's clock, as far as one process can tell."""

from __future__ import annotations

import time
from pathlib import Path

ODD_SECONDS = 30.0
"""A clock that is kept right is set by less."""
_SINCE_BOOT = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Nobody sets it; it goes on while the machine sleeps, where the system has such a one."""


def begin_watching() -> None:
    """The clock is taken as it is now: a server says so when it begins, not with its first page."""
    _first["apart"] = _apart()


def what_is_odd(written: Path) -> str:
    """In words: that the clock was set, or is behind what it said when a file was written."""
    moved = _apart() - _first["apart"]
    if abs(moved) >= ODD_SECONDS:
        where = "ahead" if moved > 0 else "back"
        return f"was set {where} by {abs(moved):.0f} s since this process began"
    if (later := _mtime(written) - time.time()) >= ODD_SECONDS:
        return f"is behind, or was ahead: what stands was written {later:.0f} s later than now"
    return ""


def _apart() -> float:
    return time.time() - time.clock_gettime(_SINCE_BOOT)


def _mtime(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


_first = {"apart": _apart()}
