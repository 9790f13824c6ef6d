"""Requests a second that the server answers for what is published, with wrk, as script/server runs.

wrk is Debian's package of that name. The server has a folder of its own data, made once, and a
limit of the API that the bench does not reach.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import httpx

from bench.table import Budget, Row, held

PAGES = {
    "the map page": "/secure-communities/",
    "a county's page": "/places/17031-cook-county-illinois/",
    "the list as CSV": "/secure-communities/jurisdictions.csv",
    "the API's list": "/api/v1/status/",
    "the map page of 287(g)": "/287g/",
}
SECONDS = 5
BUDGETS = {"rate": Budget(300, "requests/s", least=True)}
HEADERS = {"Accept-Encoding": "gzip"}


def measure(address: str) -> list[Row]:
    """What was asked for, requests a second and the slowest of a hundred, the budget."""
    if not shutil.which("wrk"):
        return [Row("serving", "wrk is not installed", str(BUDGETS["rate"]))]
    return [told(what, address, path) for what, path in PAGES.items()]


def told(what: str, address: str, path: str) -> Row:
    """The row of one address, whose answer every process has met before."""
    for _ in range(4):
        httpx.get(f"{address}{path}", headers=HEADERS, timeout=60).raise_for_status()
    said = subprocess.run(
        [
            *("wrk", "--threads", "2", "--connections", "16", "--duration", f"{SECONDS}s"),
            *("--latency", "--header", "Accept-Encoding: gzip", f"{address}{path}"),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    rate = re.search(r"Requests/sec:\s*([\d.]+)", said)
    slow = re.search(r"99%\s*(\S+)", said)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    assert rate
    assert slow
    note = f", {refused[1]} refused" if refused else ""
    figure = f"{float(rate[1]):.0f} requests/s, 99 % within {slow[1]}{note}"
    return held(f"{what}, {os.cpu_count()} cores", figure, float(rate[1]), BUDGETS["rate"])
