"""Processes that run together: one that ends is started again, a signal ends all."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest
from django.conf import settings


@contextmanager
def troupe(
    python: str = sys.executable, folder: Path = settings.BASE_DIR, **told: str
) -> Iterator[tuple[subprocess.Popen[str], dict[str, int]]]:
    """A supervisor in a process of its own, and the numbers of the two that it runs, by name."""
    with subprocess.Popen(
        [python, "-m", "tests.management.troupe"],
        cwd=folder,
        env={**os.environ, **told},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        lines = [process.stdout.readline().split() for _ in range(2)]
        yield process, {name: int(number) for name, number in lines}
        process.kill()


def gone(pid: int) -> bool:
    """Whether a process has ended within ten seconds."""
    deadline = monotonic() + 10
    while monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_all(number: signal.Signals) -> None:
    with troupe() as (process, sleepers):
        process.send_signal(number)
        assert process.communicate()[0] == "asked to stop\n"
        assert all(map(gone, sleepers.values()))


def test_one_that_ends_is_started_again_while_the_other_goes_on() -> None:
    with troupe() as (process, sleepers):
        os.kill(sleepers["first"], signal.SIGKILL)
        assert process.stdout
        said = "said first ended by itself (signal 9); it is started again at once.\n"
        assert process.stdout.readline() == said
        name, number = process.stdout.readline().split()
        assert name == "first"
        assert int(number) != sleepers["first"]
        os.kill(sleepers["second"], 0)


def test_the_oftener_one_ends_the_longer_it_waits() -> None:
    with troupe() as (process, sleepers):
        assert process.stdout
        number = sleepers["first"]
        for when in ("at once", "in 1 s", "in 2 s"):
            os.kill(number, signal.SIGUSR1)
            said = process.stdout.readline()
            assert said == f"said first ended by itself (status 0); it is started again {when}.\n"
            number = int(process.stdout.readline().split()[1])
        process.send_signal(signal.SIGTERM)
        assert process.communicate()[0] == "asked to stop\n"
        assert gone(number)


def test_all_die_with_a_supervisor_that_is_killed() -> None:
    with troupe() as (process, sleepers):
        process.kill()
        assert all(map(gone, sleepers.values()))


def test_each_is_replaced_once_its_successor_is_ready() -> None:
    with troupe() as (process, sleepers):
        process.send_signal(signal.SIGUSR2)
        assert process.stdout
        for each in ("first", "second"):
            name, number = process.stdout.readline().split()
            assert name == each
            os.kill(int(number), 0)
            assert process.stdout.readline() == f"said {each} has a successor.\n"
            assert gone(sleepers[each])
            sleepers[each] = int(number)
        process.terminate()
        assert process.communicate()[0] == "asked to stop\n"
        assert all(map(gone, sleepers.values()))


def test_where_a_successor_does_not_begin_all_go_on() -> None:
    with troupe(NO_SUCCESSORS="1") as (process, sleepers):
        process.send_signal(signal.SIGUSR2)
        assert process.stdout
        said = "said first: its successor did not begin; the one before goes on.\n"
        assert process.stdout.readline() == said
        for number in sleepers.values():
            os.kill(number, 0)


def test_successors_begin_although_the_release_before_was_deleted(tmp_path: Path) -> None:
    """Two upgrades later nothing is left of the release that the supervisor began in."""
    release = tmp_path / "release"
    venv.create(release / ".venv", symlinks=True)
    for room in ("jurisdictions/management", "tests/management"):
        shutil.copytree(settings.BASE_DIR / room, release / room)
    with troupe(str(release / ".venv/bin/python"), release) as (process, _sleepers):
        shutil.rmtree(release)
        process.send_signal(signal.SIGUSR2)
        assert process.stdout
        for each in ("first", "second"):
            assert process.stdout.readline().split()[0] == each
            assert process.stdout.readline() == f"said {each} has a successor.\n"
        process.terminate()
        assert process.communicate()[0] == "asked to stop\n"
