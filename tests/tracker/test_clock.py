"""Celery's clock goes on when the machine's was set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Event, get_ident
from types import SimpleNamespace
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


def test_what_is_due_is_done_by_the_clock_itself_and_asks_no_broker() -> None:
    app = Celery("of a test", broker="redis://127.0.0.1:1/0", set_as_current=False)
    app.conf.update(beat_schedule={"sweep": {"task": "sweep", "schedule": EVERY}})
    done, by = Event(), [get_ident()]

    @app.task(name="sweep", shared=False)
    def _sweep() -> None:
        by.append(get_ident())
        done.set()

    scheduler = clock.SteadyScheduler(app=app)
    scheduler.schedule["sweep"].last_run_at = datetime.now(UTC) - timedelta(seconds=EVERY)
    assert scheduler.tick() == 0
    assert done.wait(10)
    assert by[0] != by[1], "on a thread of its own: what hangs stops no clock"


def test_what_is_still_under_way_is_not_begun_again() -> None:
    app = Celery("of a test", broker="memory://", set_as_current=False)
    begun, at_it, goes_on = [], Event(), Event()

    @app.task(name="sweep", shared=False)
    def _sweep() -> None:
        begun.append(1)
        at_it.set()
        goes_on.wait(10)

    scheduler, due = clock.SteadyScheduler(app=app), SimpleNamespace(task="sweep")
    scheduler.apply_entry(due)
    assert at_it.wait(10)
    scheduler.apply_entry(due)
    assert begun == [1]
    goes_on.set()
    scheduler._at_work["sweep"].join(10)
    scheduler.apply_entry(due)
    scheduler._at_work["sweep"].join(10)
    assert begun == [1, 1]


def test_what_fails_is_logged_and_done_again_at_its_next_turn(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app = Celery("of a test", broker="memory://", set_as_current=False)

    @app.task(name="sweep", shared=False)
    def _sweep() -> None:
        message = "no such luck"
        raise RuntimeError(message)

    scheduler, due = clock.SteadyScheduler(app=app), SimpleNamespace(task="sweep")
    for _ in range(2):
        scheduler.apply_entry(due)
        scheduler._at_work["sweep"].join(10)
    assert [one.message for one in caplog.records] == ["sweep was not done to its end"] * 2


def test_a_clock_whose_worker_was_killed_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Celery("of a test", broker="memory://", set_as_current=False)
    scheduler = clock.SteadyScheduler(app=app)
    monkeypatch.setattr(clock.os, "getppid", lambda: 1)
    scheduler.tick()
    monkeypatch.setattr(clock, "current_process", lambda: SimpleNamespace(name=clock.EMBEDDED))
    with pytest.raises(SystemExit):
        scheduler.tick()


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
