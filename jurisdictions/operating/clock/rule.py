"""When a clock is believed: pure, every moment is handed in.

A sweep that comes every few seconds notes what the clock says. One that stands more than LEAP later
than the latest moment that was believed was set wrong, or the tracker was off for so long: nobody
can tell. Nothing is deleted by it before it has gone on evenly for TRIAL, or an operator vouches.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

LEAP = timedelta(days=7)
"""What lasts for weeks goes so much too early at worst; who was off for less is not doubted."""
TRIAL = timedelta(days=7)
"""A doubted clock is believed after so long: nothing is kept for good that is to be deleted."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What is remembered: the latest moment believed, the last one seen, since when in doubt."""

    believed: datetime
    seen: datetime
    doubted: datetime | None = None


def look(before: Looked, now: datetime) -> Looked:
    """What is to be remembered once the clock says `now`; it is believed where `doubted` is None.

    A clock that is behind deletes nothing early: it is believed, and so is one set right again.
    """
    if now <= before.believed + LEAP:
        return Looked(max(now, before.believed), now)
    evenly = timedelta(0) <= now - before.seen <= LEAP
    if before.doubted is None or not evenly:
        return Looked(before.believed, now, doubted=now)
    if now - before.doubted >= TRIAL:
        return Looked(now, now)
    return Looked(before.believed, now, before.doubted)
