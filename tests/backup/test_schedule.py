"""Backups are made by the worker, once a turn, and their age is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from jurisdictions.backup.making import backups_in
from jurisdictions.backup.schedule import newest_at, overdue, turn_at
from jurisdictions.record.jobs.backups import ask_backup
from jurisdictions.tasks import KINDS

AT = datetime(2026, 11, 26, 3, 15, tzinfo=UTC)


def test_without_a_folder_no_backup_is_scheduled(settings: Any) -> None:
    settings.BACKUP_TO = None
    assert turn_at(AT) is None


@pytest.mark.django_db
def test_a_turn_asks_for_one_backup_and_the_next_for_another(settings: Any) -> None:
    settings.BACKUP_TO, settings.BACKUP_HOURS = Path("/nowhere"), 6
    turns = [turn_at(AT + timedelta(hours=hour)) for hour in (0, 1, 6)]
    asked = [ask_backup(turn=turn, at=AT) is not None for turn in turns if turn is not None]
    assert asked == [True, False, True]


def test_the_worker_backs_up_and_the_oldest_goes(
    tracker: Path, tmp_path: Path, settings: Any
) -> None:
    settings.BACKUP_TO, settings.BACKUP_KEEP = tmp_path / "backups", 1
    KINDS["backup"]({"turn": 1}, lambda progress: None)
    (made,) = backups_in(tmp_path / "backups")
    moment = newest_at(tmp_path / "backups", datetime.now(UTC))
    assert moment is not None
    assert moment.strftime("tracker-%Y%m%dT%H%M%SZ") == made.name


@pytest.mark.django_db
def test_a_backup_of_a_clock_that_was_ahead_stands_for_none_of_the_right_day(
    settings: Any,
) -> None:
    settings.BACKUP_TO, settings.BACKUP_HOURS = Path("/nowhere"), 24
    tomorrow = AT + timedelta(days=1)
    turn = turn_at(tomorrow)
    assert turn is not None
    assert ask_backup(turn=turn, at=tomorrow + timedelta(hours=6)) is not None
    assert ask_backup(turn=turn, at=tomorrow) is not None, "the clock was right by then"
    assert ask_backup(turn=turn, at=tomorrow + timedelta(minutes=1)) is None


def test_a_backup_named_by_a_clock_ahead_hides_none_that_is_missing(
    settings: Any, tmp_path: Path
) -> None:
    settings.BACKUP_HOURS = 24
    for day in (1, 400):
        folder = tmp_path / f"{AT + timedelta(days=day):tracker-%Y%m%dT%H%M%SZ}"
        folder.mkdir()
        (folder / "manifest.json").write_text("{}")
    assert newest_at(tmp_path, AT) is None
    assert newest_at(tmp_path, AT + timedelta(days=2)) == AT + timedelta(days=1)
    assert overdue(newest_at(tmp_path, AT + timedelta(days=4)), AT + timedelta(days=4))


def test_a_backup_is_missing_after_two_turns_without_one(settings: Any) -> None:
    settings.BACKUP_HOURS = 24
    assert overdue(None, AT)
    assert not overdue(AT, AT + timedelta(hours=47))
    assert overdue(AT, AT + timedelta(hours=49))


@pytest.mark.usefixtures("shipped")
def test_healthz_tells_the_age_of_the_backup(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.BACKUP_TO = tmp_path
    told = client.get("/healthz")
    assert (told.status_code, told.json()["backup"], told.json()["backup_overdue"]) == (
        200,
        None,
        True,
    )
    (tmp_path / "tracker-20200101T000000Z").mkdir()
    (tmp_path / "tracker-20200101T000000Z" / "manifest.json").write_text("{}")
    told = client.get("/healthz").json()
    assert (told["backup"], told["backup_overdue"]) == ("2020-01-01T00:00:00+00:00", True)
