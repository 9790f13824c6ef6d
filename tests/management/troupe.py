"""Supervises two sleepers and tells their numbers: `python -m tests.management.troupe`."""

from __future__ import annotations

import os
import signal
import sys

from jurisdictions.management.supervisor import StopAsked, Supervisor, stop_on_signals

# USR1 wakes a sleeper, which then ends as if it were done. One write tells name and number: the
# other sleeper's line cannot come between.
SLEEPER = """
import os, signal, sys, time
signal.signal(signal.SIGUSR1, lambda *_: sys.exit(0))
if "--ready" in sys.argv and os.environ.get("NO_SUCCESSORS"):
    sys.exit(1)
os.write(1, f"{sys.argv[1]} {os.getpid()}\\n".encode())
if "--ready" in sys.argv:
    os.write(int(sys.argv[-1]), b"1")
time.sleep(300)
"""


def main() -> None:
    """Two sleepers, until a signal comes."""
    stop_on_signals()
    supervisor = Supervisor(lambda text: print(f"said {text}", flush=True))  # noqa: T201
    signal.signal(signal.SIGUSR2, lambda *_told: supervisor.ask_successors())
    for name in ("first", "second"):
        supervisor.start(name, [os.path.realpath(sys.executable), "-c", SLEEPER, name])
    try:
        supervisor.keep()
    except StopAsked:
        print("asked to stop", flush=True)  # noqa: T201 - read by the test
    finally:
        supervisor.stop()


if __name__ == "__main__":
    main()
