"""A clock that was set, or is behind what was written, is told of."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from jurisdictions.web.site import clock


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A file that was written just now."""
    file = tmp_path / "newest"
    file.touch()
    return file


def test_of_a_clock_that_is_kept_right_nothing_is_said(written: Path) -> None:
    assert clock.what_is_odd(written) == ""
    assert clock.what_is_odd(written.with_name("none")) == ""


@pytest.mark.parametrize(
    ("seconds", "told"), [(-3600, "was set back by 3600 s"), (86_400, "was set ahead by 86400 s")]
)
def test_a_clock_that_is_set_is_told_of_until_it_is_set_right(
    written: Path, monkeypatch: pytest.MonkeyPatch, seconds: int, told: str
) -> None:
    right = time.time
    monkeypatch.setattr("time.time", lambda: right() + seconds)
    assert clock.what_is_odd(written).startswith(told)
    monkeypatch.setattr("time.time", right)
    assert clock.what_is_odd(written) == ""


def test_what_was_written_tomorrow_is_told_of(written: Path) -> None:
    tomorrow = time.time() + 86_400
    os.utime(written, (tomorrow, tomorrow))
    assert clock.what_is_odd(written).startswith("is behind, or was ahead")


@pytest.mark.django_db
@pytest.mark.usefixtures("shipped")
def test_healthz_says_what_is_odd_and_is_well(
    client: Client, settings: Any, tmp_path: Path, written: Path
) -> None:
    settings.DATA_DIR = tmp_path
    assert "clock" not in client.get("/healthz").json()
    os.utime(written, (time.time() + 3600,) * 2)
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["clock"].startswith("is behind, or was ahead")
