"""How long the map's search box takes from a key to its answer: the first ever, and later ones."""

from __future__ import annotations

import sys

from bench.browser import open_map, opened, share
from bench.table import Budget, Row, held

BUDGETS = {"key": Budget(100, "ms"), "file": Budget(60, "KB")}
SLOWED = 4
TYPED = ("Chicago", "Oakland, Calif.", "condado de Cook", "St. Louis, MO", "Maricpoa", "60608")
ANEW = ("Chester", "Oxford, Penn.", "condado de Kings", "St. Clair, MI", "Marciopa", "60610")
"""Other texts, so that no answer is remembered as a whole."""
# One key after the other; each time is from the key to the list, or the sentence, that answers it.
KEYS = """async (texts) => {
  const input = document.querySelector('#map-find');
  const form = document.querySelector('#map-search');
  const times = [];
  input.focus();
  for (const text of texts) {
    for (let end = 1; end <= text.length; end += 1) {
      const answered = new Promise((resolve) => {
        const watch = new MutationObserver(() => { watch.disconnect(); resolve(); });
        watch.observe(form, { childList: true, subtree: true, characterData: true });
      });
      const start = performance.now();
      input.value = text.slice(0, end);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await answered;
      times.push(performance.now() - start);
    }
  }
  return times;
}"""
FILES = """() => performance.getEntriesByType('resource')
  .filter(({ name }) => name.includes('/map/names/'))
  .map(({ encodedBodySize }) => encodedBodySize)"""


def measure(address: str) -> list[Row]:
    """Milliseconds at a processor slowed four times, and the bytes of the largest file."""
    with opened(SLOWED) as (page, _session):
        open_map(page, address, "secure-communities")
        before = len(page.evaluate(FILES))
        (cold,) = page.evaluate(KEYS, ["C"])
        page.wait_for_timeout(3000)
        # Whatever the texts need is there after they were typed once.
        page.evaluate(KEYS, TYPED)
        page.wait_for_timeout(3000)
        times = [float(time) for time in page.evaluate(KEYS, ANEW)]
        sizes = page.evaluate(FILES)
    p95 = share(times, 0.95)
    figure = f"{share(times, 0.5):.0f} ms, p95 {p95:.0f}, most {max(times):.0f}"
    largest = max(sizes) / 1000
    what = f"{len(sizes)} files of names, {sum(sizes) / 1000:.0f} KB, {before} before its use"
    return [
        Row(f"first key ever, from nothing loaded, CPU {SLOWED}x", f"{cold:.0f} ms"),
        held(f"a key to its answer, CPU {SLOWED}x", figure, p95, BUDGETS["key"]),
        held(what, f"largest {largest:.0f} KB", largest, BUDGETS["file"]),
    ]


if __name__ == "__main__":
    print(measure(sys.argv[1]))
