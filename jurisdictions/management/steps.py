"""One line on the terminal for each long step, with what it took."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Protocol


class Writes(Protocol):
    """A terminal, or what stands for one."""

    def write(self, text: str) -> object: ...
    def flush(self) -> object: ...


def step(out: Writes, label: str, work: Callable[[], object]) -> None:
    """Say what begins, do it, say what came of it and the seconds that it took."""
    out.write(f"{label} ...")
    out.flush()
    began = monotonic()
    result = work()
    seconds = monotonic() - began
    told = f"{result}, " if isinstance(result, str) else ""
    out.write(f"  {told}{seconds:.1f} s")
