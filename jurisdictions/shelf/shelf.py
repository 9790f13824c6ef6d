"""A folder of finished files that can be made again, held within a quota: the oldest go first."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from jurisdictions.shelf.sealed import (
    BLOCK,
    SEAL_BYTES,
    Seal,
    read_sealed,
    seal_finished,
    seal_of,
    write_sealed,
)

log = logging.getLogger(__name__)
LOOK_SHARE = 20
"""A shelf is looked over when a process put this part of its quota on it since the last time."""
_put_since: dict[Path, int] = {}
"""Bytes that this process put on each shelf since it last made room; absent: never."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole file on a shelf: where it lies, its bytes without the seal, their SHA-256."""

    path: Path
    size: int
    sha256: str

    def content(self) -> Iterator[bytes]:
        """The content in blocks, to its end or to where the file was cut meanwhile."""
        left = self.size
        with self.path.open("rb") as file:
            while left and (block := file.read(min(BLOCK, left))):
                left -= len(block)
                yield block


@dataclass(frozen=True, slots=True)
class Shelf:
    """Finished files in `folder`, `quota` bytes at most, save that the newest always stays.

    What cannot be read or is damaged is as if it were not there: it is made again. What cannot be
    kept (a full disk, a folder that may not be written) is not kept, and stops nobody.
    """

    folder: Path
    quota: int

    def path(self, name: str) -> Path:
        """Where a file of that name stands, or would."""
        return self.folder / name

    def read(self, name: str) -> bytes | None:
        """The file's content; None when it is not there, or not whole."""
        return read_sealed(self.path(name))

    def find(self, name: str) -> Kept | None:
        """A file that is too large to be held; None when it is not there, or not whole."""
        path = self.path(name)
        seal = seal_of(path)
        return Kept(path, seal.size, seal.sha256) if seal else None

    def put(self, name: str, content: bytes) -> bool:
        """Keep a file, whole or not at all; False when it could not be kept."""
        try:
            write_sealed(self.path(name), content)
            self._make_room(name, len(content))
        except OSError as wrong:
            log.warning("%s could not be kept: %s", self.path(name), wrong)
            return False
        return True

    def read_or_make(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The file's content, made and kept where it is not there or not whole."""
        content = self.read(name)
        if content is None:
            content = make()
            self.put(name, content)
        return content

    def take(self, finished: Path, name: str) -> Seal:
        """Keep a file that was written on the same disk; make room for it. Raises OSError."""
        seal = seal_finished(finished, self.path(name))
        with suppress(OSError):
            self._make_room(name, seal.size)
        return seal

    def _make_room(self, newest: str, size: int) -> None:
        since = _put_since.get(self.folder)
        if since is not None and since + size < self.quota // LOOK_SHARE:
            _put_since[self.folder] = since + size
            return
        _put_since[self.folder] = 0
        room = self.quota
        for path, _age, taken in sorted(self._files(), key=lambda file: file[1], reverse=True):
            room -= taken
            if room < 0 and path.name != newest:
                path.unlink(missing_ok=True)

    def _files(self) -> list[tuple[Path, int, int]]:
        """Path, moment and size of each; another process may take one away meanwhile."""
        found = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):
                    told = entry.stat()
                    if S_ISREG(told.st_mode):
                        size = max(0, told.st_size - SEAL_BYTES)
                        found.append((Path(entry.path), told.st_mtime_ns, size))
        return found
