"""Nobody's jobs keep others' from being done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from jurisdictions import tasks
from jurisdictions.models import Job
from jurisdictions.record.jobs import queue as jobs
from jurisdictions.record.jobs.mails import KIND as MAIL
from jurisdictions.record.jobs.packages import PACKAGE

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


class Held:
    """A worker with three threads: two make packages, and while they do others are asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.began: list[int] = []
        self.mailed: list[int] = []
        kinds = {
            **tasks.KINDS,
            PACKAGE: lambda told, tell: self.make(told["number"]),
            MAIL: lambda told, tell: self.mailed.append(told["number"]),
        }
        monkeypatch.setattr(tasks, "KINDS", kinds)

    def make(self, number: int) -> None:
        self.began.append(number)
        if number == 1:
            # While it is made, another thread begins the next.
            tasks.run_job(ask(PACKAGE, 2))
        elif number == 2:
            tasks.run_job(ask(PACKAGE, 3))
            tasks.run_job(ask(MAIL, 4))


def ask(kind: str, number: int) -> int:
    return jobs.ask_job(
        kind=kind, arguments={"number": number}, by="Ines", at=timezone.now(), lease=LEASE
    )


def test_long_jobs_leave_a_thread_to_the_others(
    done: list[int], sent: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch)
    tasks.run_job(ask(PACKAGE, 1))
    assert held.began == [1, 2], "the third waits"
    assert held.mailed == [4]


def test_what_there_was_no_room_for_is_sent_when_a_long_job_ends_and_is_no_failure(
    done: list[int], sent: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch)
    tasks.run_job(ask(PACKAGE, 1))
    third = Job.objects.get(kind=PACKAGE, arguments__number=3)
    assert (third.status, third.attempts) == ("queued", 0)
    assert third.pk in sent
    tasks.run_job(third.pk)
    assert held.began == [1, 2, 3]


def test_one_that_is_another_s_already_sends_nothing(
    done: list[int], sent: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    Held(monkeypatch)
    first, second = ask(PACKAGE, 3), ask(PACKAGE, 5)
    assert jobs.take_job(job_id=first, at=timezone.now(), lease=LEASE)
    sent.clear()
    tasks.run_job(first)
    assert sent == [], f"{second} would be sent for ever"
