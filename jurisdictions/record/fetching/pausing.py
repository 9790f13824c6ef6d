"""A pause between two requests to one host, whichever process makes them."""

from __future__ import annotations

from hashlib import sha256
from time import monotonic, sleep

from django.conf import settings
from django.core.cache import cache

from jurisdictions.record.fetching.unfetched import Unfetched, Why

LOOK_SECONDS = 0.2


def wait_for_turn(host: str, pause: float, ends: float) -> None:
    """Wait until the host was left alone for long enough. Raises Unfetched when time runs out."""
    pause = max(pause, settings.FETCH_PAUSE_SECONDS)
    key = f"fetched-from:{sha256(host.encode()).hexdigest()}"
    while not cache.add(key, 1, pause):
        if monotonic() + LOOK_SECONDS > ends:
            raise Unfetched(Why.TOO_SLOW)
        sleep(min(LOOK_SECONDS, pause))
