"""The broker of files, without the two moments at which a reader could find one half-written.

kombu's own transport opens a message under its final name before it writes it, and the table of
an exchange before it locks it; a worker that looks just then stops on an empty file.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from json import JSONDecodeError
from pathlib import Path
from time import monotonic, sleep
from typing import Any, TypeVar
from uuid import uuid4

from kombu.transport import filesystem
from kombu.utils.json import dumps

Answer = TypeVar("Answer")
TRIES = 50
PAUSE = 0.02
"""Seconds between two looks at a table that is being written."""


class Channel(filesystem.Channel):
    """Messages appear whole; tables are read again while they are being written."""

    def _put(self, queue: str, message: Any, **_: Any) -> None:  # type: ignore[override]
        # As kombu names them: sorted by name is sorted by time.
        name = f"{round(monotonic() * 1000)}_{uuid4()}.{queue}.msg"
        whole = Path(self.data_folder_out) / name
        half = whole.with_suffix(".half")
        half.write_text(dumps(message), encoding="utf-8")
        os.replace(half, whole)  # noqa: PTH105 - it says what matters: at once

    def get_table(self, exchange: str) -> Any:
        return patiently(lambda: super(Channel, self).get_table(exchange))

    def _queue_bind(self, *binding: Any) -> None:
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
