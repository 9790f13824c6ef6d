"""The watch knows what stands, lets nobody wait, and remembers across processes."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest
from django.db import OperationalError

from jurisdictions.read.newest import Newest
from jurisdictions.shelf.nudge import nudge
from jurisdictions.web.site.kept import watch as watching
from jurisdictions.web.site.kept.watch import Watch


class Oracle:
    """A database as a test wants it."""

    def __init__(self) -> None:
        self.word, self.asked = "one", 0
        self.away = False
        self.answers = Event()
        self.answers.set()

    def look(self) -> Newest:
        self.asked += 1
        self.answers.wait()
        if self.away:
            raise OperationalError("connection refused")
        return Newest(self.word, {"program": 1})


@pytest.fixture
def oracle() -> Oracle:
    return Oracle()


@pytest.fixture
def watch(oracle: Oracle, tmp_path: Path) -> Watch:
    return Watch(oracle.look, tmp_path / "newest", tmp_path / "signs")


def word(watch: Watch) -> str:
    known = watch.known()
    return known.newest.word if known else ""


def soon(watch: Watch, wanted: str) -> bool:
    deadline = monotonic() + 10
    while word(watch) != wanted and monotonic() < deadline:
        sleep(0.01)
    return word(watch) == wanted


def test_it_asks_once_for_many_readers(watch: Watch, oracle: Oracle) -> None:
    assert {word(watch) for _ in range(100)} == {"one"}
    assert oracle.asked == 1


def test_it_asks_again_a_second_later(
    watch: Watch, oracle: Oracle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "FRESH_SECONDS", 0.01)
    assert word(watch) == "one"
    oracle.word = "two"
    assert soon(watch, "two")
    known = watch.known()
    assert known
    assert known.earlier == ("one",)


def test_a_write_makes_it_ask_at_once(watch: Watch, oracle: Oracle, tmp_path: Path) -> None:
    assert word(watch) == "one"
    oracle.word = "two"
    nudge(tmp_path / "signs")
    assert word(watch) == "two"


def test_a_database_that_is_away_changes_nothing(
    watch: Watch, oracle: Oracle, tmp_path: Path
) -> None:
    assert word(watch) == "one"
    assert not watch.away
    oracle.away = True
    nudge(tmp_path / "signs")
    assert word(watch) == "one"
    assert watch.away
    asked = oracle.asked
    assert word(watch) == "one"
    assert oracle.asked == asked


def test_a_process_that_starts_while_the_database_is_away_knows_what_stood(
    watch: Watch, oracle: Oracle, tmp_path: Path
) -> None:
    assert word(watch) == "one"
    oracle.away = True
    assert word(Watch(oracle.look, tmp_path / "newest", tmp_path / "signs")) == "one"


def test_a_damaged_note_of_what_stood_is_not_believed(
    watch: Watch, oracle: Oracle, tmp_path: Path
) -> None:
    assert word(watch) == "one"
    os.truncate(tmp_path / "newest", 9)
    oracle.away = True
    assert Watch(oracle.look, tmp_path / "newest", tmp_path / "signs").known() is None


def test_nobody_waits_long_for_a_database_that_does_not_answer(
    watch: Watch, oracle: Oracle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(watching, "SILENT_SECONDS", 0.1)
    assert word(watch) == "one"
    oracle.answers.clear()
    nudge(tmp_path / "signs")
    assert word(watch) == "one"
    sleep(0.2)
    assert watch.silent
    assert word(watch) == "one"
    oracle.word = "two"
    oracle.answers.set()
    assert soon(watch, "two")
    assert not watch.silent
