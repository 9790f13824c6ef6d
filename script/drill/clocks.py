#!/usr/bin/env python3
"""The machine's clock is set back an hour, then a day ahead and right again, under a server.

    script/drill/clocks.py [back ahead ...]

Linux with a C compiler: `clock.c` is preloaded into all that the tracker starts. Five minutes.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

from kills import JOB, NOTE, REPORTS, worker_of
from stage import LEASE, SWEEP, Stage, said, stage, those_of, until

HOUR, DAY = 3600, 86_400
FREE_SECONDS = 120
"""Within which everything goes on."""
EDITION = """
from jurisdictions.models import Edition
print(Edition.objects.latest("pk").published_at.timestamp())
"""


def set_clock(on: Stage, seconds: int) -> None:
    """Let the tracker's processes think that it is so much later, or earlier."""
    with on.data.with_name("clock").open("r+b") as file:
        file.write(seconds.to_bytes(8, sys.byteorder, signed=True))


def swept(on: Stage) -> float:
    """How long until the next sweep."""
    sign = on.data / "alive" / "sweep"
    before = sign.stat().st_mtime_ns if sign.exists() else 0
    return until(
        lambda: sign.exists() and sign.stat().st_mtime_ns != before, "a sweep", FREE_SECONDS
    )


def job_done(on: Stage, number: str) -> float:
    """How long until a job is done."""
    return until(
        lambda: on.ask(JOB.format(number=number)).startswith("done"), "the job is done", 300
    )


def told(on: Stage) -> str:
    """What /healthz says of the clock."""
    with urlopen(f"http://127.0.0.1:{on.port}/healthz", timeout=60) as answer:
        return str(json.loads(answer.read()).get("clock", ""))


def goes_on(on: Stage, seconds: int) -> None:
    """A sweep comes, a job is done, a change is kept and stamped, and readers are served."""
    sweep = swept(on)
    job = job_done(on, on.ask(REPORTS))
    on.run("shell", "--no-imports", "-c", NOTE)
    off = float(on.ask(EDITION)) - (time.time() + seconds)
    if on.status("/secure-communities/", 60) != 200:
        sys.exit("LOST: readers are not served")
    said(f"  a sweep after {sweep:.1f} s, a job done in {job:.0f} s, an edition {off:+.0f} s off")
    if abs(off) > FREE_SECONDS:
        sys.exit("LOST: an edition does not tell the time of the clock")


def back(on: Stage) -> None:
    """An hour back, and right again."""
    for seconds, words in ((-HOUR, "was set back by 36"), (0, "")):
        set_clock(on, seconds)
        says = told(on)
        said(f"the clock is {seconds:+d} s off; /healthz: {says!r}")
        if not (says.startswith(words) if words else not says):
            sys.exit(f"LOST: /healthz says {says!r} of the clock")
        goes_on(on, seconds)


def ahead(on: Stage) -> None:
    """A day ahead; a worker dies with its job meanwhile; right again."""
    set_clock(on, DAY)
    said(f"the clock is a day ahead; /healthz: {told(on)!r}")
    goes_on(on, DAY)
    number = on.ask(REPORTS)
    until(
        lambda: on.ask(JOB.format(number=number)).split()[0] in ("running", "done"),
        "a bulk report is worked at",
    )
    os.kill(worker_of(on), signal.SIGKILL)
    set_clock(on, 0)
    took = job_done(on, number)
    said(f"worker killed, the clock right again: its job was done after {took:.0f} s")
    said(f"  lease {LEASE} s, sweep {SWEEP} s; /healthz: {told(on)!r}")
    if any(told(on) for _process in range(10)):
        sys.exit("LOST: /healthz says that a clock is odd which is right again")
    goes_on(on, 0)


DRILLS: dict[str, Callable[[Stage], None]] = {"back": back, "ahead": ahead}


def main(asked: list[str]) -> None:
    """The drills that are asked for, or both."""
    with stage("clocks") as on:
        on.data.with_name("clock").write_bytes(bytes(8))
        library = str(on.data.with_name("clock.so"))
        source = str(Path(__file__).with_name("clock.c"))
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, source], check=True)
        on.more |= {"LD_PRELOAD": library, "DRILL_CLOCK": str(on.data.with_name("clock"))}
        on.start()
        for name in those_of(asked, tuple(DRILLS)):
            DRILLS[name](on)
        on.sound("at the end")
    said("Nothing was lost, nothing stayed stuck.")


if __name__ == "__main__":
    main(sys.argv[1:])
