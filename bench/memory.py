"""How large a web process grows over 2,000 mixed requests, as script/server runs it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import httpx

from bench.table import Budget, Row, held

REQUESTS = 2_000
READERS = 4
BUDGETS = {"peak": Budget(300, "MB")}
FIRST = date(2008, 10, 27)
COMMON = (
    "/secure-communities/?date={day}",
    "/es/secure-communities/?date={day}",
    "/places/{geoid}/?date={day}",
    "/secure-communities/jurisdictions/?date={day}&state={state}",
    "/secure-communities/policy/?date={day}",
    "/api/v1/status/?date={day}&page_size=1000",
    "/secure-communities/map.svg?date={day}&state={state}",
    "/secure-communities/jurisdictions.csv?date={day}",
    "/secure-communities/places/{geoid}.json?date={day}",
)
DEAR = (
    "/secure-communities/jurisdictions.pdf?date={day}&state={state}",
    "/secure-communities/jurisdictions.pdf?date={day}",
    "/secure-communities/places/{geoid}.pdf?date={day}",
    "/secure-communities/map.png?date={day}",
    "/secure-communities/jurisdictions.xlsx?date={day}",
    "/secure-communities/jurisdictions.geojson?date={day}",
    "/secure-communities/history.csv?known={day}",
    "/secure-communities/jurisdictions/?known={day}",
)
DEAR_SHARE = 0.08


def measure(address: str) -> list[Row]:
    """The largest web process of all: at first, when all is answered, and at its peak."""
    before = [now for now, _peak in processes(address)]
    with httpx.Client(base_url=address, timeout=300, follow_redirects=True) as client:

        def ask(path: str) -> int:
            return client.get(path).status_code

        with ThreadPoolExecutor(READERS) as readers:
            statuses = list(readers.map(ask, mixed()))
    after = processes(address)
    failed = sum(status >= 500 for status in statuses)
    settled, peak = (max(column) for column in zip(*after, strict=True))
    told = f"{settled:.0f} MB, peak {peak:.0f}, at first {max(before):.0f}; {failed} failed"
    what = f"a web process after {REQUESTS:,} mixed requests"
    return [held(what, told, peak, BUDGETS["peak"])]


def mixed() -> Iterator[str]:
    """Addresses, the same in every run."""
    chance = random.Random(7)
    for _ in range(REQUESTS):
        kinds = DEAR if chance.random() < DEAR_SHARE else COMMON
        yield chance.choice(kinds).format(
            day=FIRST + timedelta(days=chance.randrange(4_400)),
            geoid=chance.choice(("17031", "06075", "48201", "51013", "17", "36", "10001")),
            state=chance.choice(("IL", "TX", "CA", "NY", "DE")),
        )


def processes(address: str) -> list[tuple[float, float]]:
    """The memory of each web process that was started for that port, now and at its peak, in MB."""
    port = address.rpartition(":")[2]
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_text()
            started_with = (process / "environ").read_bytes().split(b"\0")
            told = (process / "status").read_text()
        except OSError:
            continue
        now, peak = (re.search(rf"{name}:\s*(\d+) kB", told) for name in ("VmRSS", "VmHWM"))
        if "serve_web" in command and f"PORT={port}".encode() in started_with and now and peak:
            found.append((int(now[1]) / 1000, int(peak[1]) / 1000))
    return found
