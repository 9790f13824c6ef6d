"""Supervises two sleepers and tells their numbers: `python -m tests.management.troupe SECONDS`."""

from __future__ import annotations

import sys

from jurisdictions.management.supervisor import StopAsked, Supervisor, stop_on_signals

SLEEPER = "import os, time; print(os.getpid(), flush=True); time.sleep({seconds})"


def main(seconds: str) -> None:
    """The first sleeps for the seconds given, the second for long."""
    stop_on_signals()
    supervisor = Supervisor()
    for name, length in (("the first", seconds), ("the second", "300")):
        supervisor.start(name, [sys.executable, "-c", SLEEPER.format(seconds=length)])
    try:
        print(*supervisor.wait(), flush=True)  # noqa: T201 - read by the test
    except StopAsked:
        print("asked to stop", flush=True)  # noqa: T201 - read by the test
    finally:
        supervisor.stop()


if __name__ == "__main__":
    main(sys.argv[1])
