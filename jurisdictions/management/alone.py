"""One server at a time serves a data folder: a lock that dies with the process that holds it."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jurisdictions.management.running import running

NAME = "serving.lock"
WITHOUT_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""What a file system says that knows no locks: there nobody can be told apart."""


class FolderRefused(Exception):
    """Another server has the folder; the message says which, and what to do."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """While it lasts no other server begins on the folder; raises FolderRefused where one has it.

    The system lets go of the lock when the process ends, however it ends; what it starts does not
    inherit it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        number = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as wrong:
        message = f"Cannot write in {folder} (DATA_DIR): {wrong.strerror}."
        raise FolderRefused(message) from wrong
    try:
        _lock(number, fcntl.LOCK_EX, folder)
        _note_holder(number)
        yield
    finally:
        _let_go(number)


@contextmanager
def beside_others_in(folder: Path) -> Iterator[None]:
    """The same for web processes that others start beside workers: as many as one likes.

    Where the folder cannot be written they serve what is kept, so that they need no lock.
    """
    try:
        number = os.open(folder / NAME, os.O_RDONLY | os.O_CREAT, 0o644)
    except OSError:
        yield
        return
    try:
        _lock(number, fcntl.LOCK_SH, folder)
        yield
    finally:
        _let_go(number)


def _lock(number: int, kind: int, folder: Path) -> None:
    try:
        fcntl.flock(number, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        raise FolderRefused(_served(folder, os.pread(number, 20, 0))) from None
    except OSError as wrong:
        if wrong.errno not in WITHOUT_LOCKS:
            raise


def _let_go(number: int) -> None:
    """In so many words: a child that is just being started may have the number for a moment."""
    with suppress(OSError):
        fcntl.flock(number, fcntl.LOCK_UN)
    os.close(number)


def _note_holder(number: int) -> None:
    """A disk that is full keeps nobody from serving."""
    with suppress(OSError):
        os.ftruncate(number, 0)
        os.pwrite(number, str(os.getpid()).encode(), 0)


def _served(folder: Path, holder: bytes) -> str:
    address = running(folder)
    where = f" at {address.url}" if address else ""
    pid = holder.decode("ascii", "replace").strip()
    who = f" (process {pid})" if pid.isdigit() else ""
    return (
        f"Another server has {folder} already{where}{who}. Two on one folder get in each "
        "other's way. Stop that one, or choose another folder, for example: "
        f"DATA_DIR={folder.with_name(folder.name + '2')} ./script/server"
    )
