"""CPU that the map page's HTML costs the server, once warm, for different days."""

from __future__ import annotations

import statistics
from datetime import date, timedelta

from bench.api import cpu_ms
from bench.table import Budget, Row, held

BUDGETS = {"map": Budget(20, "ms"), "county": Budget(50, "ms")}
DAYS = 40


def measure() -> list[Row]:
    """What was measured, the figure, the budget: one row for each page."""
    days = [date(2008, 10, 27) + timedelta(days=60 * step) for step in range(DAYS)]
    pages = {
        "the map page's HTML, CPU": ("/secure-communities/?date={day}", "map"),
        "the same in Spanish, CPU": ("/es/secure-communities/?date={day}", "map"),
        "a county's page of both programs, CPU": (
            "/places/17031-cook-county-illinois/?date={day}",
            "county",
        ),
        "the same in Spanish as known on a day, CPU": (
            "/es/places/17031-cook-county-illinois/?date={day}&known=2012-05-01",
            "county",
        ),
        "the largest state's page of both programs, CPU": (
            "/places/48-texas/?date={day}",
            "county",
        ),
        "the map page of 287(g), CPU": ("/287g/?date={day}", "map"),
        "the list, CPU": ("/secure-communities/jurisdictions/?date={day}", ""),
    }
    return [row(what, address, days, budget) for what, (address, budget) in pages.items()]


def row(what: str, address: str, days: list[date], budget: str) -> Row:
    """The median and the worst over the days."""
    cpu_ms(address.format(day=days[0]))
    spent = sorted(cpu_ms(address.format(day=day))[0] for day in days)
    usual = statistics.median(spent)
    figure = f"{usual:.1f} ms, worst {spent[-1]:.1f} ms"
    return held(what, figure, usual, BUDGETS[budget]) if budget else Row(what, figure)
