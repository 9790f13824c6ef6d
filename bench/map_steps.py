"""A slider step, script and paint, on every day on which something changes.

Counted is the CPU time that the page's main thread spends on the event and on the frame that shows
it, from Chromium's own trace. Script and paint are grouped as Chromium's developer tools group them
(the event; paint, layers, commit); the whole step adds style, layout and pre-paint. The two empty
frames that the bench itself asks for between steps are not counted; what the raster threads do is
told beside it. Every day is stepped onto in five passes, and its median counts: what is asked is
how many of the days are quick.
"""

from __future__ import annotations

import sys
from datetime import date
from statistics import median
from typing import Any

from bench.browser import open_map, opened, share, traced
from bench.table import Budget, Row, held

BUDGETS = {"p95": Budget(4, "ms in p95"), "worst": Budget(16, "ms")}
PASSES = 5
EPOCH = date(1970, 1, 1).toordinal()
WORST = ("2008-10-27", "2014-11-20", "2017-01-25", "2021-01-20")
CATEGORIES = "devtools.timeline,disabled-by-default-devtools.timeline,blink.user_timing"
COUNTED = {
    "EventDispatch",
    "UpdateLayoutTree",
    "Layout",
    "PrePaint",
    "Paint",
    "Layerize",
    "Commit",
    "RasterTask",
}
SCRIPT_AND_PAINT = ("EventDispatch", "Paint", "Layerize", "Commit")
WHOLE = (*SCRIPT_AND_PAINT, "UpdateLayoutTree", "Layout", "PrePaint")
# The reader's way: the range gets a value and says so. One step every third frame.
STEPS = """async (layer) => {
  const range = document.querySelector('#map-range');
  const file = await (await fetch(layer)).json();
  let day = Date.parse(file.epoch) / 864e5;
  const days = [...new Set(file.changes.map(([step]) => (day += step)))];
  const frame = () => new Promise(requestAnimationFrame);
  const step = async (day) => {
    performance.mark(`step:${day}`);
    range.value = day;
    range.dispatchEvent(new Event('input', { bubbles: true }));
    for (let i = 0; i < 3; i += 1) await frame();
    return day;
  };
  const stepped = [];
  await step(days[0] - 1);
  await frame();
  for (const day of days) stepped.push(await step(day));
  for (const day of days.reverse()) stepped.push(await step(day - 1));
  performance.mark('step:end');
  await frame();
  return stepped;
}"""


def measure(address: str) -> list[Row]:
    """The median, the 95th percentile, and the worst of the days on which everything changes."""
    days, passes = stepped(address)
    painted, whole = summed(passes, SCRIPT_AND_PAINT), summed(passes, WHOLE)
    named = {date.fromisoformat(day).toordinal() - EPOCH for day in WORST}
    worst = [total for day, total in zip(days, whole, strict=True) if day in named]
    raster = summed(passes, ("RasterTask",))
    step = f"slider step, {len(days)} steps, script and paint"
    all_change, slowest = "  the four days on which all change, worst", max(worst)
    return [
        held(step, told(painted), share(painted, 0.95), BUDGETS["p95"]),
        Row("  the same with style, layout and pre-paint", told(whole)),
        held(all_change, f"{slowest:.1f} ms", slowest, BUDGETS["worst"]),
        Row("  beside it in the raster threads, p95", f"{share(raster, 0.95):.1f} ms"),
    ]


def told(times: list[float]) -> str:
    return f"{share(times, 0.5):.1f} ms, p95 {share(times, 0.95):.1f} ms"


def stepped(address: str) -> tuple[list[int], list[list[dict[str, float]]]]:
    """The days stepped onto, as numbers, and of each pass each step's milliseconds by kind."""
    passes = []
    with opened() as (page, session):
        open_map(page, address)
        config = page.evaluate("JSON.parse(document.querySelector('#map-config').textContent)")
        for _ in range(PASSES):
            with traced(session, CATEGORIES) as events:
                days = page.evaluate(STEPS, config["addresses"]["spans"])
            passes.append(per_step(events))
    return days, passes


def summed(passes: list[list[dict[str, float]]], kinds: tuple[str, ...]) -> list[float]:
    """Of each step, these kinds of work together: the median of its passes, in milliseconds."""
    sums = [[sum(step.get(kind, 0) for kind in kinds) for step in steps] for steps in passes]
    return [median(step) for step in zip(*sums, strict=True)]


def per_step(events: list[dict[str, Any]]) -> list[dict[str, float]]:
    """Milliseconds of CPU by kind of work, from a step's mark to its frame's commit.

    What the raster threads do comes after the commit, and counts until the next step.
    """
    marks = [e["ts"] for e in sorted(events, key=lambda e: e.get("ts", 0)) if is_mark(e)]
    found: list[dict[str, float]] = [{} for _ in marks[1:]]
    step = 0
    for event in outermost(events):
        while step < len(found) and event["ts"] >= marks[step + 1]:
            step += 1
        if step == len(found) or event["ts"] < marks[step]:
            continue
        name, spent = event["name"], event.get("tdur", event.get("dur", 0)) / 1000
        if name == "RasterTask" or "Commit" not in found[step]:
            found[step][name] = found[step].get(name, 0) + spent
    return found[1:]


def outermost(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The counted events in order of time, without those inside another on their thread."""
    ends: dict[tuple[int, int], int] = {}
    found = []
    counted = (e for e in events if e.get("ph") == "X" and e.get("name") in COUNTED)
    for event in sorted(counted, key=lambda e: (e["ts"], -e.get("dur", 0))):
        thread = (event["pid"], event["tid"])
        if event["ts"] >= ends.get(thread, 0):
            found.append(event)
            ends[thread] = event["ts"] + event.get("dur", 0)
    return found


def is_mark(event: dict[str, Any]) -> bool:
    return str(event.get("name", "")).startswith("step:") and event.get("ph") in ("I", "R", "n")


if __name__ == "__main__":
    print(measure(sys.argv[1]))
