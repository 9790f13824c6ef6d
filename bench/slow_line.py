"""A first visit on a slow line: 400 ms there and back, 50 kB a second, the CPU 4 times slower."""

from __future__ import annotations

import sys

from playwright.sync_api import Page

from bench.browser import opened
from bench.table import PROGRAMS, Budget, Row, held

LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWED = 4
VISITS = 5
BUDGETS = {"picture": Budget(2500, "ms"), "answer": Budget(1500, "ms")}
PLACE = "/places/06075-san-francisco-county-california/"
# The largest thing painted so far, each time that it is another.
LARGEST = """
window.painted = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    window.painted.push([entry.element?.tagName ?? "", entry.startTime]);
}).observe({ type: "largest-contentful-paint", buffered: true });
"""


def measure(address: str) -> list[Row]:
    """The median of some visits to each map, and to a place with a long page."""
    rows = []
    for program in PROGRAMS:
        spent = middle(f"{address}/{program}/", "IMG")
        what = f"{program}: first picture on a slow line"
        rows.append(held(what, f"{spent:.0f} ms", spent, BUDGETS["picture"]))
    for language in ("", "/es"):
        spent = middle(f"{address}{language}{PLACE}", "P")
        what = f"a place's answer on a slow line{language and ', Spanish'}"
        rows.append(held(what, f"{spent:.0f} ms", spent, BUDGETS["answer"]))
    return rows


def middle(url: str, tag: str) -> float:
    """The median of the milliseconds until the first such element is painted."""
    return sorted(painted_ms(url, tag) for _ in range(VISITS))[VISITS // 2]


def painted_ms(url: str, tag: str) -> float:
    """Milliseconds from the start of a visit to the first of these that was the largest painted."""
    with opened(SLOWED) as (page, session):
        page.set_viewport_size({"width": 390, "height": 844})
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        page.add_init_script(LARGEST)
        page.goto(url, wait_until="commit")
        return _first(page, tag)


def _first(page: Page, tag: str) -> float:
    for _ in range(100):
        page.wait_for_timeout(100)
        found = [at for name, at in page.evaluate("window.painted ?? []") if name == tag]
        if found:
            return float(found[0])
    return float("inf")


if __name__ == "__main__":
    print(measure(sys.argv[1]))
