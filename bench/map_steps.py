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
from bench.table import PROGRAMS, Budget, Row, held

BUDGETS = {"p95": Budget(4, "ms in p95"), "worst": Budget(16, "ms")}
PASSES = 5
EVEN = 2
BENT_STEPS = 100_000
EPOCH = date(1970, 1, 1).toordinal()
WORST = {
    "secure-communities": ("2008-10-27", "2014-11-20", "2017-01-25", "2021-01-20"),
    "287g": ("2025-01-20", "2025-03-01", "2026-01-14", "2026-05-18"),
}
"""Days of each program on which much changes: in the first, every place does."""
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
DAYS = """async (layer) => {
  const file = await (await fetch(layer)).json();
  let day = Date.parse(file.epoch) / 864e5;
  return [...new Set(file.changes.map(([step]) => (day += step)))];
}"""
STEPS = """async (steps) => {
  const range = document.querySelector('#map-range');
  const frame = () => new Promise(requestAnimationFrame);
  const step = async (value) => {
    performance.mark(`step:${value}`);
    range.value = value;
    range.dispatchEvent(new Event('input', { bubbles: true }));
    for (let i = 0; i < 3; i += 1) await frame();
  };
  for (const value of steps) await step(value);
  performance.mark('step:end');
  await frame();
}"""


def measure(address: str) -> list[Row]:
    """Of each program: the median, the 95th percentile, and the worst of the busiest days."""
    return [row for program in PROGRAMS for row in measured(address, program)]


def measured(address: str, program: str) -> list[Row]:
    """The rows of one program's map."""
    days, passes = stepped(address, program)
    painted, whole = summed(passes, SCRIPT_AND_PAINT), summed(passes, WHOLE)
    named = {day_number(day) for day in WORST[program]}
    worst = [total for day, total in zip(days, whole, strict=True) if day in named]
    raster = summed(passes, ("RasterTask",))
    step = f"{program}: slider step, {len(days)} steps, script and paint"
    slowest = max(worst)
    return [
        held(step, told(painted), share(painted, 0.95), BUDGETS["p95"]),
        Row("  the same with style, layout and pre-paint", told(whole)),
        held("  the busiest days, worst", f"{slowest:.1f} ms", slowest, BUDGETS["worst"]),
        Row("  beside it in the raster threads, p95", f"{share(raster, 0.95):.1f} ms"),
    ]


def day_number(day: str) -> int:
    """Days since 1970, as the span files count them."""
    return date.fromisoformat(day).toordinal() - EPOCH


def told(times: list[float]) -> str:
    return f"{share(times, 0.5):.1f} ms, p95 {share(times, 0.95):.1f} ms"


def stepped(address: str, program: str) -> tuple[list[int], list[list[dict[str, float]]]]:
    """The days stepped onto, as numbers, and of each pass each step's milliseconds by kind."""
    passes = []
    with opened() as (page, session):
        open_map(page, address, program)
        config = page.evaluate("JSON.parse(document.querySelector('#map-config').textContent)")
        turns = page.evaluate(DAYS, config["addresses"]["spans"])
        # There and back, one day short of where each change is on the way back.
        days = [*turns, *(day - 1 for day in reversed(turns))]
        steps = [step_of(config["time"]["knots"], day) for day in [turns[0] - 1, *days]]
        for _ in range(PASSES):
            with traced(session, CATEGORIES) as events:
                page.evaluate(STEPS, steps)
            passes.append(per_step(events))
    return days, passes


def step_of(knots: list[list[float]], day: int) -> int:
    """Where the slider stands on a day: as `static/js/core/scale.js` has it."""
    if len(knots) == EVEN:
        return day
    days, places = [day for day, _ in knots], [place for _, place in knots]
    after = next((at for at, knot in enumerate(days) if at and knot >= day), len(days) - 1)
    part = (day - days[after - 1]) / (days[after] - days[after - 1])
    place = places[after - 1] + min(1, max(0, part)) * (places[after] - places[after - 1])
    return int(BENT_STEPS / 100 * place + 0.5)


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
