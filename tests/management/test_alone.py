"""One server at a time has a data folder, and the lock dies with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from jurisdictions.management.alone import NAME, FolderRefused, alone_in, beside_others_in

HOLD = """
import subprocess, sys, time
from pathlib import Path
from jurisdictions.management.alone import {kind}
with {kind}(Path(sys.argv[1])):
    print("held", flush=True)
    again = [sys.executable, "-c", "import time; print(flush=True); time.sleep(600)"]
    child = subprocess.Popen(again, stdout=subprocess.PIPE, close_fds=False)
    child.stdout.readline()
    print(child.pid, flush=True)
    time.sleep(600)
"""


@contextmanager
def held(folder: Path, kind: str = "alone_in") -> Iterator[subprocess.Popen[str]]:
    """Another process that has the folder; killed with -9 at the end, if not before."""
    command = [sys.executable, "-c", HOLD.format(kind=kind), str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            # Whatever it started has its group.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def test_the_second_is_told_of_the_first(tmp_path: Path) -> None:
    with (
        held(tmp_path) as first,
        pytest.raises(FolderRefused, match=rf"has .* already \(process {first.pid}\)"),
        alone_in(tmp_path),
    ):
        pass


def test_kill_9_frees_the_folder(tmp_path: Path) -> None:
    with held(tmp_path) as first:
        first.kill()
        first.wait()
        with alone_in(tmp_path):
            assert (tmp_path / NAME).exists()


def test_what_the_first_started_does_not_hold_the_folder_after_it(tmp_path: Path) -> None:
    with held(tmp_path) as first:
        assert first.stdout
        child = int(first.stdout.readline())
        first.kill()
        first.wait()
        try:
            os.kill(child, 0)
            with alone_in(tmp_path):
                os.kill(child, 0)
        finally:
            os.kill(child, signal.SIGKILL)


def test_web_processes_of_their_own_stand_beside_each_other_and_not_beside_a_whole_server(
    tmp_path: Path,
) -> None:
    with (
        held(tmp_path, "beside_others_in"),
        beside_others_in(tmp_path),
        pytest.raises(FolderRefused),
        alone_in(tmp_path),
    ):
        pass
    with held(tmp_path), pytest.raises(FolderRefused), beside_others_in(tmp_path):
        pass


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    with alone_in(tmp_path / "data" / "of mine"):
        assert (tmp_path / "data" / "of mine").is_dir()


def test_a_folder_that_cannot_be_made_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(FolderRefused, match=r"Cannot write in .*file/data \(DATA_DIR\)"),
        alone_in(tmp_path / "file" / "data"),
    ):
        pass


def test_a_folder_that_is_away_keeps_no_web_process_from_what_is_kept(tmp_path: Path) -> None:
    with beside_others_in(tmp_path / "away"):
        assert not (tmp_path / "away").exists()
