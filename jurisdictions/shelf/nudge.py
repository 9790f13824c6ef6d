"""A sign to the other processes of this machine that something was written: ask anew."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def nudge(folder: Path) -> None:
    """Give the sign. Nobody depends on it: without it they ask a second later."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "nudged").touch()
        os.utime(folder / "nudged")


def nudged(folder: Path) -> int:
    """When the sign was last given, in nanoseconds; 0 for never."""
    with suppress(OSError):
        return (folder / "nudged").stat().st_mtime_ns
    return 0
