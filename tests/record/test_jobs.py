"""Job rows: who may take one, keep one, end one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from kombu.exceptions import OperationalError
from pytest_django import DjangoCaptureOnCommitCallbacks

from jurisdictions.record.jobs import queue as jobs

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LEASE = timedelta(seconds=30)
LATER = NOON + timedelta(minutes=5)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids that the broker was given."""
    ids: list[int] = []
    monkeypatch.setattr(jobs, "_send", ids.append)
    return ids


@pytest.fixture
def job(shipped: None, sent: list[int]) -> int:
    """A job that an administrator asked for at noon."""
    return jobs.ask_job(kind="publish", arguments={}, by="Ada", at=NOON, lease=LEASE)


def take(job_id: int, at: datetime = NOON) -> jobs.TakenJob:
    """Take it, or fail."""
    taken = jobs.take_job(job_id=job_id, at=at, lease=LEASE)
    assert taken is not None
    return taken


def test_a_job_is_sent_only_once_its_transaction_is_kept(
    shipped: None,
    sent: list[int],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        asked = jobs.ask_job(kind="publish", arguments={}, by="Ada", at=NOON, lease=LEASE)
        assert sent == []
    assert sent == [asked]


def test_a_message_delivered_twice_runs_the_job_once(job: int) -> None:
    assert take(job).attempt == 1
    assert jobs.take_job(job_id=job, at=NOON, lease=LEASE) is None


def test_a_job_that_is_done_has_all_its_progress_and_no_error(job: int) -> None:
    taken = take(job)
    assert jobs.keep_job(job=taken, progress=0.4, at=NOON, lease=LEASE)
    assert jobs.job_state(job).progress == 0.4
    assert jobs.finish_job(job=taken, at=NOON)
    state = jobs.job_state(job)
    assert (state.status, state.progress, state.error) == ("done", 1.0, "")


def test_progress_beyond_the_end_is_the_end(job: int) -> None:
    jobs.keep_job(job=take(job), progress=7.0, at=NOON, lease=LEASE)
    assert jobs.job_state(job).progress == 1.0


def test_a_job_whose_lease_ran_out_goes_to_another_worker(job: int) -> None:
    slow = take(job)
    assert jobs.sweep_jobs(at=NOON, lease=LEASE) == []
    assert jobs.sweep_jobs(at=LATER, lease=LEASE) == [job]
    quick = take(job, LATER)
    assert not jobs.keep_job(job=slow, progress=0.9, at=LATER, lease=LEASE)
    assert not jobs.finish_job(job=slow, at=LATER)
    assert jobs.finish_job(job=quick, at=LATER)
    assert jobs.job_state(job).attempts == 2


def test_a_worker_lost_three_times_ends_the_job(job: int) -> None:
    for hours in range(3):
        take(job, NOON + timedelta(hours=hours))
        jobs.sweep_jobs(at=NOON + timedelta(hours=hours, minutes=5), lease=LEASE)
    state = jobs.job_state(job)
    assert (state.status, state.attempts, state.error) == ("failed", 3, jobs.LOST)
    assert jobs.sweep_jobs(at=NOON + timedelta(days=1), lease=LEASE) == []


def test_a_failed_attempt_is_tried_again_and_its_error_kept(job: int) -> None:
    assert jobs.fail_job(job=take(job), error="no disk", at=NOON, lease=LEASE)
    state = jobs.job_state(job)
    assert (state.status, state.error) == ("queued", "no disk")


def test_the_third_failure_is_the_last(job: int) -> None:
    for _ in range(3):
        jobs.fail_job(job=take(job), error="no disk", at=NOON, lease=LEASE)
    assert jobs.job_state(job).status == "failed"
    assert jobs.take_job(job_id=job, at=NOON, lease=LEASE) is None


def test_a_queued_job_is_cancelled_at_once(job: int) -> None:
    assert jobs.cancel_job(job_id=job, at=NOON)
    assert jobs.job_state(job).status == "cancelled"
    assert jobs.take_job(job_id=job, at=NOON, lease=LEASE) is None


def test_a_running_job_is_told_to_stop_when_it_next_looks(job: int) -> None:
    taken = take(job)
    assert not jobs.stop_job(job=taken, at=NOON)
    assert jobs.cancel_job(job_id=job, at=NOON)
    assert not jobs.keep_job(job=taken, progress=0.5, at=NOON, lease=LEASE)
    assert jobs.stop_job(job=taken, at=NOON)
    assert jobs.job_state(job).status == "cancelled"


def test_a_cancelled_job_whose_worker_died_is_not_run_again(job: int) -> None:
    take(job)
    jobs.cancel_job(job_id=job, at=NOON)
    jobs.sweep_jobs(at=LATER, lease=LEASE)
    assert jobs.job_state(job).status == "cancelled"


def test_a_job_that_has_ended_cannot_be_cancelled(job: int) -> None:
    jobs.finish_job(job=take(job), at=NOON)
    assert not jobs.cancel_job(job_id=job, at=NOON)


def test_a_broker_that_is_down_fails_nothing_since_the_sweep_sends_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Down:
        def send_task(self, *_: object, **how: object) -> None:
            raise OperationalError

    monkeypatch.setattr(jobs, "_broker_away", {"until": 0.0})
    monkeypatch.setattr(jobs, "import_string", lambda _: Down())
    jobs._send(1)
    assert "the sweep will send it again" in caplog.text


def test_a_broker_that_takes_nothing_is_left_alone_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[list[int]] = []

    class Away:
        def send_task(self, name: str, arguments: list[int], **how: object) -> None:
            tried.append(arguments)
            raise OperationalError

    monkeypatch.setattr(jobs, "_broker_away", {"until": 0.0})
    monkeypatch.setattr(jobs, "import_string", lambda name: Away())
    jobs._send(1)
    jobs._send(2)
    assert tried == [[1]], "whoever asks for work meanwhile does not wait: the sweep sends it"


@pytest.mark.parametrize("taken", [True, False])
def test_a_lease_of_a_clock_that_was_ahead_ends_soon_after_it_is_right(
    job: int, sent: list[int], taken: bool
) -> None:
    ahead = NOON + timedelta(days=1)
    if taken:
        take(job, ahead)
    else:
        job = jobs.ask_job(kind="publish", arguments={}, by="Ada", at=ahead, lease=LEASE)
    assert job not in jobs.sweep_jobs(at=NOON, lease=LEASE)
    assert job in jobs.sweep_jobs(at=NOON + LEASE, lease=LEASE)
    assert take(job, NOON + LEASE).attempt == 1 + taken


def test_a_worker_that_lives_keeps_its_job_when_the_clock_is_set_back(job: int) -> None:
    taken, back = take(job), NOON - timedelta(hours=1)
    assert jobs.sweep_jobs(at=back, lease=LEASE) == []
    assert jobs.keep_job(job=taken, progress=0.5, at=back + LEASE / 2, lease=LEASE)
    assert jobs.sweep_jobs(at=back + LEASE, lease=LEASE) == []
    assert jobs.finish_job(job=taken, at=back + LEASE)


def test_a_mail_that_gathers_for_days_goes_on_gathering(job: int) -> None:
    until = NOON + timedelta(days=5)
    mail = jobs.ask_job(kind="mail", arguments={}, by="mail", at=NOON, lease=until - NOON)
    jobs.sweep_jobs(at=NOON + LEASE, lease=LEASE)
    assert mail not in jobs.sweep_jobs(at=NOON + 3 * LEASE, lease=LEASE)
    assert mail in jobs.sweep_jobs(at=until, lease=LEASE)
