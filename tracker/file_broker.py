"""The broker of files: nothing is half-written, and folders that were deleted are made again.

kombu's own transport opens a message under its final name before it writes it, and the table of
an exchange before it locks it; a worker that looks just then stops on an empty file. It also
takes its folders for granted, and an exchange whose table is gone for one without queues.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from json import JSONDecodeError
from pathlib import Path
from queue import Empty
from time import monotonic, sleep
from typing import Any, ClassVar, TypeVar
from uuid import uuid4

from kombu.exceptions import ChannelError
from kombu.transport import filesystem
from kombu.utils.json import dumps

Answer = TypeVar("Answer")
TRIES = 50
PAUSE = 0.02
"""Seconds between two looks at a table that is being written."""


class Channel(filesystem.Channel):
    """Messages appear whole; tables are read again while they are being written.

    A table that was deleted is written again from what this process bound.
    """

    _bound: ClassVar[dict[tuple[Path, str], list[tuple[Any, ...]]]] = {}

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        del timeout
        try:
            return super()._get(queue)
        except FileNotFoundError:
            self._make_folders()
            raise Empty from None

    def _put(self, queue: str, message: Any, **_: Any) -> None:  # type: ignore[override]
        # As kombu names them: sorted by name is sorted by time.
        name = f"{round(monotonic() * 1000)}_{uuid4()}.{queue}.msg"
        whole = Path(self.data_folder_out) / name
        half = whole.with_suffix(".half")
        self._make_folders()
        try:
            half.write_text(dumps(message), encoding="utf-8")
            os.replace(half, whole)  # noqa: PTH105 - it says what matters: at once
        except OSError as wrong:
            with suppress(OSError):
                half.unlink()
            told = f"Cannot write {whole}: {wrong.strerror}"
            raise ChannelError(told) from wrong

    def _size(self, queue: str) -> int:
        self._make_folders()
        return super()._size(queue)

    def _make_folders(self) -> None:
        """What cannot be made now is tried again with the next message."""
        with suppress(OSError):
            for folder in (self.data_folder_in, self.data_folder_out, self.control_folder):
                Path(folder).mkdir(parents=True, exist_ok=True)

    def get_table(self, exchange: str) -> Any:
        bound = self._bound.get((self.control_folder, exchange))
        if bound and not (self.control_folder / f"{exchange}.exchange").exists():
            for binding in bound:
                self._queue_bind(*binding)
        return patiently(lambda: super(Channel, self).get_table(exchange))

    def _queue_bind(self, *binding: Any) -> None:
        self._make_folders()
        known = self._bound.setdefault((self.control_folder, binding[0]), [])
        if binding not in known:
            known.append(binding)
        patiently(lambda: super(Channel, self)._queue_bind(*binding))


class Transport(filesystem.Transport):
    """kombu's transport with that channel."""

    Channel = Channel


def patiently(look: Callable[[], Answer]) -> Answer:
    """What `look` answers, tried again while it finds a file half-written."""
    for _ in range(TRIES):
        try:
            return look()
        except JSONDecodeError:
            sleep(PAUSE)
    return look()
