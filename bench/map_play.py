"""Play with the processor slowed four times: frames a second, over the whole of the program."""

from __future__ import annotations

import sys

from bench.browser import open_map, opened, share
from bench.table import PROGRAMS, Budget, Row, held

BUDGETS = {"p95": Budget(30, "frames/s in p95", least=True)}
SECONDS = 20
FROM = {"secure-communities": "2009-06-01", "287g": "2025-01-20"}
"""Where a program's map is busiest."""
PLAY = """async (seconds) => {
  const range = document.querySelector('#map-range');
  const button = document.querySelector('#map-play');
  const frame = () => new Promise(requestAnimationFrame);
  button.click();
  await frame();
  const gaps = [];
  const start = performance.now();
  let last = await frame();
  while (last - start < seconds * 1000 && button.classList.contains('is-playing')) {
    const now = await frame();
    gaps.push(now - last);
    last = now;
  }
  if (button.classList.contains('is-playing')) button.click();
  return gaps;
}"""


def measure(address: str) -> list[Row]:
    """Frames a second while playing: the median, and what 95 % of the frames reach."""
    return [rate(address, program, slowed) for program in PROGRAMS for slowed in (1, 4)]


def rate(address: str, program: str, slowed: int) -> Row:
    """The row for one speed of the processor."""
    with opened(slowed) as (page, _session):
        open_map(page, address, program, f"?date={FROM[program]}")
        gaps = page.evaluate(PLAY, SECONDS)
    usual, slow = 1000 / share(gaps, 0.5), 1000 / share(gaps, 0.95)
    figure = f"{usual:.0f} frames/s, p95 {slow:.0f}"
    return held(f"{program}: play, CPU {slowed}x", figure, slow, BUDGETS["p95"])


if __name__ == "__main__":
    print(measure(sys.argv[1]))
