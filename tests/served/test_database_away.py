"""A real server whose real PostgreSQL is stopped, frozen and started again: readers go on."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import httpx
import pytest
from django.conf import settings

from tests.facts_on_file import write_folder

WITHIN_SECONDS = 30.0
FILLED = """
import sys
import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)
call_command("load_facts", sys.argv[1])
call_command("publish", "--without-package")
"""
"""Three commands in one process: to start one takes as long as they do."""
READ_BEFORE = [
    "/secure-communities/",
    "/es/secure-communities/",
    "/secure-communities/jurisdictions/",
    "/secure-communities/jurisdictions.csv",
    "/api/v1/status/",
    "/map/secure-communities/1/status.json",
]
MADE_AHEAD = [
    *(
        "/secure-communities/policy/",
        "/es/secure-communities/policy/",
        "/secure-communities/sources/",
        "/secure-communities/methodology/",
        "/es/secure-communities/methodology/",
        "/secure-communities/glossary/",
    ),
    *(
        "/about/",
        "/secure-communities/data/",
        "/es/secure-communities/data/",
        "/secure-communities/requests/",
        "/secure-communities/briefing/",
        "/secure-communities/jurisdictions.json",
    ),
    *("/places/17-illinois/", "/es/places/17-illinois/", "/secure-communities/policy.csv"),
    *("/api/v1/summary/", "/api/v1/editions/", "/sitemap.xml"),
]
"""What none of the tests reads before."""


def postgres_folder() -> Path | None:
    """Where initdb is, if PostgreSQL is installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Postgres:
    """A server of its own, that a test may stop; it refuses to run as root."""

    programs: Path
    folder: Path
    port: int

    def run(self, program: str, *arguments: str) -> None:
        as_whom = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*as_whom, str(self.programs / program), "-D", str(self.folder / "data")]
        log = (self.folder / "said").open("ab")
        with log:
            subprocess.run([*command, *arguments], check=True, cwd="/", stdout=log, stderr=log)

    def start(self) -> None:
        told = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self.run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", told, "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-m", "immediate", "stop")

    def send(self, number: signal.Signals) -> None:
        """Freeze it or let it go on, with all that serve its connections."""
        first = (self.folder / "data" / "postmaster.pid").read_text().split()[0]
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        for pid in (first, *children):
            os.kill(int(pid), number)


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    programs = postgres_folder()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed")
        pytest.skip("PostgreSQL is not installed")
    # Not below pytest's own folder, which no other user may enter.
    with TemporaryDirectory(prefix="tracker-postgres-") as made:
        folder = Path(made)
        if os.geteuid() == 0:
            shutil.chown(folder, pwd.getpwnam("postgres").pw_name)
        server = Postgres(programs, folder, free_port())
        server.run("initdb", "--username=tracker", "--auth=trust", "--encoding=UTF8", "--no-sync")
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="module")
def environment(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What tells a command of the tracker where it works."""
    folder = tmp_path_factory.mktemp("data")
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"postgres://tracker@127.0.0.1:{postgres.port}/postgres",
        "DEBUG": "1",
    }


@pytest.fixture(scope="module")
def address(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A web server on it, with a small record published."""
    manage = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py")]
    facts = write_folder(tmp_path_factory.mktemp("facts") / "in")
    subprocess.run(
        [sys.executable, "-c", FILLED, str(facts)],
        env=environment,
        cwd=settings.BASE_DIR,
        check=True,
        capture_output=True,
    )
    port = free_port()
    server = subprocess.Popen(
        [*manage, "serve_web"],
        env=environment | {"HOST": "127.0.0.1", "PORT": str(port), "WEB_WORKERS": "1"},
        cwd=settings.BASE_DIR,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(f"http://127.0.0.1:{port}/healthz", 200)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def until(address: str, status: int) -> httpx.Response:
    """The answer, once it has that status."""
    deadline = monotonic() + WITHIN_SECONDS
    while True:
        try:
            answer = httpx.get(address, timeout=10)
            if answer.status_code == status:
                return answer
            said = answer.text[:300]
        except httpx.TransportError as error:
            said = repr(error)
        assert monotonic() < deadline, said
        sleep(0.1)


def check_that_readers_go_on(address: str, before: dict[str, bytes]) -> None:
    for path, content in before.items():
        answer = httpx.get(f"{address}{path}", timeout=5)
        assert (answer.status_code, answer.content) == (200, content), path


def check_that_the_rest_says_so(address: str) -> None:
    for path, kind in (
        ("/secure-communities/glossary/?date=2010-01-01", "text/html"),
        ("/secure-communities/sources.csv?edition=1", "text/plain"),
        ("/api/v1/summary/?date=2010-01-01", "application/problem+json"),
        ("/account/login/?next=/secure-communities/desk/", "text/html"),
    ):
        answer = httpx.get(f"{address}{path}", timeout=15, cookies={"sessionid": "a" * 32})
        if path.startswith("/account/") and answer.status_code == 200:
            continue
        assert answer.status_code == 503, (path, answer.status_code)
        assert answer.headers["Retry-After"]
        assert answer.headers["Content-Type"].startswith(kind)


def read_before(address: str) -> dict[str, bytes]:
    until(f"{address}/healthz", 200)
    return {path: httpx.get(f"{address}{path}", timeout=60).content for path in READ_BEFORE}


def test_readers_go_on_while_postgresql_is_stopped(address: str, postgres: Postgres) -> None:
    before = read_before(address)
    postgres.stop()
    try:
        check_that_readers_go_on(address, before)
        check_that_the_rest_says_so(address)
        ailing = until(f"{address}/healthz", 503).json()
        assert ailing == {
            "status": "only what is kept is served",
            "edition": 1,
            "editions": {"secure-communities": 1},
            "database": "does not answer",
        }
    finally:
        postgres.start()
    until(f"{address}/secure-communities/glossary/?date=2010-01-01", 200)
    assert until(f"{address}/healthz", 200).json() == {
        "status": "ok",
        "edition": 1,
        "editions": {"secure-communities": 1},
    }


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc who is to be frozen")
def test_readers_go_on_while_postgresql_answers_nobody(address: str, postgres: Postgres) -> None:
    before = read_before(address)
    postgres.send(signal.SIGSTOP)
    try:
        check_that_readers_go_on(address, before)
        until(f"{address}/healthz", 503)
        check_that_the_rest_says_so(address)
    finally:
        postgres.send(signal.SIGCONT)
    until(f"{address}/secure-communities/sources.csv?edition=1", 200)


def test_who_comes_first_after_publishing_reads_on_while_it_is_stopped(
    address: str, environment: dict[str, str], postgres: Postgres
) -> None:
    until(f"{address}/healthz", 200)
    subprocess.run(
        [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "make_ahead"],
        env=environment | {"MAIL_SITE_URL": address},
        check=True,
        capture_output=True,
    )
    postgres.stop()
    try:
        until(f"{address}/healthz", 503)
        for path in MADE_AHEAD:
            assert httpx.get(f"{address}{path}", timeout=15).status_code == 200, path
    finally:
        postgres.start()
    until(f"{address}/healthz", 200)
