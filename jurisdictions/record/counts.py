"""How often something was done in a while: counted in memory, by keys that mean nothing later."""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b
from secrets import token_bytes

from django.core.cache import caches

COUNTS = "limits"
"""The cache that counts, by its name in settings: shared where there is Redis."""
_SALT_BYTES = 32
_TRIES = 3


def count_one(key: str, seconds: int) -> int:
    """Count once more under a key that is forgotten after so many seconds; how often it was."""
    counts = caches[COUNTS]
    for _again in range(_TRIES):
        counts.add(key, 0, timeout=seconds)
        try:
            return counts.incr(key)
        except ValueError:
            # It ran out between the two, or the cache that holds it went away: count anew.
            continue
    return 1


def count_back(key: str) -> None:
    """Count once less what did not happen after all."""
    try:
        caches[COUNTS].decr(key)
    except ValueError:
        return  # it ran out


def seconds_left(at: datetime, window: int) -> int:
    """The seconds until the window of so many seconds ends in which the moment lies."""
    return window - int(at.timestamp()) % window


def passing_key(what: str, said: str, *, at: datetime, window: int) -> str:
    """A key for `said` under a salt that is made for each window and forgotten with it.

    Nobody can tell from it who did what, nor that two windows' counts are of the same reader.
    """
    number = int(at.timestamp()) // window
    counts, left = caches[COUNTS], seconds_left(at, window)
    salt = counts.get_or_set(f"{what}-salt:{number}", lambda: token_bytes(_SALT_BYTES), left)
    if not isinstance(salt, bytes):
        raise LookupError
    return f"{what}:{blake2b(said.encode(), key=salt, digest_size=16).hexdigest()}"
