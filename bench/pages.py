"""CPU that the map page's HTML costs the server, once warm, for different days."""

from __future__ import annotations

import statistics
from datetime import date, timedelta

from bench.api import cpu_ms

Row = tuple[str, str, str]
DAYS = 40


def measure() -> list[Row]:
    """What was measured, the figure, the budget: one row for each page."""
    days = [date(2008, 10, 27) + timedelta(days=60 * step) for step in range(DAYS)]
    pages = {
        "the map page's HTML, CPU": ("/?date={day}", "20 ms"),
        "the same in Spanish, CPU": ("/es/?date={day}", "20 ms"),
        "a county's page, CPU": ("/jurisdictions/17031-cook-county-illinois/?date={day}", "40 ms"),
        "the list, CPU": ("/jurisdictions/?date={day}", ""),
    }
    return [(what, told(address, days), budget) for what, (address, budget) in pages.items()]


def told(address: str, days: list[date]) -> str:
    """The median and the worst over the days."""
    cpu_ms(address.format(day=days[0]))
    spent = sorted(cpu_ms(address.format(day=day))[0] for day in days)
    return f"{statistics.median(spent):.1f} ms, worst {spent[-1]:.1f} ms"
