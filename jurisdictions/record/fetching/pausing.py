"""A pause between two requests to one host, whichever process makes them."""

from __future__ import annotations

from hashlib import sha256
from secrets import token_hex
from time import monotonic, sleep

from django.conf import settings
from django.core.cache import cache

from jurisdictions.record.fetching.unfetched import Unfetched, Why

LOOK_SECONDS = 0.2


def wait_for_turn(host: str, pause: float, ends: float) -> None:
    """Wait until the host was left alone for long enough. Raises Unfetched when time runs out.

    A pause tells its seconds: one that was begun by a clock that was ahead would last until the
    clock is there again, and is over when they have passed.
    """
    pause = max(pause, settings.FETCH_PAUSE_SECONDS)
    key = f"fetched-from:{sha256(host.encode()).hexdigest()}"
    mine = (token_hex(8), pause)
    seen, since = None, monotonic()
    while not cache.add(key, mine, pause):
        other = cache.get(key)
        if other != seen:
            seen, since = other, monotonic()
        elif isinstance(other, tuple) and monotonic() - since > other[1] + LOOK_SECONDS:
            cache.delete(key)
            continue
        if monotonic() + LOOK_SECONDS > ends:
            raise Unfetched(Why.TOO_SLOW)
        sleep(min(LOOK_SECONDS, pause))
