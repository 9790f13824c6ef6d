"""The cache that counts: in Redis, and while that is away in each process for itself."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import monotonic
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

PATIENCE = 0.2
"""Seconds that a request waits for Redis to take a connection, and for an answer."""
PAUSE = 5.0
"""Seconds for which nobody asks a Redis again that gave none."""
MOST_ENTRIES = 100_000

logger = logging.getLogger(__name__)
_away_until: dict[str, float] = {}
"""By address, for every thread of the process: when a Redis that is away is asked again."""


class LimitsCache(BaseCache):
    """Asks Redis, and counts in this process while Redis gives no answer. It never raises for that.

    What is limited stays limited: the count begins anew in each process, for as long as it takes.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.server = server
        told = {
            "socket_connect_timeout": PATIENCE,
            "socket_timeout": PATIENCE,
            "retry": Retry(NoBackoff(), 0),
        }
        self.shared = RedisCache(server, {**params, "OPTIONS": told})
        self.own = LocMemCache(server, {**params, "OPTIONS": {"MAX_ENTRIES": MOST_ENTRIES}})

    def add(self, key: str, value: Any, *rest: Any, **more: Any) -> bool:
        return bool(self._ask(lambda cache: cache.add(key, value, *rest, **more)))

    def get(self, key: str, *rest: Any, **more: Any) -> Any:
        return self._ask(lambda cache: cache.get(key, *rest, **more))

    def set(self, key: str, value: Any, *rest: Any, **more: Any) -> None:
        self._ask(lambda cache: cache.set(key, value, *rest, **more))

    def touch(self, key: str, *rest: Any, **more: Any) -> bool:
        return bool(self._ask(lambda cache: cache.touch(key, *rest, **more)))

    def delete(self, key: str, *rest: Any, **more: Any) -> bool:
        return bool(self._ask(lambda cache: cache.delete(key, *rest, **more)))

    def incr(self, key: str, *rest: Any, **more: Any) -> int:
        return int(self._ask(lambda cache: cache.incr(key, *rest, **more)))

    def clear(self) -> None:
        self._ask(lambda cache: cache.clear())
        self.own.clear()

    def _ask(self, act: Callable[[BaseCache], Any]) -> Any:
        if monotonic() >= _away_until.get(self.server, 0.0):
            try:
                return act(self.shared)
            except (RedisError, OSError):
                _away_until[self.server] = monotonic() + PAUSE
                logger.warning("Redis gave no answer: each process counts for itself, for now")
        return act(self.own)
