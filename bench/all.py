"""Every benchmark, one table: `bench/run [--full] [NAME...]`.

Each runs in a process of its own. `record` and `linear` work on a fresh database in a folder that
is thrown away; the others on the same one, those of the browser against `runlocal` serving it.
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
from typing import Any

Row = tuple[str, str, str]
HERE = Path(__file__).parent
RECORD = ["record", "linear"]
SERVER = ["api", "pages", "pictures", "reports", "bulk"]


def browser_benches() -> list[str]:
    """Those that need an address: the files, how much comes over the wire, and every map_*."""
    return [
        "exports",
        "wire",
        "serving",
        "memory",
        *sorted(file.stem for file in HERE.glob("map_*.py")),
    ]


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
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        run_all(folder, options.names, ["--full"] if options.full else [])


def run_all(folder: str, names: list[str], flags: list[str]) -> None:
    """The table."""
    wanted = set(names or [*RECORD, *SERVER, *browser_benches()])
    environment = os.environ | {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "tracker.settings"}
    manage = [sys.executable, "manage.py"]
    for command in (["migrate", "--verbosity", "0"], ["build"]):
        subprocess.run([*manage, *command], env=environment, check=True, stdout=subprocess.DEVNULL)
    # Always measured: the others need what it leaves behind.
    for name in ("record", *(n for n in [*RECORD[1:], *SERVER] if n in wanted)):
        show(run_one(name, environment, flags))
    browsers = [name for name in browser_benches() if name in wanted]
    if browsers:
        with served(environment) as address:
            for name in browsers:
                show(run_one(name, environment, ["--address", address]))


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
        return [(f"{name} FAILED, see above", "", "")]
    rows: list[Row] = json.loads(done.stdout.splitlines()[-1])
    return rows


def rows_of(name: str, address: str, full: bool) -> list[Row]:
    """Run one benchmark here, handing it what it takes; a dict of figures becomes rows."""
    import django

    django.setup()
    measure = import_module(f"bench.{name}").measure
    offered = {"address": address, "full": full}
    takes = inspect.signature(measure).parameters
    taken = {key: value for key, value in offered.items() if key in takes}
    if "slowed" not in takes:
        return as_rows(name, measure(**taken))
    return [
        row
        for slowed in (1, 4)
        for row in as_rows(f"{name}, CPU {slowed}x", measure(**taken, slowed=slowed))
    ]


def as_rows(name: str, found: Any) -> list[Row]:
    """Rows as they are; a dict of figures as one row."""
    if not isinstance(found, dict):
        return list(found)
    told = ", ".join(
        f"{key} {value:.2f}" if isinstance(value, float) else f"{key} {value}"
        for key, value in found.items()
    )
    return [(name, told, "")]


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
    for what, figure, budget in rows:
        print(f"{what:42} {figure:52} {budget}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
