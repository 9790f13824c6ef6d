"""A file that says whether it is whole: its content, then a seal of its length and SHA-256.

The seal stands at the end, so that a zip with it is still a zip to every program.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from struct import Struct, error
from tempfile import NamedTemporaryFile
from typing import IO

HALF = ".half"
"""How files that are being written end."""
MARK = b"whole\r\n\x1a"
"""How a seal begins; an editor or a transfer that changes line ends breaks it."""
_SEAL = Struct(">8sQ32s")
SEAL_BYTES = _SEAL.size
READABLE = 0o644
BLOCK = 1 << 18
"""Bytes read at once."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a whole file says of its content: the number of its bytes, their SHA-256 in hex."""

    size: int
    sha256: str


def write_sealed(path: Path, content: bytes) -> Seal:
    """Write a file with its seal: whole or not at all, on the disk when this returns.

    Makes the folder where it is missing. Raises OSError, and leaves nothing behind.
    """
    seal = Seal(len(content), sha256(content).hexdigest())
    write_whole(path, content + _packed(seal))
    return seal


def write_whole(path: Path, content: bytes, mode: int = READABLE) -> None:
    """Write a plain file whole or not at all, for programs that know nothing of seals.

    Raises OSError, and leaves nothing behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=HALF, delete=False) as half:
        try:
            half.write(content)
            _settle(half, Path(half.name), path, mode)
        except BaseException:
            Path(half.name).unlink(missing_ok=True)
            raise


def seal_finished(finished: Path, path: Path) -> Seal:
    """Seal a file that was written on the same disk, and move it to its place; raise OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with finished.open("r+b") as file:
        digest, size = _digest(file, None)
        seal = Seal(size, digest)
        file.write(_packed(seal))
        _settle(file, finished, path, READABLE)
    return seal


def _settle(file: IO[bytes], half: Path, path: Path, mode: int) -> None:
    file.flush()
    os.fsync(file.fileno())
    half.chmod(mode)
    half.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def read_sealed(path: Path) -> bytes | None:
    """The content of a whole file; None for one that is missing or damaged."""
    try:
        said = path.read_bytes()
    except OSError:
        return None
    content, seal = said[:-SEAL_BYTES], _unpacked(said[-SEAL_BYTES:])
    if seal is None or seal.size != len(content) or sha256(content).hexdigest() != seal.sha256:
        return None
    return content


def seal_of(path: Path) -> Seal | None:
    """The seal of a whole file; None for one that is missing or damaged.

    The content is read once, and again when the file's time or size is another.
    """
    try:
        told = path.stat()
    except OSError:
        return None
    return _checked(path, told.st_ino, told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=64)
def _checked(path: Path, _inode: int, _changed: int, size: int) -> Seal | None:
    with suppress(OSError), path.open("rb") as file:
        if size < SEAL_BYTES:
            return None
        file.seek(size - SEAL_BYTES)
        seal = _unpacked(file.read(SEAL_BYTES))
        file.seek(0)
        if seal and seal.size == size - SEAL_BYTES and _digest(file, seal.size)[0] == seal.sha256:
            return seal
    return None


def _digest(file: IO[bytes], size: int | None) -> tuple[str, int]:
    """The SHA-256 of the next `size` bytes, or of all; and their number."""
    digest, read = sha256(), 0
    while block := file.read(BLOCK if size is None else min(BLOCK, size - read)):
        digest.update(block)
        read += len(block)
    return digest.hexdigest(), read


def _packed(seal: Seal) -> bytes:
    return _SEAL.pack(MARK, seal.size, bytes.fromhex(seal.sha256))


def _unpacked(said: bytes) -> Seal | None:
    try:
        mark, size, digest = _SEAL.unpack(said)
    except error:
        return None
    return Seal(size, digest.hex()) if mark == MARK else None
