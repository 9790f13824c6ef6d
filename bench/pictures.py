"""What the map as a PNG costs, once warm: drawn anew for each day, and kept."""

from __future__ import annotations

import statistics
import time
from datetime import date, timedelta
from functools import cache
from typing import Any

from bench.table import Budget, Row, held

BUDGETS = {"card": Budget(300, "ms")}
DAYS = 12


def measure() -> list[Row]:
    """What was measured, the figure, the budget: one row for each size."""
    from django.test import override_settings

    rows = []
    # A quota of one byte keeps only the newest, so that each day is drawn.
    with override_settings(PICTURES_QUOTA=1):
        for size in ("card", "1600", "3200"):
            asked = [told(size, date(2008, 11, 3) + timedelta(days=97 * n)) for n in range(DAYS)]
            wall, cpu, lengths = (sorted(column) for column in zip(*asked[1:], strict=True))
            figure = f"{statistics.median(wall):.0f} ms, worst {wall[-1]:.0f}; CPU "
            figure += f"{statistics.median(cpu):.0f} ms; {statistics.median(lengths) / 1000:.0f} kB"
            what = f"the map as PNG, {size}"
            if budget := BUDGETS.get(size):
                rows.append(held(what, figure, statistics.median(wall), budget))
            else:
                rows.append(Row(what, figure))
        told("card", date(2011, 8, 5))
        kept = told("card", date(2011, 8, 5))[0]
    return [*rows, Row("the card, kept", f"{kept:.1f} ms")]


@cache
def client() -> Any:
    """One client: a new one would read every static file's head again."""
    from django.test import Client

    return Client(headers={"Host": "localhost", "Accept-Encoding": "gzip"})


def told(size: str, day: date) -> tuple[float, float, int]:
    """Milliseconds that one picture takes, those of the processor, and its bytes."""
    begun, cpu = time.perf_counter(), time.process_time()
    answer = client().get(f"/secure-communities/map.png?size={size}&date={day}")
    spent = (time.perf_counter() - begun) * 1000
    assert answer.status_code == 200, answer.content
    return spent, (time.process_time() - cpu) * 1000, len(answer.content)
