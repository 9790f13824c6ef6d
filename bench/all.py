"""Every benchmark, one table: `bench/run [--full] [NAME...]`.

Each runs in a process of its own and makes its own start: `record` on an empty database, the others
on one that is loaded and published first, those of ADDRESSED against `runlocal` serving it. The
folders are thrown away. Ends with status 1 when a bench failed or a budget is not kept.
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from bench.table import OVER, PROGRAMS, Row

HERE = Path(__file__).parent
EMPTY = ["record", "agreements", "agency_lists", "lists"]
"""Those that begin with an empty database."""
PUBLISHED = ["linear", "api", "pages", "pictures", "reports", "bulk"]
"""Those that begin with the shipped facts, loaded and published."""
ADDRESSED = [
    *("exports", "wire", "serving", "memory", "slow_line"),
    *sorted(f.stem for f in HERE.glob("map_*.py")),
]
"""Those that ask a server: the files, how much comes over the wire, how fast, and every map_*."""
FAILED = "FAILED"
LOAD = [f"load_facts {Path('jurisdictions', 'data', program)} --by bench" for program in PROGRAMS]
PUBLISH = "publish --by bench --without-package"


def main() -> None:
    """Run what was asked for and print its rows as they come."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("names", nargs="*", help="which (default: all)")
    given.add_argument("--full", action="store_true", help="linearity up to 100 times as many")
    given.add_argument("--one", help=argparse.SUPPRESS)
    given.add_argument("--address", default="", help=argparse.SUPPRESS)
    options = given.parse_args()
    if options.one:
        print(json.dumps(rows_of(options.one, options.address, options.full)))
        return
    wanted = options.names or [*EMPTY, *PUBLISHED, *ADDRESSED]
    if unknown := set(wanted) - {*EMPTY, *PUBLISHED, *ADDRESSED}:
        given.error(f"no bench is called {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        rows = run_all(Path(folder), wanted, ["--full"] if options.full else [])
    sys.exit(any(row.mark in {OVER, FAILED} for row in rows))


def run_all(folder: Path, wanted: list[str], flags: list[str]) -> list[Row]:
    """Every bench that is wanted, its rows shown as they come; all rows."""
    rows: list[Row] = []

    def run(name: str, environment: dict[str, str], flags: list[str]) -> None:
        found = run_one(name, environment, flags)
        show(found)
        rows.extend(found)

    for name in filter(wanted.__contains__, EMPTY):
        run(name, started(folder / name, "migrate --verbosity 0"), flags)
    if set(wanted) <= set(EMPTY):
        return rows
    start = ["migrate --verbosity 0", "build", *LOAD, PUBLISH]
    environment = started(folder / "published", *start)
    for name in filter(wanted.__contains__, PUBLISHED):
        run(name, environment, flags)
    if asking := [name for name in ADDRESSED if name in wanted]:
        with served(environment) as address:
            for name in asking:
                run(name, environment, ["--address", address])
    return rows


def started(folder: Path, *commands: str) -> dict[str, str]:
    """The environment of a tracker in a folder of its own, once these commands have run there."""
    folder.mkdir()
    environment = os.environ | {
        "DATA_DIR": str(folder),
        "DATABASE_URL": "",
        "BROKER_URL": "",
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
    }
    for command in commands:
        subprocess.run(
            [sys.executable, "manage.py", *command.split()],
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return environment


def run_one(name: str, environment: dict[str, str], flags: list[str]) -> list[Row]:
    """One benchmark's rows; one row that says so when it failed."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.all", "--one", name, *flags],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        return [Row(name, "see above", mark=FAILED)]
    return [Row(*row) for row in json.loads(done.stdout.splitlines()[-1])]


def rows_of(name: str, address: str, full: bool) -> list[Row]:
    """Run one benchmark here, handing it what it takes."""
    import django

    django.setup()
    measure = import_module(f"bench.{name}").measure
    offered = {"address": address, "full": full}
    takes = inspect.signature(measure).parameters
    return list(measure(**{key: value for key, value in offered.items() if key in takes}))


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """The tracker as `script/server` runs it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "manage.py", "runlocal"],
        env=environment | {"PORT": str(port), "HOST": "", "API_REQUESTS": "1000000000"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    told = []
    for line in server.stdout:
        told.append(line)
        if line.startswith("Ready:"):
            break
    else:
        raise SystemExit("".join(told))
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate()


def show(rows: list[Row]) -> None:
    """Print rows of the table."""
    for what, figure, budget, mark in rows:
        print(f"{what:46} {figure:54} {budget:22} {mark}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
