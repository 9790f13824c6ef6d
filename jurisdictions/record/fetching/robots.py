"""What a site's robots.txt says to us; read once a day for each site (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from django.core.cache import cache

from jurisdictions.record.fetching.exchange import Answer
from jurisdictions.record.fetching.unfetched import Unfetched, Why

US = "Tracker"
"""The name by which a robots.txt may speak to this program."""
MOST_BYTES = 512_000
A_DAY = 24 * 60 * 60
LONGEST_PAUSE = 30.0
"""Seconds: a site that asks for longer pauses is read less often than that anyway."""
EVERYTHING = ""
"""What a site without a robots.txt says: that all may be read."""


def robots_of(origin: str, ask_for: Callable[[str], Answer]) -> str:
    """The text of a site's robots.txt. Raises Unfetched where the site fails to tell it.

    A site without one allows everything; one that fails allows nothing until it tells.
    """
    key = f"robots:{sha256(origin.encode()).hexdigest()}"
    kept = cache.get(key)
    if kept is not None:
        return str(kept)
    answer = ask_for(f"{origin}/robots.txt")
    if answer.status in {429} or answer.status >= 500:
        raise Unfetched(Why.FAILING if answer.status >= 500 else Why.BUSY, answer.status)
    text = answer.content.decode("utf-8", "replace") if answer.status == 200 else EVERYTHING
    cache.set(key, text, A_DAY)
    return text


def pause_if_allowed(robots: str, address: str) -> float:
    """The seconds that the site wants between two requests. Raises Unfetched where it says no."""
    from protego import Protego

    said = Protego.parse(robots)
    if not said.can_fetch(address, US):
        raise Unfetched(Why.ROBOTS)
    return min(said.crawl_delay(US) or 0.0, LONGEST_PAUSE)
