"""Which code is running: what other code made is not taken for this one's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

PARTS = ("jurisdictions", "tracker", "templates", "static", "locale", "requirements.txt")
"""What an answer follows from besides the record and the settings."""
LEFT_OUT = {"data", "migrations", "__pycache__"}
"""Folders that no answer reads: the shipped facts are in the record."""


@cache
def code_stamp(base: Path) -> str:
    """A word that another version of the code in `base` does not have; the same on every machine.

    Raises OSError when a file cannot be read.
    """
    digest = blake2b(digest_size=8)
    for file in sorted(_files(base)):
        digest.update(f"{file.relative_to(base)}\0".encode())
        digest.update(blake2b(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(base: Path) -> Iterator[Path]:
    for part in PARTS:
        whole = base / part
        if whole.is_file():
            yield whole
        for folder, below, names in os.walk(whole):
            below[:] = [name for name in below if name not in LEFT_OUT]
            yield from (Path(folder, name) for name in names)
