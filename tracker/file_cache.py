"""The cache of files, for a disk that may be full or read-only: then each process keeps its own.

What is counted there (attempts to sign in, codes that were used) must go on being counted, and
nobody may be kept out because a file could not be written.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache

Answer = TypeVar("Answer")
log = logging.getLogger(__name__)


class FileCache(FileBasedCache):
    """Django's; what the disk refuses is kept in this process's memory."""

    def __init__(self, folder: str, params: dict[str, Any]) -> None:
        with suppress(OSError):  # the last thing it does is to make the folder
            super().__init__(folder, params)
        self._here = LocMemCache(f"beside {folder}", params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """What is kept in memory here, else in the file."""
        found = self._here.get(key, self, version)
        if found is not self:
            return found
        return self._tried(lambda: super(FileCache, self).get(key, default, version), default)

    def set(self, key: str, value: Any, *args: Any, **options: Any) -> None:
        """Keep it in the file, else in memory."""
        if self._is_set(key, value, *args, **options):
            self._here.delete(key, options.get("version"))
        else:
            self._here.set(key, value, *args, **options)

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget it, wherever it is."""
        here = self._here.delete(key, version)
        return self._tried(lambda: bool(super(FileCache, self).delete(key, version)), here) or here

    def has_key(self, key: str, version: int | None = None) -> bool:
        """Whether it is kept, wherever."""
        if self._here.has_key(key, version):
            return True
        absent: bool = False
        return self._tried(lambda: super(FileCache, self).has_key(key, version), absent)

    def touch(self, key: str, *args: Any, **options: Any) -> bool:
        """Keep it for longer, wherever it is."""
        here = self._here.touch(key, *args, **options)
        return self._tried(lambda: super(FileCache, self).touch(key, *args, **options), here)

    def clear(self) -> None:
        """Forget everything."""
        self._here.clear()
        self._tried(lambda: super(FileCache, self).clear(), None)

    def _is_set(self, key: str, value: Any, *args: Any, **options: Any) -> bool:
        def act() -> bool:
            super(FileCache, self).set(key, value, *args, **options)
            return True

        failed: bool = False
        return self._tried(act, failed)

    def _tried(self, act: Callable[[], Answer], default: Answer) -> Answer:
        try:
            return act()
        except OSError as wrong:
            log.warning("The cache of files is not to be used: %s", wrong)
            return default
