"""What is derived from an edition, kept: derived by one thread, for which the others wait."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import lru_cache, update_wrapper
from threading import RLock
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class KeptOnce(Generic[P, T]):
    """A function of which the latest values are kept; each is computed by one thread at a time.

    `lru_cache` alone lets every thread compute what is not kept yet: after a publication all of a
    process read the same edition, and none was done before all were.
    """

    def __init__(self, derive: Callable[P, T], maxsize: int) -> None:
        # Checkers take the arguments of what lru_cache gives for any hashable ones.
        self._kept: Any = lru_cache(maxsize=maxsize)(derive)
        self._lock = RLock()
        self._turns: dict[Hashable, tuple[RLock, int]] = {}
        self.cache_clear: Callable[[], None] = self._kept.cache_clear
        update_wrapper(self, derive)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """The value, kept or computed now; what computing it raises is raised, and not kept."""
        with self._turn((args, *sorted(kwargs.items()))):
            value: T = self._kept(*args, **kwargs)
            return value

    @contextmanager
    def _turn(self, key: Hashable) -> Iterator[None]:
        with self._lock:
            turn, waiting = self._turns.get(key, (RLock(), 0))
            self._turns[key] = (turn, waiting + 1)
        try:
            with turn:
                yield
        finally:
            with self._lock:
                turn, waiting = self._turns.pop(key)
                if waiting > 1:
                    self._turns[key] = (turn, waiting - 1)


def kept_once(*, maxsize: int) -> Callable[[Callable[P, T]], KeptOnce[P, T]]:
    """Keep so many values of a function of hashable arguments, the latest used."""
    return lambda derive: KeptOnce(derive, maxsize)
