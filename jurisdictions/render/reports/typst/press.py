"""Typesetting in a process that ends: what a compiler remembers goes with it.

A compiler keeps what it made for documents to come, some 200 MB for one long list, and gives
nothing back. So each document of a web process has a process of its own, with a limit on memory
and time, and few of them at once. Bulk reports have processes of their own already.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

import jurisdictions

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

CODE = Path(jurisdictions.__file__).parents[1]
SECONDS = 60
"""What one document may take; the longest list takes five."""
MOST_BYTES = 2_000_000_000
AT_ONCE = 2
"""Documents that one web process has in work at a time."""
PATIENCE_SECONDS = 20.0
"""How long a document waits for its turn."""
_turns = BoundedSemaphore(AT_ONCE)


class PressBusy(RuntimeError):
    """Too many documents are in work; this one may be asked for again soon."""


class PressFailed(RuntimeError):
    """A document could not be made; the text is what the process said."""


def press_pdf(template: str, report: DataclassInstance, issued_at: datetime) -> bytes:
    """As compile.to_pdf, in a process that ends. Raises PressBusy, PressFailed."""
    issued = issued_at.isoformat()
    return _pressed({"template": template, "report": asdict(report), "issued_at": issued})


def press_png(svg: str, width: int, height: int) -> bytes:
    """As picture.to_png, in a process that ends. Raises PressBusy, PressFailed."""
    return _pressed({"svg": svg, "width": width, "height": height})


def _pressed(order: dict[str, Any]) -> bytes:
    if not _turns.acquire(timeout=PATIENCE_SECONDS):
        raise PressBusy
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=json.dumps(order, ensure_ascii=False).encode(errors="surrogatepass"),
            capture_output=True,
            cwd=CODE,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = f"not done within {SECONDS} seconds"
        raise PressFailed(message) from None
    finally:
        _turns.release()
    if done.returncode or not done.stdout:
        raise PressFailed(done.stderr.decode(errors="replace")[-2000:] or f"{done.returncode}")
    return done.stdout


def main() -> None:
    """Make the one document that standard input orders, and write it to standard output."""
    # Only here: web processes that order documents have no use for the compiler.
    from jurisdictions.render.reports.typst.compile import typeset
    from jurisdictions.render.reports.typst.picture import to_png

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    order = json.loads(sys.stdin.buffer.read().decode(errors="surrogatepass"))
    if "svg" in order:
        made = to_png(order["svg"], order["width"], order["height"])
    else:
        issued_at = datetime.fromisoformat(order["issued_at"])
        made = typeset(order["template"], order["report"], issued_at)
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
