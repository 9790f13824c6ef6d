"""How often a password may be tried: first at once, then with pauses that grow.

An attacker elsewhere keeps nobody out: attempts are counted for an address and a network together,
and a browser that signed in before is known by a cookie and counted by itself. What comes from
anywhere else is counted for the address as a whole too, so that many networks guess no faster.
After OWASP, Slow Down Online Guessing Attacks with Device Cookies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.core.cache import caches

from jurisdictions.record.counts import COUNTS, count_back, count_one, passing_key

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Rule:
    """So many attempts in an hour at once, then pauses that double, from `first` to `most` s."""

    at_once: int
    first: int
    most: int

    def pause(self, tried: int) -> int:
        """The seconds to wait after so many attempts; 0 while they are few."""
        over = tried - self.at_once
        return 0 if over < 0 else min(self.most, self.first * 2 ** min(over, 20))


OWN = Rule(at_once=5, first=10, most=300)
"""For an address from one network, or from one browser that is known."""
NETWORK = Rule(at_once=20, first=5, most=60)
"""For all addresses from one network, but for browsers that are known."""
ADDRESS = Rule(at_once=30, first=10, most=60)
"""For an address from everywhere, but for browsers that are known."""


@dataclass(slots=True)
class Attempt:
    """One attempt to sign in. `device` is the browser's own mark where the address knows it."""

    address: str
    network: str
    device: str
    at: datetime
    _counted: list[str] = field(default_factory=list)

    def seconds_to_wait(self) -> int:
        """Count the attempt; 0 when it may be made, else how long to wait: then it counts not."""
        for rule, key in self._keys():
            if wait := self._admit(rule, key):
                self.take_back()
                return wait
        return 0

    def take_back(self) -> None:
        """It was no wrong guess: count it no longer."""
        for key in self._counted:
            count_back(key)
            caches[COUNTS].delete(f"{key}:pause")
        self._counted.clear()

    def _keys(self) -> Iterator[tuple[Rule, str]]:
        if self.device:
            yield OWN, self._key("device", f"{self.address} {self.device}")
            return
        yield NETWORK, self._key("network", self.network)
        yield OWN, self._key("own", f"{self.address} {self.network}")
        yield ADDRESS, self._key("address", self.address)

    def _key(self, what: str, said: str) -> str:
        return passing_key("sign-in", f"{what} {said}", at=self.at, window=HOUR)

    def _admit(self, rule: Rule, key: str) -> int:
        tried = count_one(key, HOUR)
        pause = rule.pause(tried)
        now = int(self.at.timestamp())
        # Of many attempts at the same moment one takes the pause, and with it the turn.
        if pause and not caches[COUNTS].add(f"{key}:pause", now + pause, timeout=pause):
            count_back(key)
            until = caches[COUNTS].get(f"{key}:pause", now + 1)
            return max(1, int(until) - now)
        self._counted.append(key)
        return 0
