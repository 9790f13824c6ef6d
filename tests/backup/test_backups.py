"""What is backed up comes back, and what would not is told."""

from __future__ import annotations

import fcntl
import json
import sqlite3
import stat
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from jurisdictions.backup.looking import counts_of, editions_of
from jurisdictions.backup.making import backups_in, make_backup
from jurisdictions.backup.manifest import NAME, BackupRefused, kept_as, read_manifest
from jurisdictions.backup.restoring import restore_backup, sound_backup
from jurisdictions.backup.verifying import faults_of_backup
from tests.backup.conftest import Place

AT = datetime(2026, 11, 26, 3, 15, tzinfo=UTC)


def called(name: str, *words: object) -> str:
    out = StringIO()
    call_command(name, *map(str, words), stdout=out)
    return out.getvalue()


def test_a_backup_comes_back_whole_in_an_empty_place(
    tracker: Path, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    rows, editions = counts_of("default"), editions_of("default")
    made = make_backup(tmp_path / "backups", at=AT)
    assert made.folder.name == "tracker-20261126T031500Z"
    assert set(editions) == {"secure-communities", "287g"}
    with place("there") as there:
        told = called("restore", made.folder, "--secrets", made.secrets)
        assert "2026-11-26T03:15:00+00:00" in told
        assert counts_of("default") == rows
        assert editions_of("default") == editions
        for path in ("evidence/ab/" + "ab" * 32, "uploads/a sheet.csv"):
            assert (there / path).read_bytes() == (tracker / path).read_bytes()
        assert stat.S_IMODE((there / "secret-key").stat().st_mode) == 0o600
        with pytest.raises(CommandError, match="is not empty"):
            called("restore", made.folder)


def test_the_keys_are_no_part_of_the_backup_and_its_owners_alone(
    tracker: Path, tmp_path: Path, settings: Any
) -> None:
    made = make_backup(tmp_path / "backups", at=AT, secrets=tmp_path / "safe")
    assert made.secrets.parent == tmp_path / "safe"
    assert stat.S_IMODE(made.secrets.stat().st_mode) == 0o600
    assert settings.SECRET_KEY in made.secrets.read_text()
    for path in made.folder.rglob("*"):
        assert not path.is_file() or settings.SECRET_KEY.encode() not in path.read_bytes()


def test_a_backup_is_of_one_moment_while_others_write(tracker: Path, tmp_path: Path) -> None:
    over = Event()

    def write() -> None:
        key = 0
        try:
            while not over.is_set():
                key += 1
                with connection.cursor() as cursor:
                    cursor.execute(
                        "INSERT INTO django_session (session_key, session_data, expire_date)"
                        " VALUES (%s, '', '2026-11-26 00:00:00')",
                        [str(key)],
                    )
        finally:
            connection.close()

    writer = Thread(target=write)
    writer.start()
    try:
        made = make_backup(tmp_path / "backups", at=AT)
    finally:
        over.set()
        writer.join()
    assert counts_of("default")["django_session"] > made.manifest.counts["django_session"]
    assert faults_of_backup(made.folder)[1] == []


def test_only_so_many_stay_and_what_was_left_unfinished_goes(tracker: Path, tmp_path: Path) -> None:
    to = tmp_path / "backups"
    (to / "tracker-20261101T000000Z.half").mkdir(parents=True)
    made = [make_backup(to, at=AT + timedelta(days=day), keep=2) for day in range(4)]
    assert backups_in(to) == [one.folder for one in made[-2:]]
    assert sorted(path.name for path in to.iterdir()) == [
        ".lock",
        "secrets",
        *(one.folder.name for one in made[-2:]),
    ]
    assert len(list((to / "secrets").iterdir())) == 2
    with pytest.raises(BackupRefused, match="is there already"):
        make_backup(to, at=AT + timedelta(days=3))


def test_a_file_of_evidence_takes_its_room_once(tracker: Path, tmp_path: Path) -> None:
    to = tmp_path / "backups"
    first, second = (make_backup(to, at=AT + timedelta(days=day)) for day in range(2))
    name = "evidence/ab/" + "ab" * 32
    assert (first.folder / name).samefile(second.folder / name)
    assert not (first.folder / name).samefile(tracker / name)


def test_nothing_is_left_of_a_backup_that_cannot_be_made(
    tracker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("jurisdictions.backup.making.shutil.copyfile", full)
    with pytest.raises(CommandError, match="No space left"):
        called("backup", "--to", tmp_path / "backups")
    assert backups_in(tmp_path / "backups") == []
    assert [path.name for path in (tmp_path / "backups").iterdir()] == [".lock"]


def test_what_is_damaged_is_told_by_its_name(tracker: Path, tmp_path: Path) -> None:
    made = make_backup(tmp_path / "backups", at=AT)
    (made.folder / "uploads" / "a sheet.csv").write_text("geoid\n17032\n")
    (made.folder / "evidence" / "ab" / ("ab" * 32)).unlink()
    with pytest.raises(CommandError) as told:
        called("verify", made.folder)
    assert "uploads/a sheet.csv is not as it was written" in str(told.value)
    assert f"evidence/ab/{'ab' * 32} is missing" in str(told.value)


def test_a_backup_of_newer_code_or_of_none_is_refused(
    tracker: Path, place: Place, tmp_path: Path
) -> None:
    made = make_backup(tmp_path / "backups", at=AT)
    told = json.loads((made.folder / NAME).read_text())
    told["migrations"].append("jurisdictions.9999_of_tomorrow")
    (made.folder / NAME).write_text(json.dumps(told))
    with place("there") as there:
        with pytest.raises(BackupRefused, match=r"newer version .* jurisdictions.9999_of_tomorrow"):
            restore_backup(made.folder)
        with pytest.raises(BackupRefused, match="is no backup"):
            restore_backup(tmp_path)
        assert not (there / "evidence").exists()


def test_a_manifest_leads_to_no_file_outside_of_its_folder(
    tracker: Path, place: Place, tmp_path: Path
) -> None:
    made = make_backup(tmp_path / "backups", at=AT)
    path, outside = made.folder / NAME, tmp_path / "backups" / "outside"
    outside.write_text("mine")
    link = made.folder / "uploads" / "link"
    link.symlink_to(outside)
    (made.folder / "evidence" / "there").symlink_to(tmp_path / "backups")
    told = json.loads(path.read_text())
    for name in (
        str(outside),
        "uploads/link",
        "evidence/there/outside",
        "uploads//a sheet.csv",
        "evidence/\0",
        "",
        "evidence/../../outside",
    ):
        entry = asdict(kept_as(outside))
        path.write_text(json.dumps({**told, "files": {**told["files"], name: entry}}))
        with pytest.raises(BackupRefused, match="leads out of the backup"):
            sound_backup(made.folder)
    with place("there") as there:
        with pytest.raises(BackupRefused, match="leads out of the backup"):
            restore_backup(made.folder)
        assert not (there / "evidence").exists()
    no_database = {one: kept for one, kept in told["files"].items() if "database." not in one}
    path.write_text(json.dumps({**told, "files": no_database}))
    with pytest.raises(BackupRefused, match=r"database\.\w+ is missing"):
        sound_backup(made.folder)


WHOLE = {
    "form": 1,
    "made_at": "2026-11-26T03:15:00+00:00",
    "vendor": "sqlite",
    "migrations": ["a.b"],
    "counts": {"a": 1},
    "editions": {"287g": "1 ab"},
    "files": {"uploads/a": {"size": 1, "sha256": "ab"}},
}
ODD = (
    None,
    True,
    -1,
    1e999,
    "",
    "x",
    [],
    [[]],
    [{}],
    {"a": None},
    {"a": 1e999},
    {"a": -1},
    {"a": ""},
)


@pytest.mark.parametrize("field", sorted(WHOLE.keys() - {"form"}))
def test_a_manifest_is_refused_in_words_whatever_one_field_says(tmp_path: Path, field: str) -> None:
    (tmp_path / NAME).write_text(json.dumps(WHOLE))
    assert read_manifest(tmp_path).counts == {"a": 1}
    for odd in ODD:
        if (field, odd) in [("vendor", ""), ("vendor", "x"), ("migrations", [])]:
            continue  # of another database, and of none: both are told when they are compared
        (tmp_path / NAME).write_text(json.dumps({**WHOLE, field: odd}))
        with pytest.raises(BackupRefused, match="is damaged"):
            read_manifest(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", '{"form": 1}', '{"form": 1, "files": 3, "migrations": []}'),
        '{"form": ' + "[" * 100_000,
    ],
)
def test_a_manifest_that_says_nothing_is_refused_in_words(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)
    with pytest.raises(BackupRefused, match=r"damaged|another version|cannot be read"):
        read_manifest(tmp_path)


def test_verify_tells_what_would_come_back_and_leaves_nothing(
    tracker: Path, tmp_path: Path
) -> None:
    made = make_backup(tmp_path / "backups", at=AT)
    told = called("verify", made.folder)
    assert f"{sum(made.manifest.counts.values())} rows, every edition" in told


def test_verify_finds_rows_and_words_that_are_not_those_backed_up(
    tracker: Path, tmp_path: Path
) -> None:
    made = make_backup(tmp_path / "backups", at=AT)
    path = made.folder / NAME
    told = json.loads(path.read_text())
    told["counts"]["jurisdictions_edition"] += 1
    told["editions"]["287g"] = "1 0000"
    path.write_text(json.dumps(told))
    _manifest, faults = faults_of_backup(made.folder)
    count = told["counts"]["jurisdictions_edition"]
    assert faults[-2:] == [
        f"jurisdictions_edition: {count} rows were backed up, {count - 1} came back.",
        "287g: the newest edition says something else than when it was backed up.",
    ]


def test_a_row_that_names_another_that_is_gone_is_found(tracker: Path, tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        return  # PostgreSQL restores no such row: the test above reads what it says
    made = make_backup(tmp_path / "backups", at=AT)
    with closing(sqlite3.connect(made.folder / "database.sqlite3")) as copy:
        copy.execute("DELETE FROM jurisdictions_program WHERE slug = '287g'")
        copy.commit()
    told = json.loads((made.folder / NAME).read_text())
    told["files"]["database.sqlite3"] = asdict(kept_as(made.folder / "database.sqlite3"))
    (made.folder / NAME).write_text(json.dumps(told))
    _manifest, faults = faults_of_backup(made.folder)
    assert any("names a row of jurisdictions_program that is not there" in one for one in faults)
    assert any("program names a row" in one for one in faults), "as check_record says it"


def test_two_backups_are_not_made_at_once(tracker: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    with (tmp_path / "backups" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BackupRefused, match="Another backup is being made"):
            make_backup(tmp_path / "backups", at=AT)
