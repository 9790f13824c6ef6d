"""CPU that a request for every county equivalent's status costs: `python -m bench.api`.

Needs a published edition in DATA_DIR or DATABASE_URL. Compression is counted.
"""

from __future__ import annotations

import os
import statistics
import time
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import django

from bench.table import PROGRAMS, Budget, Row, held

if TYPE_CHECKING:
    from django.test import Client

BUDGETS = {"cpu": Budget(60, "ms")}
DAYS = 40
FIRST = {"secure-communities": date(2008, 10, 27), "287g": date(2019, 10, 27)}


def cpu_ms(address: str) -> tuple[float, int]:
    """Milliseconds of CPU that one answer takes, and its bytes over the wire."""
    client = reader()
    begun = time.process_time()
    response = client.get(address)
    spent = (time.process_time() - begun) * 1000
    assert response.status_code == 200, response.content
    return spent, len(response.content)


@cache
def reader() -> Client:
    """One reader for all requests: as on a server, the middleware starts once."""
    from django.test import Client

    found = Client(headers={"Accept-Encoding": "gzip", "Host": "localhost"})
    found.get("/healthz")
    return found


def measure() -> list[Row]:
    """What was measured, the figure, the budget: one row for each."""
    return [row for program in PROGRAMS for row in answered(program)]


def answered(program: str) -> list[Row]:
    """The rows of one program."""
    days = [FIRST[program] + timedelta(days=60 * step) for step in range(DAYS)]
    asked = f"/api/v1/status/?program={program}"
    cpu_ms(asked)
    found = [cpu_ms(f"{asked}&date={day}&page_size=5000") for day in days]
    spent = sorted(ms for ms, _size in found)
    figure = f"{statistics.median(spent):.1f} ms, worst {spent[-1]:.1f} ms"
    what = f"{program}: status/?date= for 3,234 rows, CPU"
    size = statistics.median(size for _ms, size in found) / 1000
    return [
        held(what, figure, statistics.median(spent), BUDGETS["cpu"]),
        Row("  over the wire", f"{size:.1f} kB"),
    ]


def main() -> None:
    """Print the rows as a table."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    for row in measure():
        print(f"{row.what:40} {row.figure:32} {row.budget} {row.mark}")


if __name__ == "__main__":
    main()
