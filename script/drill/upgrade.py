#!/usr/bin/env python3
"""An upgrade under load behind nginx: newer code takes over, and no reader is turned away.

    script/drill/upgrade.py [--seconds 10] [--readers 8] [--data FOLDER]

Two releases lie side by side, `serve_web` runs on a socket that this script holds as systemd would,
behind nginx with `deploy/nginx/tracker.conf`. While readers ask, the link is set to the second
release and USR2 sent; then twice more; then the server is ended and started again (`systemctl
restart`). Says how many requests there were, how many failed, and how long they took; ends with 1
when one failed.
Wants nginx, openssl and curl. Two minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
from collections import Counter
from http.client import HTTPException, HTTPSConnection
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

CODE = Path(__file__).resolve().parents[2]
MARK = "<!-- of the second release -->"
PATHS = (
    "/secure-communities/policy/",
    "/secure-communities/",
    "/places/17031-cook-county-illinois/",
    "/secure-communities/jurisdictions/?text=cook",
    "/robots.txt",
    "/healthz",
    "/secure-communities/sources/",
    "/there/is/nothing/here",
)
EXPECTED = {200, 301, 304, 404}


class Readers:
    """Ask until told to stop, each on lines of their own, and note what came of it."""

    def __init__(self, port: int, many: int) -> None:
        self.port, self.stop = port, Event()
        self.seconds: list[float] = []
        self.slowest: list[tuple[float, str]] = []
        self.step = "the first release begins"
        self.failed: Counter[str] = Counter()
        self.of_the_second = 0
        self.threads = [Thread(target=self._read, args=[each], daemon=True) for each in range(many)]
        for thread in self.threads:
            thread.start()

    def _read(self, first: int) -> None:
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        each = first
        while not self.stop.is_set():
            path = PATHS[each % len(PATHS)]
            # Now and then something that nobody has asked yet, so that it has to be made.
            if each % 20 == 19:
                path = f"/secure-communities/?date=2011-{each % 12 + 1:02}-{each % 28 + 1:02}"
            began, step = monotonic(), self.step
            try:
                line = HTTPSConnection("127.0.0.1", self.port, timeout=60, context=trusting)
                line.request("GET", path, headers={"Host": "tracker.example.org"})
                answer = line.getresponse()
                said = answer.read()
                line.close()
                if answer.status not in EXPECTED:
                    self.failed[f"{answer.status} {path.partition('?')[0]}"] += 1
                self.of_the_second += MARK.encode() in said
            except (OSError, HTTPException) as wrong:
                self.failed[f"{type(wrong).__name__}: {wrong}"] += 1
            self.seconds.append(took := monotonic() - began)
            told = f"{took:.1f} s: {path}, asked while {step}, answered while {self.step}"
            self.slowest = sorted([*self.slowest, (took, told)], reverse=True)[:5]
            each += 1
            sleep(0.02)

    def end(self) -> None:
        self.stop.set()
        for thread in self.threads:
            thread.join()


def release(folder: Path, *, marked: bool) -> Path:
    """The code as it is committed, with the packages that are installed here."""
    folder.mkdir(parents=True)
    packed = subprocess.run(["git", "archive", "HEAD"], cwd=CODE, check=True, capture_output=True)
    subprocess.run(["tar", "x", "-C", str(folder)], input=packed.stdout, check=True)
    (folder / ".venv").symlink_to(CODE / ".venv")
    if marked:
        base = folder / "templates" / "base.html"
        text = base.read_text()
        base.write_text(text.replace("</body>", f"{MARK}</body>"))
    return folder


def point(link: Path, to: Path) -> None:
    """Set a link anew, at once for everybody (ln -sfn is not)."""
    new = link.with_name("new")
    new.symlink_to(to)
    new.replace(link)


def manage(code: Path, environment: dict[str, str], *arguments: str) -> None:
    subprocess.run(
        [str(code / ".venv/bin/python"), str(code / "manage.py"), *arguments],
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def serve(link: Path, listening: socket.socket, environment: dict[str, str], log: Path) -> int:
    """As systemd starts it, with the socket as the third file; answers its process's number."""
    with log.open("ab") as said:
        started = subprocess.Popen(
            ["sh", "-c", 'LISTEN_PID=$$ exec "$0" manage.py serve_web', str(link / "deploy/run")],
            env={**environment, "LISTEN_FDS": "1", "CODE_DIR": str(link)},
            preexec_fn=lambda: os.dup2(listening.fileno(), 3),
            pass_fds=[3],
            stdout=said,
            stderr=said,
        )
    RUNNING.append(started)
    return started.pid


RUNNING: list[subprocess.Popen[bytes]] = []


def nginx(folder: Path, web: int, port: int) -> None:
    """Nginx with the site as it is given, but for names of files and ports."""
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"),
            *("-subj", "/CN=tracker.example.org", "-keyout", str(folder / "key.pem")),
            *("-out", str(folder / "cert.pem")),
        ],
        check=True,
        capture_output=True,
    )
    site = (CODE / "deploy/nginx/tracker.conf").read_text()
    site = re.sub(r"server \{\s+listen 80;.*?\n\}\n", "", site, flags=re.DOTALL)
    for pattern, told in (
        (r"/etc/letsencrypt/live/[^/]+/fullchain.pem", str(folder / "cert.pem")),
        (r"/etc/letsencrypt/live/[^/]+/privkey.pem", str(folder / "key.pem")),
        (r"/var/log/nginx", str(folder)),
        (r"/srv/tracker/data", str(folder / "data")),
        (r"127\.0\.0\.1:8000", f"127.0.0.1:{web}"),
        (r"listen 443", f"listen 127.0.0.1:{port}"),
        (r"\n\s+listen \[::\]:443[^\n]*", ""),
    ):
        site = re.sub(pattern, told, site)
    conf = folder / "nginx.conf"
    conf.write_text(
        f"user root;\npid {folder}/nginx.pid;\nworker_processes 1;\ndaemon off;\n"
        f"error_log {folder}/nginx-errors.log;\nevents {{ worker_connections 2048; }}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\n{site}\n}}\n"
    )
    subprocess.run(["nginx", "-t", "-c", str(conf)], check=True, capture_output=True)
    RUNNING.append(subprocess.Popen(["nginx", "-c", str(conf)], stderr=subprocess.DEVNULL))


def wait_for(log: Path, text: str, times: int) -> None:
    deadline = monotonic() + 120
    while log.read_text().count(text) < times:
        if monotonic() > deadline:
            raise SystemExit(f"Not in the log in time: {text}\n{log.read_text()[-3000:]}")
        sleep(0.1)


def wait_until_ready(port: int) -> None:
    deadline = monotonic() + 120
    command = ["curl", "--silent", "--insecure", "--fail", "--output", "/dev/null"]
    while subprocess.run(
        [*command, "--header", "Host: tracker.example.org", f"https://127.0.0.1:{port}/healthz"],
        check=False,
    ).returncode:
        if monotonic() > deadline:
            raise SystemExit("The first release does not answer.")
        sleep(0.5)


def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="of load after each step")
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--data", type=Path, help="a DATA_DIR that is published; it is copied")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="tracker-upgrade-"))
    try:
        return rehearse(options, folder)
    finally:
        for one in reversed(RUNNING):
            one.terminate()
            one.wait(40)
        shutil.rmtree(folder, ignore_errors=True)


def rehearse(options: argparse.Namespace, folder: Path) -> int:
    data, link, log = folder / "data", folder / "code", folder / "web.log"
    first = release(folder / "one", marked=False)
    second = release(folder / "two", marked=True)
    point(link, first)
    environment = {**os.environ, "DATA_DIR": str(data), "DATABASE_URL": "", "HTTPS": "1"}
    environment |= {
        "ALLOWED_HOSTS": "tracker.example.org",
        "SITE_URL": "https://tracker.example.org",
        "API_REQUESTS": "1000000",
    }
    if options.data:
        shutil.copytree(options.data, data, ignore=shutil.ignore_patterns("metrics", "alive"))
        shutil.rmtree(data / "answers", ignore_errors=True)
    for command in ("build", "migrate", *(() if options.data else ("load_facts", "publish"))):
        manage(first, environment, command)
    listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
    port = free()
    pid = serve(link, listening, environment, log)
    nginx(folder, listening.getsockname()[1], port)
    wait_until_ready(port)
    os.kill(pid, signal.SIGUSR2)  # the first release begins warm as well
    wait_for(log, "has a successor", 2)
    readers = Readers(port, options.readers)
    sleep(options.seconds)
    before = len(readers.seconds)
    told = [f"{before} requests to the first release"]

    readers.step = "the second release is prepared"
    manage(second, environment, "build")
    manage(second, environment, "migrate")
    point(link, second)
    for turn in range(1, 4):
        readers.step = f"replaced for the {turn}. time"
        os.kill(pid, signal.SIGUSR2)
        wait_for(log, "has a successor", 2 * turn + 2)
        sleep(options.seconds / 2)
    told.append(f"3 times replaced; {readers.of_the_second} answers of the second release")

    readers.step = "ended and started again"
    os.kill(pid, signal.SIGTERM)
    RUNNING[0].wait(40)
    serve(link, listening, environment, log)
    sleep(options.seconds + 5)
    readers.end()
    return tell(readers, told)


def tell(readers: Readers, told: list[str]) -> int:
    took = sorted(readers.seconds)
    print("\n".join([*told, "once ended and started again"]))
    found = {
        "requests": len(took),
        "failed": sum(readers.failed.values()),
        "p50_ms": round(1000 * took[len(took) // 2]),
        "p99_ms": round(1000 * took[len(took) * 99 // 100]),
        "longest_ms": round(1000 * took[-1]),
        "of_the_second_release": readers.of_the_second,
    }
    print(json.dumps(found))
    for _took, which in readers.slowest:
        print(f"  slow: {which}")
    for what, times in readers.failed.most_common(10):
        print(f"  {times} x {what}")
    return 0 if not readers.failed and readers.of_the_second else 1


if __name__ == "__main__":
    sys.exit(main())
