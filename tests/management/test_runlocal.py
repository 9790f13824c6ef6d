"""From an empty folder to an address, and back, with one command."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import httpx
import pytest
from django.conf import settings

MANAGE = Path(settings.BASE_DIR) / "manage.py"
PATIENCE = 60
"""Seconds: the first answer of a server that has just begun, beside other tests."""


@dataclass
class Served:
    """A tracker that runs as `script/server` runs it."""

    process: subprocess.Popen[str]
    folder: Path
    address: str
    told: list[str]


def start(folder: Path, port: int) -> Served:
    """Start it and wait until it says that it is ready."""
    process = subprocess.Popen(
        [sys.executable, str(MANAGE), "runlocal"],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATABASE_URL": "",
            "BROKER_URL": "",
            "DATA_DIR": str(folder),
            "PORT": str(port),
            # Pages made ahead are tried with the database away; here they would only cost time.
            "NOTHING_AHEAD": "1",
            # What a test has just changed is what it reads next, however busy the machine.
            "OLDER_ANSWERS_SECONDS": "0",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    told: list[str] = []
    for line in process.stdout:
        told.append(line)
        if line.startswith("Ready:"):
            return Served(process, folder, f"http://127.0.0.1:{port}", told)
    process.stdout.close()
    process.wait()
    pytest.fail("".join(told))


def stop(served: Served) -> str:
    """TERM; answers what it said from then on."""
    served.process.send_signal(signal.SIGTERM)
    return served.process.communicate(timeout=30)[0]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Running since its first start in an empty folder."""
    served = start(tmp_path_factory.mktemp("data"), free_port())
    yield served
    if served.process.poll() is None:
        stop(served)


def test_mails_are_shown_and_not_sent(served: Served) -> None:
    assert f"Mails are not sent but shown at {served.address}/dev/outbox/\n" in served.told
    assert httpx.get(f"{served.address}/dev/outbox/", timeout=PATIENCE).status_code == 200


def test_it_says_its_address_and_answers_there(served: Served) -> None:
    assert f"Ready: {served.address}/" in served.told[-1]
    assert httpx.get(f"{served.address}/healthz", timeout=PATIENCE).json() == {
        "status": "ok",
        "edition": 1,
        "editions": {"287g": 1, "secure-communities": 1},
    }


def test_an_invitation_leads_to_its_port(served: Served) -> None:
    invited = subprocess.run(
        [sys.executable, str(MANAGE), "invite", "a@example.org", "--role", "administrator"],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATABASE_URL": "",
            "BROKER_URL": "",
            "DATA_DIR": str(served.folder),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    link = invited.stdout.strip().rpartition("\n")[2]
    assert link.startswith(f"{served.address}/invitation/")
    assert httpx.get(link, timeout=PATIENCE).status_code == 200


def test_each_long_step_is_told_with_its_seconds(served: Served) -> None:
    told = "".join(served.told)
    for step in ("Message catalogues", "Styles, scripts and boundaries", "Database", "Facts"):
        assert f"{step} ..." in told
    assert "Published edition 1" in told


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_what_the_map_loads_is_served_compressed_ahead(served: Served, encoding: str) -> None:
    made = next((served.folder / "static" / "geo").glob("us-counties-2010.*.json.br"))
    name = made.name.removesuffix(".br")
    answer = httpx.get(
        f"{served.address}/static/geo/{name}",
        headers={"Accept-Encoding": encoding},
        timeout=PATIENCE,
    )
    assert answer.headers["Content-Encoding"] == encoding
    assert "immutable" in answer.headers["Cache-Control"]
    # What is kept for ever is never asked about again, so that nothing is said to ask by.
    assert "ETag" not in answer.headers
    assert "Last-Modified" not in answer.headers
    plain = httpx.get(f"{served.address}/static/geo/us-counties-2010.json", timeout=PATIENCE)
    assert plain.headers["ETag"], "what may change under its name is asked about"


def descendants(process: subprocess.Popen[str], words: str) -> list[int]:
    """The numbers of the processes that it started whose command holds these words."""
    listed = subprocess.run(
        ["ps", "-A", "-ww", "-o", "ppid=,pid=,args="], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    each = [line.split(maxsplit=2) for line in listed]
    return [
        int(pid) for ppid, pid, command in each if int(ppid) == process.pid and words in command
    ]


@pytest.mark.parametrize("words", ["serve_web", "celery"])
def test_a_process_that_is_killed_is_started_again_and_readers_notice_nothing(
    served: Served, words: str
) -> None:
    before = descendants(served.process, words)
    os.kill(before[0], signal.SIGKILL)
    deadline = monotonic() + 30
    while len(after := descendants(served.process, words)) < len(before) or before[0] in after:
        assert httpx.get(f"{served.address}/about/", timeout=PATIENCE).status_code == 200
        assert monotonic() < deadline
    assert served.process.poll() is None


def test_a_second_one_on_the_same_port_is_refused(served: Served, tmp_path: Path) -> None:
    port = served.address.rpartition(":")[2]
    second = subprocess.run(
        [sys.executable, str(MANAGE), "runlocal"],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATABASE_URL": "",
            "DATA_DIR": str(tmp_path),
            "PORT": port,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 1
    assert f"Port {port} is taken" in second.stderr
    assert not (tmp_path / "tracker.sqlite3").exists()


def tried(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """A server that is expected to refuse."""
    return subprocess.run(
        [sys.executable, str(MANAGE), command],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATABASE_URL": "",
            "BROKER_URL": "",
            "DATA_DIR": str(folder),
            "PORT": str(free_port()),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize("command", ["runlocal", "serve_web"])
def test_a_second_one_on_the_same_folder_is_refused_and_changes_nothing(
    served: Served, command: str
) -> None:
    note = (served.folder / "address.json").read_bytes()
    second = tried(served.folder, command)
    assert second.returncode == 1
    assert f"Another server has {served.folder} already at {served.address}/" in second.stderr
    assert f"(process {served.process.pid})" in second.stderr
    assert "DATA_DIR=" in second.stderr, "what to do is said"
    assert "Traceback" not in second.stderr
    assert second.stdout == "", "nothing was begun"
    assert (served.folder / "address.json").read_bytes() == note
    assert httpx.get(f"{served.address}/healthz", timeout=PATIENCE).json()["edition"] == 1


def test_one_that_was_killed_leaves_the_folder_free(served: Served) -> None:
    served.process.kill()
    served.process.wait()
    assert served.process.stdout
    served.process.stdout.close()
    again = start(served.folder, free_port())
    assert "Nothing changed since edition 1" in "".join(again.told)
    served.process, served.address, served.told = again.process, again.address, again.told


def test_term_stops_it_and_a_second_start_keeps_the_edition(served: Served) -> None:
    assert "Stopped." in stop(served)
    assert served.process.returncode == 0
    again = start(served.folder, int(served.address.rpartition(":")[2]))
    assert "Nothing changed since edition 1" in "".join(again.told)
    stop(again)
