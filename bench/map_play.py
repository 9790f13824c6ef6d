"""Play with the processor slowed four times: frames a second, over the whole of the program."""

from __future__ import annotations

import sys

from bench.browser import open_map, opened, share

Row = tuple[str, str, str]
SECONDS = 20
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
    return [
        (f"play, CPU {slowed}x", rate(address, slowed), "30 frames/s in p95") for slowed in (1, 4)
    ]


def rate(address: str, slowed: int) -> str:
    """The figure for one speed of the processor."""
    with opened(slowed) as (page, _session):
        open_map(page, address, "?date=2009-06-01")
        gaps = page.evaluate(PLAY, SECONDS)
    return f"{1000 / share(gaps, 0.5):.0f} frames/s, p95 {1000 / share(gaps, 0.95):.0f}"


if __name__ == "__main__":
    print(measure(sys.argv[1]))
