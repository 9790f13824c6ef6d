"""Typesetting in a process that ends: what a compiler remembers goes with it.

A compiler keeps what it made for documents to come, some 200 MB for one long list, and gives
nothing back. So each document of a web process has a process of its own, with a limit on memory
and time, and few of them at once. Bulk reports have processes of their own already.

No request waits for long: what takes longer goes on without it, and is there for who asks again.

A process that ends with its work, as those of a freeze do, may make what is small by itself: to
begin another one takes longer than to paint the map of a county.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import BoundedSemaphore, Lock, Thread
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
PATIENCE_SECONDS = 9.0
"""How long a request waits for its document, its turn included."""
TURN_SECONDS = 120.0
"""How long a document waits for its turn, whoever still waits for it."""
MOST_HELD = 8
"""Documents in work, waiting for their turn, or made and not fetched yet; some 5 MB each."""
SMALL_BYTES = 200_000
"""An order below it leaves little behind: a county has 70,000, Texas 365,000, a list 724,000."""
_here_below = 0
_turns = BoundedSemaphore(AT_ONCE)
_held: dict[str, Future[bytes]] = {}
_holding = Lock()


class PressBusy(RuntimeError):
    """It is still being made, or waits for its turn; it may be asked for again soon."""


class PressFailed(RuntimeError):
    """A document could not be made; the text is what the process said."""


def press_pdf(template: str, report: DataclassInstance, issued_at: datetime) -> bytes:
    """As compile.to_pdf, in a process that ends. Raises PressBusy, PressFailed."""
    issued = issued_at.isoformat()
    return _pressed({"template": template, "report": asdict(report), "issued_at": issued})


def press_png(svg: str, width: int, height: int) -> bytes:
    """As picture.to_png, in a process that ends. Raises PressBusy, PressFailed."""
    return _pressed({"svg": svg, "width": width, "height": height})


def press_small_here() -> None:
    """From now on this process makes small documents itself: for one that ends with its work."""
    global _here_below
    _here_below = SMALL_BYTES


def _pressed(order: dict[str, Any]) -> bytes:
    said = json.dumps(order, ensure_ascii=False).encode(errors="surrogatepass")
    if len(said) < _here_below:
        try:
            return _done(said)
        except Exception as wrong:
            raise PressFailed(repr(wrong)) from wrong
    key = sha256(said).hexdigest()
    made = _begun(key, said)
    try:
        return made.result(timeout=PATIENCE_SECONDS)
    except FutureTimeoutError:
        # It goes on: who asks again finds it made, or further on.
        raise PressBusy from None
    finally:
        if made.done():
            _held.pop(key, None)


def _begun(key: str, said: bytes) -> Future[bytes]:
    """What is made, or was, by this order; a thread of its own makes what is new."""
    with _holding:
        if found := _held.get(key):
            return found
        unfetched = [one for one, made in _held.items() if made.done()]
        for one in unfetched[: max(0, len(_held) - MOST_HELD + 1)]:
            del _held[one]
        if len(_held) >= MOST_HELD:
            raise PressBusy
        made = _held[key] = Future[bytes]()
    Thread(target=_make, args=(said, made), daemon=True).start()
    return made


def _make(said: bytes, made: Future[bytes]) -> None:
    """Wait for a turn, make it, and say so, or what went wrong."""
    turns = _turns
    if not turns.acquire(timeout=TURN_SECONDS):
        made.set_exception(PressBusy())
        return
    try:
        made.set_result(_made(said))
    except Exception as wrong:
        made.set_exception(wrong)
    finally:
        turns.release()


def _made(said: bytes) -> bytes:
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=said,
            capture_output=True,
            cwd=CODE,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = f"not done within {SECONDS} seconds"
        raise PressFailed(message) from None
    if done.returncode or not done.stdout:
        raise PressFailed(done.stderr.decode(errors="replace")[-2000:] or f"{done.returncode}")
    return done.stdout


def _done(said: bytes) -> bytes:
    """The document that is ordered."""
    # Only here: web processes that order documents have no use for the compiler.
    from jurisdictions.render.reports.typst.compile import typeset
    from jurisdictions.render.reports.typst.picture import to_png

    order = json.loads(said.decode(errors="surrogatepass"))
    if "svg" in order:
        return to_png(order["svg"], order["width"], order["height"])
    issued_at = datetime.fromisoformat(order["issued_at"])
    return typeset(order["template"], order["report"], issued_at)


def main() -> None:
    """Make the one document that standard input orders, and write it to standard output."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    sys.stdout.buffer.write(_done(sys.stdin.buffer.read()))


if __name__ == "__main__":
    main()
