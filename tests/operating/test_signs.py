"""A worker and a clock that begin give signs of life from then on."""

from __future__ import annotations

from pathlib import Path
from time import time
from typing import Any

from celery.signals import beat_init, worker_ready

from jurisdictions.operating.signs import BEAT, SWEEP, WORKER, living, sweep_age, touch
from tracker.celery import app


def test_celery_says_when_a_worker_and_a_clock_begin(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path
    worker_ready.send(sender=app)
    assert len(living(WORKER, time())) == 1
    assert not living(BEAT, time())
    beat_init.send(sender=app)
    assert len(living(BEAT, time())) == 1


def test_the_age_of_the_last_sweep_is_known_once_there_was_one(
    tmp_path: Path, settings: Any
) -> None:
    settings.DATA_DIR = tmp_path
    assert sweep_age(time()) is None
    touch(SWEEP)
    assert 0 <= (sweep_age(time()) or 0) < 5
