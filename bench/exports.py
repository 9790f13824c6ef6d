"""Files beside Datasette serving the same spans, in the same run, asked in turn.

Datasette comes into an environment of its own, var/bench-datasette; its database is made from the
tracker's own /secure-communities/history.csv. Answers are asked for uncompressed, each time of
another day.
"""

from __future__ import annotations

import csv
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlencode

import httpx

from bench.table import Budget, Row, held

BUDGETS = {
    "rows": Budget(2, "times as fast", least=True),
    "history": Budget(3, "times as fast", least=True),
    "first": Budget(200, "ms"),
    "flat": Budget(8, "MB"),
}
VENV = Path(__file__).parents[1] / "var" / "bench-datasette"
STATES = ("TX", "GA", "VA", "KY", "MO", "KS", "IL", "NH", "DC")
"""A thousand county equivalents between them."""
COLUMNS = "geoid, name, state, kind, status, agreement, activation, objection, local_limits"
ON = (
    "(start = '' or start <= '{day}') and (\"end\" = '' or \"end\" > '{day}') and length(geoid) = 5"
)
WARMING = 6
"""Requests before those that count: the server has several processes, each to be met."""
DAYS = [date(2009, 1, 1) + timedelta(days=97 * step) for step in range(12)]


def measure(address: str) -> list[Row]:
    """What was measured, the figures, the budget: one row for each."""
    with (
        tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder,
        httpx.Client(headers={"Accept-Encoding": "identity"}, timeout=60) as client,
    ):
        spans = Path(folder) / "spans.db"
        fill(spans, client.get(f"{address}/secure-communities/history.csv").text)
        with datasette(spans, client) as other:
            return [*beside(client, address, other), *alone(client, address)]


def beside(client: httpx.Client, address: str, other: str) -> list[Row]:
    """Ours and Datasette's, in turn."""
    chosen = "&".join(f"state={code}" for code in STATES)
    named = ", ".join(f"'{code}'" for code in STATES)
    listed = f"{address}/secure-communities/jurisdictions.json?sort=name&{chosen}&date="
    called = f"{address}/api/v1/status/?page_size=1000&date="
    plain = f"{address}/secure-communities/jurisdictions.csv?date="

    def thousand(day: date) -> str:
        where = f"{ON.format(day=day)} and state in ({named})"
        sql = f"select {COLUMNS} from spans where {where} order by name"  # noqa: S608 - a benchmark
        return f"{other}.json?{urlencode({'sql': sql, '_shape': 'array'})}"

    def table(day: date) -> str:
        where = {"_where": f"{ON.format(day=day)} and state in ({named})"}
        asked = {**where, "_shape": "array", "_size": 1000, "_nocount": 1, "_nofacet": 1}
        return f"{other}/spans.json?{urlencode(asked)}"

    def everybody(day: date) -> str:
        return f"{other}/spans.csv?{urlencode({'_where': ON.format(day=day), '_stream': 'on'})}"

    json_rows, api_rows, theirs, table_rows = in_turn(
        client, [listed + "{day}", called + "{day}", thousand, table], DAYS
    )
    csv_rows, their_csv = in_turn(client, [plain + "{day}", everybody], DAYS[:6])
    past, their_past = in_turn(
        client,
        [f"{address}/secure-communities/history.csv", lambda _day: f"{other}/spans.csv?_stream=on"],
        DAYS[:3],
    )
    return [
        compared("1,000 rows as JSON, the list", json_rows, min(theirs, table_rows), "rows"),
        compared("1,000 rows as JSON, the API", api_rows, min(theirs, table_rows), "rows"),
        compared("3,234 rows as CSV", csv_rows, their_csv, "rows"),
        compared("full history as CSV", past, their_past, "history"),
    ]


def alone(client: httpx.Client, address: str) -> list[Row]:
    """How soon the history starts, and what it takes in memory."""
    starts = []
    for _ in range(5):
        begun = time.perf_counter()
        with client.stream("GET", f"{address}/secure-communities/history.csv") as answer:
            next(answer.iter_raw())
            starts.append((time.perf_counter() - begun) * 1000)
    sizes = {
        form: len(client.get(f"{address}/secure-communities/jurisdictions.{form}").content) / 1000
        for form in ("xlsx", "geojson")
    }
    told = ", ".join(f"{form} {size:.0f} kB" for form, size in sizes.items())
    first, held_at_once, flat = statistics.median(starts), streamed_megabytes(), BUDGETS["flat"]
    return [
        held("history.csv, first bytes", f"{first:.0f} ms", first, BUDGETS["first"]),
        held("history.csv, memory above the start", f"{held_at_once:.1f} MB", held_at_once, flat),
        Row("files of the whole list", told),
    ]


def streamed_megabytes() -> float:
    """The most that writing the whole history holds at once."""
    from jurisdictions.read.asking import ask
    from jurisdictions.read.history import history
    from jurisdictions.render.files.columns.programs.secure_communities import SPANS
    from jurisdictions.render.files.csv_file import csv_chunks

    as_of = ask(today=date.today())
    next(csv_chunks(SPANS, as_of, history(as_of)))
    tracemalloc.start()
    for _chunk in csv_chunks(SPANS, as_of, history(as_of)):
        pass
    return tracemalloc.get_traced_memory()[1] / 1_000_000


def in_turn(
    client: httpx.Client, asked: list[str | Callable[[date], str]], days: list[date]
) -> list[float]:
    """Median milliseconds of each address over the days, once every process is warm."""
    spent: list[list[float]] = [[] for _ in asked]
    for number, day in enumerate([*islice(cycle(days), WARMING), *days], 1 - WARMING):
        for at, one in enumerate(asked):
            address = one.format(day=day) if isinstance(one, str) else one(day)
            begun = time.perf_counter()
            answer = client.get(address, follow_redirects=True)
            took = (time.perf_counter() - begun) * 1000
            assert answer.status_code == 200, (address, answer.text[:500])
            if number > 0:
                spent[at].append(took)
    return [statistics.median(times) for times in spent]


def compared(what: str, ours: float, theirs: float, budget: str) -> Row:
    """A row of the table."""
    figure = f"{ours:.0f} ms, Datasette {theirs:.0f} ms: {theirs / ours:.1f} times as fast"
    return held(what, figure, theirs / ours, BUDGETS[budget])


def fill(file: Path, text: str) -> None:
    """A database of the spans, indexed as a careful user would."""
    names, *rows = csv.reader(text.splitlines())
    database = sqlite3.connect(file)
    columns = ", ".join('"' + name + '" text' for name in names)
    database.execute(f"create table spans ({columns})")
    marks = ", ".join("?" * len(names))
    database.executemany(f"insert into spans values ({marks})", rows)  # noqa: S608 - a benchmark
    database.execute("create index by_place on spans (geoid, start)")
    database.execute('create index by_day on spans (start, "end")')
    database.execute("create index by_state on spans (state)")
    database.commit()
    database.close()


@contextmanager
def datasette(file: Path, client: httpx.Client) -> Iterator[str]:
    """Datasette serving the file; the address of its database."""
    program = VENV / "bin" / "datasette"
    if not program.exists():
        print("Installing Datasette into var/bench-datasette", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([VENV / "bin" / "pip", "install", "--quiet", "datasette"], check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [program, file, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}/{file.stem}"
        wait_for(client, address)
        yield address
    finally:
        server.terminate()
        server.wait()


def wait_for(client: httpx.Client, address: str) -> None:
    """Until it answers."""
    for _ in range(120):
        try:
            if client.get(f"{address}.json").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.25)
    raise SystemExit("Datasette does not answer")
