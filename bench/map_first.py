"""When the map is drawn on a first visit, with an empty cache."""

from __future__ import annotations

import sys

from bench.browser import open_map, opened
from bench.table import PROGRAMS, Budget, Row, held

BUDGETS = {"CPU 1x": Budget(1200, "ms"), "CPU 4x": Budget(3000, "ms")}
VISITS = 5
# The page says when it has handed its first picture to the browser.
DRAWN = "performance.getEntriesByName('map-drawn')[0].startTime"


def measure(address: str) -> list[Row]:
    """The median of some visits, at full speed and with the processor slowed four times."""
    rows = []
    for program in PROGRAMS:
        for slowed in (1, 4):
            spent = picture_ms(address, program, slowed)
            budget = BUDGETS[f"CPU {slowed}x"]
            what = f"{program}: first picture, CPU {slowed}x"
            rows.append(held(what, f"{spent:.0f} ms", spent, budget))
    return rows


def picture_ms(address: str, program: str, slowed: int) -> float:
    """Milliseconds from the start of the visit to the drawn map."""
    found = []
    for _ in range(VISITS):
        with opened(slowed) as (page, _session):
            open_map(page, address, program)
            found.append(float(page.evaluate(DRAWN)))
    return sorted(found)[VISITS // 2]


if __name__ == "__main__":
    print(measure(sys.argv[1]))
