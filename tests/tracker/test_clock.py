"""Celery's clock goes on when the machine's was set back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from celery import Celery

from tracker import clock
from tracker.celeryconfig import beat_max_loop_interval, beat_scheduler

NOON = 1_800_000_000.0
EVERY = 10.0
TURN = 0.001
"""What a turn of the loop takes by itself: Celery asks again at once when little is left."""


class Machine:
    """Its clock, and how often something was asked for by it."""

    def __init__(self) -> None:
        self.now = NOON
        self.asked = 0

    def pass_seconds(self, scheduler: clock.SteadyScheduler, seconds: float) -> int:
        """Let a while go by as Celery's loop does; how often something was asked for in it."""
        before = self.asked
        while seconds > 0:
            pause = scheduler.tick()
            asleep = max(min(pause, seconds), TURN)
            self.now += asleep
            seconds -= asleep
        return self.asked - before


@pytest.fixture
def machine() -> Machine:
    """One whose clock the test sets."""
    return Machine()


def scheduler_on(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> clock.SteadyScheduler:
    """A clock of Celery's that asks for one thing every ten seconds."""
    app = Celery("of a test", broker="memory://", set_as_current=False)
    app.conf.update(
        beat_schedule={"sweep": {"task": "sweep", "schedule": EVERY}},
        beat_max_loop_interval=EVERY,
        enable_utc=True,
        timezone="UTC",
    )
    monkeypatch.setattr(app, "now", lambda: datetime.fromtimestamp(machine.now, UTC))
    scheduler = clock.SteadyScheduler(app=app)

    def ask(*_entry: Any, **_told: Any) -> None:
        machine.asked += 1

    monkeypatch.setattr(scheduler, "apply_entry", ask)
    return scheduler


def test_sweeps_come_by_it() -> None:
    assert beat_scheduler == "tracker.clock:SteadyScheduler"
    assert beat_max_loop_interval <= 60


@pytest.mark.parametrize("step", [-86_400, -3600, -30, 3600, 86_400])
def test_a_clock_that_is_set_lets_sweeps_come_as_before(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    scheduler = scheduler_on(machine, monkeypatch)
    assert 5 <= machine.pass_seconds(scheduler, 60) <= 7
    machine.now += step
    assert 5 <= machine.pass_seconds(scheduler, 60) <= 8
    machine.now -= step
    assert 5 <= machine.pass_seconds(scheduler, 60) <= 8
