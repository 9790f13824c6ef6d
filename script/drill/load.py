#!/usr/bin/env python3
"""A mixed hour of readers at a constant rate of arrivals, with a publication in the middle.

    script/drill/load.py [--seconds 60] [--rate 200] [--no-proxy] [--no-publication] [--json FILE]
    script/drill/load.py --requests 50000             # the soak: so many, then is memory flat?

Starts a tracker of its own and, where nginx is installed, nginx before it, as docs/running.md has
it. Readers come when they come, whether or not the ones before were answered; a time counts from
the moment at which a request was due. Prints percentiles, errors and memory; ends with 1 when a
request failed, or --p99 milliseconds were exceeded. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kills import NOTE
from stage import Stage, free_port, said, stage, until

P = "/secure-communities"
PLACES = ("17-illinois", "06-california", "48-texas", "36-new-york", "13-georgia")
COUNTIES = (
    "17031-cook-county-illinois",
    "06037-los-angeles-county-california",
    "48201-harris-county-texas",
    "36061-new-york-county-new-york",
    "13121-fulton-county-georgia",
    "17089-kane-county-illinois",
    "04013-maricopa-county-arizona",
    "12086-miami-dade-county-florida",
)
API = ("summary", "editions", *(f"jurisdictions/{one[:5]}" for one in COUNTIES))
SEARCHED = ("cook", "san", "x")
MIX: dict[str, tuple[int, tuple[str, ...]]] = {
    "home": (8, ("/", "/es/")),
    "map": (16, (f"{P}/", f"/es{P}/", "/287g/")),
    "map's files": (8, (f"/map{P}/{{edition}}/status.json",)),
    "state": (14, tuple(f"{es}/places/{one}/" for es in ("", "/es") for one in PLACES)),
    "place": (18, tuple(f"{es}/places/{one}/" for es in ("", "/es") for one in COUNTIES)),
    "list": (8, (f"{P}/jurisdictions/", f"/es{P}/jurisdictions/", f"{P}/jurisdictions/?state=IL")),
    "file": (4, (f"{P}/jurisdictions.csv", f"{P}/policy.csv")),
    "api": (14, tuple(f"/api/v1/{one}/" for one in API)),
    "search": (4, tuple(f"{P}/jurisdictions/?q={one}" for one in SEARCHED)),
    "texts": (6, ("/about/", f"{P}/methodology/", f"{P}/glossary/", f"{P}/policy/")),
}
"""Kinds of request: of a hundred so many, and their addresses."""
WAITS_SECONDS = 30
AHEAD = """
from jurisdictions.models import Job
print(Job.objects.filter(kind="ahead").values_list("status", flat=True).first())
"""
NGINX = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 4096; }}
http {{
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include /etc/nginx/mime.types;
  server {{
    listen 127.0.0.1:{port};
    client_max_body_size 11m;
    location /static/ {{
      alias {data}/static/; gzip_static on;
      add_header Cache-Control "public, max-age=31536000, immutable";
    }}
    location / {{
      proxy_pass http://127.0.0.1:{behind};
      proxy_set_header Host $host:$server_port;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }}
  }}
}}
"""


@dataclass
class Heard:
    """What readers got: seconds by kind, what went wrong, memory over time."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)
    late: float = 0.0


class Lines:
    """Connections that are kept open and used again."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def get(self, path: str) -> int:
        """The status of an answer, all of which was read; one that was closed is tried anew."""
        while self.idle:
            line = self.idle.pop()
            try:
                return await self._ask(line, path)
            except (ConnectionError, asyncio.IncompleteReadError):
                line[1].close()
        return await self._ask(await asyncio.open_connection("127.0.0.1", self.port), path)

    async def _ask(self, line: tuple[asyncio.StreamReader, asyncio.StreamWriter], path: str) -> int:
        reader, writer = line
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nAccept-Encoding: br, gzip\r\n"
            "User-Agent: drill\r\n\r\n".encode()
        )
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        if "transfer-encoding: chunked" in head:
            while size := int(await reader.readline(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
        elif "content-length:" in head:
            length = int(head.partition("content-length:")[2].split("\r\n")[0])
            await reader.readexactly(length)
        if "connection: close" in head:
            writer.close()
        else:
            self.idle.append(line)
        return int(head.split(" ", 2)[1])


def addresses(seed: int, edition: int) -> Iterator[tuple[str, str]]:
    """Kinds and addresses for ever, the same for the same seed."""
    draw = random.Random(seed)  # noqa: S311 - a mix, no secret
    kinds, weights = list(MIX), [weight for weight, _paths in MIX.values()]
    while True:
        kind = draw.choices(kinds, weights)[0]
        yield kind, draw.choice(MIX[kind][1]).format(edition=edition)


async def one(lines: Lines, kind: str, path: str, due: float, heard: Heard) -> None:
    """Ask once, and note how long after it was due the answer was whole."""
    try:
        status = await asyncio.wait_for(lines.get(path), WAITS_SECONDS)
    except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
        heard.wrong[f"{path} {type(error).__name__}"] += 1
        return
    heard.times[kind].append(time.monotonic() - due)
    if status not in (200, 301, 302):
        heard.wrong[f"{path} {status}"] += 1


async def arrive(asked: argparse.Namespace, port: int, on: Stage, heard: Heard) -> None:
    """Everybody comes at their time; memory is looked at each second."""
    lines, waiting = Lines(port), set()
    number = asked.requests or round(asked.rate * asked.seconds)
    begin, publishing = time.monotonic() + 0.5, None
    for count, (kind, path) in zip(range(number), addresses(7, 1), strict=False):
        due = begin + count / asked.rate
        if (ahead := due - time.monotonic()) > 0:
            await asyncio.sleep(ahead)
        heard.late = max(heard.late, time.monotonic() - due)
        waiting.add(task := asyncio.create_task(one(lines, kind, path, due, heard)))
        task.add_done_callback(waiting.discard)
        if count % round(asked.rate) == 0:
            heard.memory.append(megabytes(on))
        if count == number // 2 and asked.publication:
            said("somebody publishes")
            publishing = on.begin("shell", "--no-imports", "-c", NOTE)
    if waiting:
        await asyncio.wait(waiting)
    heard.memory.append(megabytes(on))
    if publishing and publishing.wait():
        heard.wrong["the publication"] += 1


def megabytes(on: Stage) -> float:
    """Memory of the web processes."""
    total = 0.0
    for pid in on.processes("serve_web"):
        told = Path(f"/proc/{pid}/status").read_text()
        total += int(told.partition("VmRSS:")[2].split()[0]) / 1024
    return total


@contextmanager
def nginx(on: Stage) -> Iterator[int]:
    """The port of nginx before the server."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="tracker-nginx-") as folder:
        told = NGINX.format(folder=folder, port=port, data=on.data, behind=on.port)
        config = Path(folder) / "nginx.conf"
        config.write_text(told)
        Path(folder).chmod(0o755)
        with subprocess.Popen(["nginx", "-c", str(config)]) as server:
            until(lambda: answers(port), "nginx answers", 20)
            try:
                yield port
            finally:
                server.terminate()


def answers(port: int) -> bool:
    """Whether somebody serves there."""
    on = Stage(Path("/"), port=port)
    return on.status("/about/") == 200


def percentile(times: list[float], share: float) -> float:
    """Milliseconds within which that share was answered; -1 where nothing was."""
    if not times:
        return -1.0
    return round(1000 * sorted(times)[min(len(times) - 1, int(share * len(times)))], 1)


def figures(asked: argparse.Namespace, heard: Heard) -> dict[str, object]:
    """What is told of a run."""
    everything = [one for times in heard.times.values() for one in times]
    fifth = max(1, len(heard.memory) // 5)
    kinds = {
        kind: {
            "requests": len(times),
            **{f"p{p}": percentile(times, p / 100) for p in (50, 95, 99)},
        }
        for kind, times in sorted(heard.times.items())
    }
    return {
        "rate": asked.rate,
        "requests": len(everything),
        **{f"p{p}": percentile(everything, p / 100) for p in (50, 95, 99)},
        "slowest": percentile(everything, 1.0),
        "later_than_p99_asked": sum(1000 * one > asked.p99 for one in everything),
        "errors": sum(heard.wrong.values()),
        "wrong": dict(heard.wrong.most_common(10)),
        "sender_late_ms": round(1000 * heard.late, 1),
        "memory_first_mb": round(sum(heard.memory[fifth : 2 * fifth]) / fifth, 1),
        "memory_last_mb": round(sum(heard.memory[-fifth:]) / fifth, 1),
        "kinds": kinds,
    }


def tell(found: dict[str, object]) -> None:
    """The figures in words."""
    said(
        f"{found['requests']} requests at {found['rate']} a second: p50 {found['p50']} ms, p95"
        f" {found['p95']} ms, p99 {found['p99']} ms, slowest {found['slowest']} ms;"
        f" {found['later_than_p99_asked']} later than asked;"
        f" {found['errors']} errors {found['wrong'] or ''}"
    )
    said(
        f"memory of the web processes: {found['memory_first_mb']} MB in the second fifth, "
        f"{found['memory_last_mb']} MB in the last"
    )
    kinds = found["kinds"]
    assert isinstance(kinds, dict)
    for kind, one_kind in kinds.items():
        said(f"  {kind:12} {one_kind}")


def wishes() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--requests", type=int, default=0, help="so many, in place of --seconds")
    parser.add_argument("--warm", type=float, default=10, help="seconds of readers, uncounted")
    parser.add_argument("--cold", action="store_true", help="begin before pages were made ahead")
    parser.add_argument("--p99", type=float, default=100, help="milliseconds")
    parser.add_argument("--json", type=Path, help="also write the figures there")
    parser.add_argument("--no-proxy", dest="proxy", action="store_false")
    parser.add_argument("--no-publication", dest="publication", action="store_false")
    return parser.parse_args()


def main() -> None:
    """Prepare, let readers come, tell."""
    asked = wishes()
    # As in production: the limit of one network is not what is measured, for all come from one.
    with stage("load", API_REQUESTS="1000000", NOTHING_AHEAD="0") as on:
        on.start()
        if not asked.cold:
            said("waiting until the worker has made the main pages ahead")
            until(lambda: on.ask(AHEAD) == "done", "the main pages were made ahead", 1800)
        proxied = asked.proxy and shutil.which("nginx")
        said(f"ready; readers come {'through nginx' if proxied else 'without a proxy'}")
        with nginx(on) if proxied else here(on) as port:
            heard = Heard()
            if asked.warm:
                before = argparse.Namespace(
                    **{**vars(asked), "seconds": asked.warm, "requests": 0, "publication": False}
                )
                before.rate = min(asked.rate, 50)
                asyncio.run(arrive(before, port, on, Heard()))
            asyncio.run(arrive(asked, port, on, heard))
        found = figures(asked, heard)
    tell(found)
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=2) + "\n")
    if found["errors"] or float(str(found["p99"])) > asked.p99:
        sys.exit(1)


@contextmanager
def here(on: Stage) -> Iterator[int]:
    """The port of the server itself."""
    yield on.port


if __name__ == "__main__":
    main()
