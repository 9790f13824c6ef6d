"""A clock that is not to be believed deletes nothing: the rule, what is remembered, who is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions import tasks
from jurisdictions.models import Draft, Follower
from jurisdictions.operating.clock import kept
from jurisdictions.operating.clock.rule import LEAP, TRIAL, Looked, look
from jurisdictions.operating.doctor.work import of_clock
from jurisdictions.operating.signs import swept_at
from jurisdictions.record.drafts import keep_draft
from tests.people import make_person, sign_in

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
DAY, YEARS = timedelta(days=1), timedelta(days=3650)
RIGHT = Looked(NOON, NOON)
moments = st.integers(-4000, 4000).map(lambda days: NOON + days * DAY / 2)
short = st.integers(0, 14).map(lambda halves: halves * DAY / 2)


def looks(before: Looked, said: list[datetime]) -> list[Looked]:
    """What is remembered after each of the clock's words."""
    found = [before]
    for now in said:
        found.append(look(found[-1], now))
    return found[1:]


@given(st.lists(short))
def test_a_clock_that_goes_on_is_believed(steps: list[timedelta]) -> None:
    now, said = NOON, []
    for step in steps:
        now += step
        said.append(now)
    assert all(one.doubted is None for one in looks(RIGHT, said))


@given(st.lists(moments, min_size=1))
def test_no_clock_leaps_into_belief(said: list[datetime]) -> None:
    before = RIGHT
    for now, after in zip(said, looks(RIGHT, said), strict=True):
        leapt = now > before.believed + LEAP
        if leapt and after.doubted is None:
            assert before.doubted is not None
            assert now - before.doubted >= TRIAL
            assert timedelta(0) <= now - before.seen <= LEAP
        assert after.seen == now
        before = after


@given(st.lists(moments), st.integers(-4000, 14))
def test_a_clock_that_is_set_right_is_believed_at_once(said: list[datetime], halves: int) -> None:
    before = ([RIGHT, *looks(RIGHT, said)])[-1]
    right = before.believed + halves * DAY / 2
    assert look(before, right).doubted is None


@given(st.lists(moments))
def test_what_was_believed_is_never_forgotten(said: list[datetime]) -> None:
    believed = [one.believed for one in looks(RIGHT, said)]
    assert believed == sorted(believed)


def test_who_was_off_for_long_is_believed_after_the_trial() -> None:
    back = NOON + YEARS
    days = [back + n * DAY for n in range(8)]
    found = looks(RIGHT, days)
    assert [one.doubted is None for one in found] == [False] * 7 + [True]
    assert found[-1].believed == days[-1]


def test_a_clock_that_leaps_during_its_trial_begins_it_anew() -> None:
    first = look(RIGHT, NOON + YEARS)
    again = look(first, NOON + 2 * YEARS)
    assert again.doubted == NOON + 2 * YEARS
    assert again.believed == NOON


# What is remembered between sweeps.


@pytest.fixture
def data_dir(tmp_path: Path, settings: Any) -> Path:
    """A DATA_DIR in which nothing was remembered yet."""
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.mark.usefixtures("shipped")
def test_the_newest_that_the_tracker_wrote_is_believed_first(data_dir: Path) -> None:
    """So that one that begins with a wrong clock, or over a restored folder, deletes nothing."""
    assert not kept.note_clock(datetime.now(UTC) + YEARS)
    assert kept.doubted()


@pytest.mark.django_db
def test_an_empty_tracker_takes_the_clock_as_it_is(data_dir: Path) -> None:
    assert kept.note_clock(NOON)
    assert kept.doubted() is None


@pytest.mark.django_db
@pytest.mark.parametrize("content", ["", "{", "[]", '{"believed": 1}', '{"believed": "x"}'])
def test_a_note_that_is_damaged_is_made_again(data_dir: Path, content: str) -> None:
    (data_dir / "clock.json").write_text(content)
    assert kept.note_clock(NOON)
    assert kept.note_clock(NOON + DAY)
    assert not kept.note_clock(NOON + YEARS)


@pytest.mark.django_db
def test_a_note_that_cannot_be_written_stops_no_sweep(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_told: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept, "write_whole", full)
    assert kept.note_clock(NOON)


# Sweeps.


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets what sweeps take the time from."""

    def set_to(now: datetime) -> None:
        monkeypatch.setattr(tasks, "_now", lambda: now)

    return set_to


def some_of_each(now: datetime) -> None:
    """What a sweep of years later would delete for good."""
    keep_draft(person=make_person("editor", "17").pk, path="/", fields=[("a", "b")], at=now)
    Session.objects.create(session_key="k", session_data="", expire_date=now + 14 * DAY)
    Follower.objects.create(
        address="ana@example.org",
        program="287g",
        language="en",
        asked_at=now,
        expires_at=now + 2 * DAY,
        confirm_hash="c",
        leave_hash="l",
    )


def left() -> list[int]:
    return [model.objects.count() for model in (Draft, Session, Follower)]


@pytest.mark.usefixtures("shipped")
def test_a_clock_that_is_years_ahead_deletes_nothing_for_good(
    data_dir: Path, clock: Any, caplog: pytest.LogCaptureFixture
) -> None:
    now = datetime.now(UTC)
    some_of_each(now)
    clock(now)
    tasks.sweep()
    for ahead in (YEARS, YEARS + timedelta(hours=1)):
        clock(now + ahead)
        tasks.sweep()
    assert left() == [1, 1, 1]
    assert "manage.py believe_clock" in caplog.text
    assert swept_at(), "all else goes on"
    clock(now + DAY)
    tasks.sweep()
    assert left() == [1, 1, 1]
    assert not kept.doubted()
    for day in range(1, 40):
        clock(now + day * DAY)
        tasks.sweep()
    assert left() == [0, 0, 0], "each in its time"


@pytest.mark.usefixtures("shipped")
def test_who_vouches_for_the_clock_has_deleted_what_is_due(data_dir: Path, clock: Any) -> None:
    now = datetime.now(UTC)
    some_of_each(now - 60 * DAY)
    kept.believe_clock(now - 60 * DAY)
    clock(now)
    tasks.sweep()
    assert left() == [1, 1, 1]
    call_command("believe_clock")
    tasks.sweep()
    assert left() == [0, 0, 0]
    call_command("believe_clock")


@pytest.mark.usefixtures("shipped")
def test_a_clock_in_doubt_is_told_of(data_dir: Path, client: Client) -> None:
    now = datetime.now(UTC)
    assert not list(of_clock())
    administrator = sign_in(client, make_person("administrator", "US"))
    assert "believe_clock" not in administrator.get("/secure-communities/desk/").text
    kept.believe_clock(now - 60 * DAY)
    assert not kept.note_clock(now)
    told = client.get("/healthz").json()["clock"]
    assert told.startswith("stands 60 days after what was last believed")
    assert [one.key for one in of_clock()] == ["clock.doubted"]
    page = administrator.get("/secure-communities/desk/").text
    assert "believe_clock" in page
    assert f"{(now + TRIAL):%B} " in page


@pytest.mark.usefixtures("shipped")
def test_a_part_of_a_sweep_that_fails_keeps_none_of_the_others(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    some_of_each(datetime.now(UTC) - DAY * 60)
    kept.believe_clock(datetime.now(UTC))

    def broken(*, at: datetime) -> None:
        raise RuntimeError(str(at))

    parts = (broken, *tasks.BY_THE_CLOCK)
    monkeypatch.setattr(tasks, "BY_THE_CLOCK", parts)
    tasks.sweep()
    assert left() == [0, 0, 0]
    assert "The sweep: broken" in caplog.text
    assert swept_at() is None, "a sweep that was not done to its end is no sign of one"
