"""The worker is asked to make the main pages ahead once for all that stands, and again after."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from jurisdictions import tasks
from jurisdictions.models import Job
from jurisdictions.record.jobs import queue as jobs
from jurisdictions.record.jobs.ahead import AHEAD, ask_ahead

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = date(2026, 3, 1)
pytestmark = pytest.mark.usefixtures("shipped")


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_send", lambda _job_id: None)


def test_it_is_asked_for_once_for_what_stands_on_a_day() -> None:
    assert ask_ahead(word="one", on=TODAY, at=NOON)
    assert ask_ahead(word="one", on=TODAY, at=NOON) is None
    assert ask_ahead(word="two", on=TODAY, at=NOON)
    assert ask_ahead(word="one", on=date(2026, 3, 2), at=NOON)
    assert Job.objects.filter(kind=AHEAD).count() == 3


def test_another_address_of_the_tracker_is_another_reason_to_ask(settings: Any) -> None:
    assert ask_ahead(word="one", on=TODAY, at=NOON)
    settings.MAIL_SITE_URL = "https://tracker.example"
    assert ask_ahead(word="one", on=TODAY, at=NOON)


def test_the_sweep_asks_for_it_unless_nothing_is_kept(settings: Any) -> None:
    settings.ANSWERS_QUOTA = 0
    tasks.sweep()
    assert not Job.objects.filter(kind=AHEAD).exists()
    settings.ANSWERS_QUOTA = 1_000_000
    tasks.sweep()
    tasks.sweep()
    assert Job.objects.filter(kind=AHEAD).count() == 1


def test_a_process_that_fails_fails_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks.sys, "executable", "false")
    with pytest.raises(ChildProcessError, match="status 1"):
        tasks.KINDS[AHEAD]({}, lambda _progress: None)


@pytest.mark.parametrize("how", ["HUP", "INT", "TERM"])
def test_a_process_that_is_stopped_with_the_server_is_no_error_and_goes_on_later(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
    how: str,
) -> None:
    stopped = tmp_path / "stopped"
    # A signal that our own parent ignores would be ignored by the script, too.
    stopped.write_text(
        f"#!{sys.executable}\nimport os, signal\n"
        f"signal.signal(signal.SIG{how}, signal.SIG_DFL)\n"
        f"os.kill(os.getpid(), signal.SIG{how})\n"
    )
    stopped.chmod(0o755)
    monkeypatch.setattr(tasks.sys, "executable", str(stopped))
    job = ask_ahead(word="one", on=TODAY, at=NOON)
    assert job
    with caplog.at_level("INFO"):
        tasks.run_job(job)
    assert Job.objects.get(pk=job).status == "queued"
    assert [(one.levelname, one.exc_info) for one in caplog.records] == [("INFO", None)]
    assert "stopped with the server" in caplog.text


def test_the_process_ends_with_the_job(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_progress: float) -> None:
        raise tasks.StopAsked

    monkeypatch.setattr(tasks.sys, "executable", "yes")
    with pytest.raises(tasks.StopAsked):
        tasks.KINDS[AHEAD]({}, stop)
