"""When the map is drawn on a first visit, with an empty cache."""

from __future__ import annotations

import sys

from bench.browser import open_map, opened

Row = tuple[str, str, str]
BUDGETS_MS = {1: 1200, 4: 3000}
VISITS = 5
# The page says when it has handed its first picture to the browser.
DRAWN = "performance.getEntriesByName('map-drawn')[0].startTime"


def measure(address: str) -> list[Row]:
    """The median of some visits, at full speed and with the processor slowed four times."""
    return [
        (
            f"first picture, CPU {slowed}x",
            f"{picture_ms(address, slowed):.0f} ms",
            f"{budget} ms",
        )
        for slowed, budget in BUDGETS_MS.items()
    ]


def picture_ms(address: str, slowed: int) -> float:
    """Milliseconds from the start of the visit to the drawn map."""
    found = []
    for _ in range(VISITS):
        with opened(slowed) as (page, _session):
            open_map(page, address)
            found.append(float(page.evaluate(DRAWN)))
    return sorted(found)[VISITS // 2]


if __name__ == "__main__":
    print(measure(sys.argv[1]))
