"""Nobody's jobs keep others' from being done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from jurisdictions import tasks
from jurisdictions.record.jobs import queue as jobs

pytestmark = pytest.mark.django_db
LEASE = timedelta(seconds=30)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The uploads that were checked, in order; jobs are run by the tests themselves."""
    checked: list[int] = []
    monkeypatch.setattr(tasks.Keeper, "start", lambda _: None)
    monkeypatch.setattr(tasks.Keeper, "join", lambda _: None)
    kinds = {**tasks.KINDS, "upload": lambda told, tell: checked.append(told["upload"])}
    monkeypatch.setattr(tasks, "KINDS", kinds)
    return checked


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The jobs that were sent."""
    told: list[int] = []
    monkeypatch.setattr(jobs, "_send", told.append)
    return told


def upload(number: int, account: int) -> int:
    return jobs.ask_job(
        kind="upload",
        arguments={"upload": number, "account": account},
        by="Ines",
        at=timezone.now(),
        lease=LEASE,
    )


def test_one_person_s_files_are_checked_one_after_another(done: list[int], sent: list[int]) -> None:
    first, second, third = upload(1, account=7), upload(2, account=7), upload(3, account=8)
    taken = jobs.take_job(job_id=first, at=timezone.now(), lease=LEASE)
    assert taken
    tasks.run_job(second)
    assert done == [], "the other place at the worker stays free for others"
    tasks.run_job(third)
    assert done == [3]
    jobs.finish_job(job=taken, at=timezone.now())
    tasks.run_job(second)
    assert done == [3, 2]


def test_what_waited_for_the_same_person_is_sent_when_the_first_is_done(
    done: list[int], sent: list[int]
) -> None:
    first, second, _other = upload(1, account=7), upload(2, account=7), upload(3, account=8)
    tasks.run_job(first)
    assert done == [1]
    assert sent[-1] == second
