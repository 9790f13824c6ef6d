"""A worker and a clock that begin give signs of life from then on."""

from __future__ import annotations

from pathlib import Path
from queue import Queue
from time import time
from typing import Any

import pytest
from celery.signals import beat_init, worker_ready

from jurisdictions.operating import signs
from jurisdictions.operating.signs import (
    BEAT,
    SWEEP,
    WORKER,
    folder,
    keep_touching,
    living,
    sweep_age,
    touch,
)
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


def test_a_process_goes_on_giving_its_signs_where_it_began(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: Queue[float] = Queue()
    turns: Queue[None] = Queue()

    def pause(seconds: float) -> None:
        pauses.put(seconds)
        turns.get()

    monkeypatch.setattr(signs, "sleep", pause)
    settings.DATA_DIR = tmp_path / "first"
    keep_touching(WORKER)
    pauses.get(timeout=60)
    (sign,) = folder().iterdir()
    sign.unlink()
    settings.DATA_DIR = tmp_path / "second"
    turns.put(None)
    pauses.get(timeout=60)
    assert sign.exists()
    assert not (tmp_path / "second").exists()
