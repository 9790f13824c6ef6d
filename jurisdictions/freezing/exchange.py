"""Puts a finished folder where the earlier one stood, in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""Of renameat2(2): the two change places, and at no moment is either missing."""


def put_in_place(half: Path, to: Path) -> None:
    """`half` stands at `to` from now on; what stood there is removed. Raises OSError."""
    if not to.exists():
        half.rename(to)
        return
    _exchange(half, to)
    shutil.rmtree(half)


def _exchange(one: Path, other: Path) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
