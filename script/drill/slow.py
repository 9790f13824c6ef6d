#!/usr/bin/env python3
"""Slow clients, half requests and 1,000 idle lines: nothing changes behind nginx, bounded without.

    script/drill/slow.py [--idle 1000] [--half 50] [--slow 20] [nginx none ...]

The crowd comes, stays for a minute, and readers ask meanwhile and afterwards. Behind nginx every
reader is answered. Without a proxy readers may wait while the crowd holds the lines that a web
process takes in, but no longer than a line that says nothing is kept, and all is as before once the
crowd has left. Ends with 1 otherwise, or when memory grew by more than 100 MB. Five minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import shutil
import sys
import time
from contextlib import suppress

from asking import Heard, Line
from load import here, megabytes, nginx
from stage import Stage, end, said, stage, those_of

PAGE = "/about/"
BOUND_SECONDS = 60.0
"""Within which somebody is let in although others hold all lines."""
STAY_SECONDS = 60.0
GROWN_MB = 100.0
HALF = b"GET /about/ HTTP/1.1\r\nHost: local"


async def idle(port: int, sent: bytes, pause: float, over: asyncio.Event) -> bool:
    """A line on which little or nothing is said; whether it was opened."""
    try:
        _reader, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), 20)
    except (OSError, TimeoutError):
        return False
    with suppress(OSError):
        if pause:
            for one in sent:
                writer.write(bytes([one]))
                await writer.drain()
                with suppress(TimeoutError):
                    await asyncio.wait_for(over.wait(), pause)
                if over.is_set():
                    break
        else:
            writer.write(sent)
        await over.wait()
        writer.close()
    return True


async def readers(port: int, heard: Heard, number: int, waits: float) -> None:
    """Some at once, each on a line of its own, one request after the other."""

    async def one() -> None:
        for _ in range(number):
            line = Line(port, waits=waits)
            await heard.note(PAGE, line.get(PAGE))
            line.close()

    await asyncio.gather(*(one() for _ in range(4)))


async def drill(on: Stage, port: int, name: str, asked: argparse.Namespace) -> list[str]:
    """The crowd before one port."""
    before, meanwhile, after = Heard(), Heard(), Heard()
    await readers(port, before, 10, 60)
    memory, over = megabytes(on), asyncio.Event()
    crowd = [
        *(asyncio.create_task(idle(port, b"", 0, over)) for _ in range(asked.idle)),
        *(asyncio.create_task(idle(port, HALF, 0, over)) for _ in range(asked.half)),
        *(asyncio.create_task(idle(port, HALF * 9, 1, over)) for _ in range(asked.slow)),
    ]
    await asyncio.sleep(5)
    began = time.monotonic()
    await readers(port, meanwhile, 5, BOUND_SECONDS)
    await asyncio.sleep(max(0.0, STAY_SECONDS - (time.monotonic() - began)))
    grown = megabytes(on) - memory
    over.set()
    opened = sum(await asyncio.gather(*crowd))
    await readers(port, after, 10, 60)
    said(f"{name}: {opened} of {len(crowd)} lines opened; memory {grown:+.0f} MB")
    for when, heard in (("before", before), ("meanwhile", meanwhile), ("after", after)):
        said(f"  {when}, {heard.told()}")
    wrong = [f"{what} ({n})" for one in (before, meanwhile, after) for what, n in one.wrong.items()]
    if grown > GROWN_MB:
        wrong.append(f"memory grew by {grown:.0f} MB")
    return [f"{name}: {one}" for one in wrong]


def main() -> None:
    """Behind nginx and without it, or one of the two."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ways", nargs="*", help="nginx, none; both by default")
    for name, number in (("idle", 1000), ("half", 50), ("slow", 20)):
        parser.add_argument(f"--{name}", type=int, default=number)
    asked = parser.parse_args()
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
    )
    wrong: list[str] = []
    with stage("slow", API_REQUESTS="1000000") as on:
        on.start()
        for name in those_of(asked.ways, ("nginx", "none")):
            if name == "nginx" and not shutil.which("nginx"):
                sys.exit("LOST: nginx is not installed")
            with nginx(on) if name == "nginx" else here(on) as port:
                wrong += asyncio.run(drill(on, port, name, asked))
    end(wrong)


if __name__ == "__main__":
    main()
