"""What a site's robots.txt says to us; read once a day for each site (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256

from django.core.cache import cache

from jurisdictions.record.fetching.exchange import Answer
from jurisdictions.record.fetching.unfetched import Unfetched, Why

US = "Tracker"
"""The name by which a robots.txt may speak to this program."""
OTHERS = "others"
"""Stands for every other program that a robots.txt speaks to."""
MOST_BYTES = 512_000
A_DAY = 24 * 60 * 60
LONGEST_PAUSE = 30.0
"""Seconds: a site that asks for longer pauses is read less often than that anyway."""
EVERYTHING = ""
"""What a site without a robots.txt says: that all may be read."""
_TO_WHOM = re.compile(r"(?:user[- ]?agent\s*:|user-?agent\s|user\s+agent\s)(.*)", re.IGNORECASE)


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

    said = Protego.parse(_ours(robots))
    if not said.can_fetch(address, US):
        raise Unfetched(Why.ROBOTS)
    return min(said.crawl_delay(US) or 0.0, LONGEST_PAUSE)


def _ours(robots: str) -> str:
    """The same rules, all that speak to others under one name: they are not for us.

    Protego keeps each rule of a group once for each program that the group names, and half a
    megabyte has room for ten thousand of these and as many rules.
    """
    return "\n".join(map(_of_few_names, robots.splitlines()))


def _of_few_names(line: str) -> str:
    found = _TO_WHOM.fullmatch(line.partition("#")[0].strip())
    if found is None:
        return line
    # Protego takes stars out of names, and the beginning of ours for ours.
    told = found[1].strip().casefold()
    name = told if told == "*" else told.replace("*", "")
    return f"User-agent: {name if name == '*' or US.casefold().startswith(name) else OTHERS}"
