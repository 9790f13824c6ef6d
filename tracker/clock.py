"""Celery's clock, which does what is due itself, and goes on when the machine's was set back."""

from __future__ import annotations

import logging
import os
from datetime import timedelta
from threading import Thread
from typing import Any

from billiard import current_process
from celery.beat import Scheduler

NOTICED = timedelta(seconds=1)
"""A step back of less only makes what is due wait for so long."""
EMBEDDED = "Beat"
"""How Celery calls the process of a clock that a worker has started (`--beat`)."""
log = logging.getLogger(__name__)


class SteadyScheduler(Scheduler):
    """Celery's, in memory: what comes every few seconds need not be remembered between starts.

    What is due is done here, on a thread of its own, not sent to the workers: there it would wait
    behind the jobs, and while all of them are long no job of a worker that died would be given to
    another. It asks no broker either, so that a broker that is away stops no sweep.

    Celery notes by the wall clock when something is due next; after a clock that was set back an
    hour nothing would be due for that hour.
    """

    producer: Any = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._last_seen = self.app.now()
        self._at_work: dict[str, Thread] = {}
        self._begun_by = os.getppid()

    def tick(self, *args: Any, **options: Any) -> float:
        """As Celery's; what is due is reckoned anew from a clock that was set back."""
        if self._is_left_alone():
            raise SystemExit
        now = self.app.now()
        if now < self._last_seen - NOTICED:
            for entry in self.schedule.values():
                entry.last_run_at = entry.default_now()
            self._heap = None
        self._last_seen = now
        return float(super().tick(*args, **options))

    def apply_entry(self, entry: Any, producer: Any = None) -> None:
        """Do it now, unless it is still under way since the last time."""
        del producer
        before = self._at_work.get(entry.task)
        if before is not None and before.is_alive():
            return
        # Its end keeps the process from ending no longer than the database takes to undo it.
        doing = Thread(target=self._do, args=[entry.task], name=entry.task, daemon=True)
        self._at_work[entry.task] = doing
        doing.start()

    def _do(self, task: str) -> None:
        from django.db import connections

        try:
            self.app.tasks[task].run()
        except Exception:  # the next turn does the same
            log.exception("%s was not done to its end", task)
        finally:
            connections.close_all()

    def _is_left_alone(self) -> bool:
        """A worker killed with -9 leaves its clock behind; the next worker has one of its own."""
        return current_process().name == EMBEDDED and os.getppid() != self._begun_by
