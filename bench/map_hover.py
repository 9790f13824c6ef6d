"""How long the map takes to say which place is under the pointer, and to show its card."""

from __future__ import annotations

import sys

from bench.browser import open_map, opened, share
from bench.table import PROGRAMS, Budget, Row, held

BUDGETS = {"move": Budget(1, "ms")}
# Moves over the whole map, one a frame, as the pointer's own events.
MOVES = """async () => {
  const map = document.querySelector('#map');
  const box = map.getBoundingClientRect();
  const times = [];
  for (let i = 0; i < 300; i += 1) {
    const at = { clientX: box.left + box.width * ((i * 0.618) % 1),
                 clientY: box.top + box.height * ((i * 0.414) % 1), bubbles: true };
    const event = new MouseEvent('mousemove', at);
    const start = performance.now();
    map.dispatchEvent(event);
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return times;
}"""


def measure(address: str) -> list[Row]:
    """Milliseconds for a move of the pointer, card and outline included."""
    return [moved(address, program) for program in PROGRAMS]


def moved(address: str, program: str) -> Row:
    """The row of one program's map."""
    with opened() as (page, _session):
        open_map(page, address, program)
        times = page.evaluate(MOVES)
    figure = f"{share(times, 0.5):.2f} ms, p95 {share(times, 0.95):.2f} ms"
    what = f"{program}: hover, card and outline included"
    return held(what, figure, share(times, 0.5), BUDGETS["move"])


if __name__ == "__main__":
    print(measure(sys.argv[1]))
