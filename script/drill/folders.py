#!/usr/bin/env python3
"""What lies in DATA_DIR goes, is cut short or cannot be written: the tracker says so and goes on.

    script/drill/folders.py [broker cut database full ...]

`full` wants root: it mounts a small disk in memory. Five minutes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from urllib.request import urlopen

from kills import JOB, NOTE, REPORTS
from stage import Stage, said, stage, until

SMALL = "secure-communities/glossary/"
MEGABYTES = 200


def read(on: Stage, path: str) -> bytes:
    """An answer; ends the drill when there is none."""
    with urlopen(f"http://127.0.0.1:{on.port}/{path}", timeout=60) as answer:
        return bytes(answer.read())


def broker(on: Stage) -> None:
    """The broker's folder is removed under a server; jobs asked for afterwards are done."""
    shutil.rmtree(on.data / "broker")
    number = on.ask(REPORTS)
    took = until(
        lambda: on.ask(JOB.format(number=number)).startswith("done"), "the job is done", 180
    )
    said(f"broker's folder removed: a job asked for after it was done in {took:.0f} s")


def cut(on: Stage) -> None:
    """Kept answers are cut short: readers get whole ones."""
    right = read(on, SMALL)
    for path in ("about/", "glossary/", "data/", "api/v1/summary/"):
        on.status(f"/{path}")
    kept = [one for one in (on.data / "answers").rglob("*") if one.is_file() and one.stat().st_size]
    for one in kept:
        with one.open("r+b") as file:
            file.truncate(one.stat().st_size // 2)
    if read(on, SMALL) != right:
        sys.exit("LOST: an answer differs after kept ones were cut short")
    said(f"{len(kept)} kept files cut short: readers get whole answers")


def database(on: Stage) -> None:
    """The database vanishes and comes back; no other is made, what was read before is served."""
    read(on, SMALL)
    file = on.data / "tracker.sqlite3"
    beside = [file.with_name(file.name + end) for end in ("", "-wal", "-shm")]
    away = on.data / "away"
    away.mkdir()
    for one in beside:
        if one.exists():
            one.rename(away / one.name)
    took = until(lambda: on.status("/healthz") == 503, "/healthz says that it is gone", 30)
    said(f"database moved away: /healthz answers 503 after {took:.1f} s")
    read(on, SMALL)
    if file.exists():
        sys.exit("LOST: an empty database was made in place of the one that vanished")
    status, told = on.tried("publish")
    if not status or "There is no database at" not in told:
        sys.exit(f"LOST: publish said {told[-500:]}")
    said("what was read before is served; publish refuses and names the file")
    for one in beside:
        if (away / one.name).exists():
            (away / one.name).rename(one)
    took = until(lambda: on.status("/healthz") == 200, "it is well again", 60)
    said(f"database back: well again after {took:.1f} s, nothing was started anew")


def full(on: Stage) -> None:
    """The disk is full, then has room; then it is read-only, then not: nothing is half-written."""
    read(on, SMALL)
    weight = on.data / "weight"
    with weight.open("wb") as file:
        try:
            while True:
                file.write(b"0" * 65536)
                file.flush()
        except OSError as error:
            said(f"the disk is full: {error.strerror}")
    status, _told = on.tried("shell", "--no-imports", "-c", NOTE)
    said(f"a change on a full disk: status {status} (refused whole or written whole)")
    said(f"/healthz answers {on.status('/healthz')}")
    read(on, SMALL)
    weight.unlink()
    until(lambda: on.status("/healthz") == 200, "it is well again", 60)
    on.run("shell", "--no-imports", "-c", NOTE)
    on.sound("after the disk was full")
    said("there is room again: a change is kept")
    _read_only(on)


def _read_only(on: Stage) -> None:
    """A server is started on a disk that nobody can write to, as after a fault of the disk."""
    on.stop()
    _remount(on, "ro")
    web = on.begin("serve_web", log="read-only.log")
    until(lambda: on.status("/healthz") == 503, "/healthz says that nothing can be written", 60)
    said(f"read-only disk: /healthz 503, what was read before {on.status('/' + SMALL)}")
    status, _told = on.tried("shell", "--no-imports", "-c", NOTE)
    if not status:
        sys.exit("LOST: a change was said to be kept on a disk that is read-only")
    said("a change was refused")
    web.terminate()
    web.wait()
    _remount(on, "rw")
    on.start()
    on.run("shell", "--no-imports", "-c", NOTE)
    said("the disk can be written again: started, and a change is kept")


def _remount(on: Stage, how: str) -> None:
    command = ["mount", "-o", f"remount,{how}", str(on.data)]
    until(
        lambda: subprocess.run(command, capture_output=True, check=False).returncode == 0,
        f"the disk is mounted {how}",
        30,
    )


DRILLS = {"broker": broker, "cut": cut, "database": database, "full": full}


def main(asked: list[str]) -> None:
    """The drills that are asked for, or all."""
    wanted = [DRILLS[name] for name in asked] if asked else list(DRILLS.values())
    with stage("folders") as on:
        mounted = full in wanted
        if mounted:
            size = f"size={MEGABYTES}m"
            held = on.data.rename(on.data.with_name("held"))
            on.data.mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", size, "drill", on.data], check=True)
            shutil.copytree(held, on.data, dirs_exist_ok=True)
        try:
            on.start()
            for drill in wanted:
                drill(on)
                time.sleep(1)
            on.sound("at the end")
        finally:
            on.stop()
            if mounted:
                subprocess.run(["umount", "--lazy", on.data], check=True)
    said("Nothing was lost, nothing stayed stuck.")


if __name__ == "__main__":
    main(sys.argv[1:])
