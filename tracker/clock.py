"""Celery's clock, which goes on when the machine's was set back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from celery.beat import Scheduler

NOTICED = timedelta(seconds=1)
"""A step back of less only makes what is due wait for so long."""


class SteadyScheduler(Scheduler):
    """Celery's, in memory: what comes every few seconds need not be remembered between starts.

    Celery notes by the wall clock when something is due next; after a clock that was set back an
    hour nothing would be due for that hour: no sweep, so that no job of a dead worker is done.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._last_seen = self.app.now()

    def tick(self, *args: Any, **options: Any) -> float:
        """As Celery's; what is due is reckoned anew from a clock that was set back."""
        now = self.app.now()
        if now < self._last_seen - NOTICED:
            for entry in self.schedule.values():
                entry.last_run_at = entry.default_now()
            self._heap = None
        self._last_seen = now
        return float(super().tick(*args, **options))
