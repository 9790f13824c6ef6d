#!/usr/bin/env python3
"""PostgreSQL, then Redis, dies under load and returns: all go on by themselves, nothing is lost.

    script/drill/servers.py [--away 20] [--readers 12] [postgresql redis ...]

Web, worker and beat run as deploy/systemd has them, over a PostgreSQL and a Redis of the drill's
own, neither of which is asked politely: kill -9, and Redis returns empty. Readers ask and editors
write all the while; a bulk report is under way when PostgreSQL dies, another is asked for while
Redis is away. Ends with 1 when a reader got anything but an answer or a plain 503 with Retry-After,
when an acknowledged write is lost, a process had to be started, or a job stays where it was.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import time
from collections import Counter
from contextlib import ExitStack
from threading import Thread

from asking import Heard, Line
from editors import Editor, editors, written
from kills import JOB, REPORTS
from load import addresses
from neighbours import Postgres, Redis, postgres, redis
from stage import Stage, end, kill, said, stage, those_of, until

KEPT = ("/secure-communities/policy/", "/about/", "/api/v1/summary/")
"""Read before anything dies: these are given all the while."""
LONGEST_SECONDS = 30.0
CELERY = ("-m", "celery", "--app", "tracker.celery.app")
WORKER = ("--pool", "threads", "--concurrency", "3", "--without-gossip", "--without-mingle")
PAUSE_SECONDS = 0.5


class Crowd(Thread):
    """Readers and editors, at it until told to stop."""

    def __init__(self, on: Stage, name: str, readers: int, at_desk: list[Editor]) -> None:
        super().__init__(name=name, daemon=True)
        self.on, self.readers, self.at_desk = on, readers, at_desk
        self.kept, self.read, self.wrote = Heard(), Heard(), Heard()
        self.over = False

    def run(self) -> None:
        asyncio.run(self._all())

    async def _all(self) -> None:
        reading = [self._read(number) for number in range(self.readers)]
        editing = [self._edit(number, one) for number, one in enumerate(self.at_desk)]
        await asyncio.gather(*reading, *editing, self._read_kept())

    async def _read(self, number: int) -> None:
        line = Line(self.on.port)
        for _kind, path in addresses(number, 1):
            if self.over:
                return
            await self.read.note(path, line.get(path))
            await asyncio.sleep(0.1)

    async def _read_kept(self) -> None:
        line = Line(self.on.port)
        while not self.over:
            for path in KEPT:
                await self.kept.note(path, line.get(path))
            await asyncio.sleep(0.2)

    async def _edit(self, by: int, editor: Editor) -> None:
        number = 0
        while not self.over:
            note = f"Drill {self.name} {by} {number}"
            answer = await self.wrote.note(editor.path, editor.write(note))
            number += answer.status != 503
            await asyncio.sleep(PAUSE_SECONDS)

    def end(self) -> list[str]:
        """Let everybody finish; answers what went wrong."""
        self.over = True
        self.join()
        said(f"  kept pages, {self.kept.told()}")
        said(f"  other pages, {self.read.told()}")
        said(f"  writes, {self.wrote.told()}")
        wrong = [
            f"{what} ({n})"
            for one in (self.kept, self.read, self.wrote)
            for what, n in one.wrong.items()
        ]
        if self.kept.later:
            wrong.append(f"{self.kept.later} readers of a kept page were told to come again")
        longest = max([*self.read.seconds, *self.kept.seconds])
        if longest > LONGEST_SECONDS:
            wrong.append(f"somebody waited {longest:.0f} s for an answer")
        return wrong


class Deployed:
    """Web, worker and beat, each a process of its own that nobody starts again here."""

    def __init__(self, on: Stage) -> None:
        self.on = on
        worker = (*CELERY, "worker", *WORKER, "--loglevel", "WARNING")
        beat = (*CELERY, "beat", "--loglevel", "WARNING", "--pidfile=")
        self.running: dict[str, subprocess.Popen[bytes]] = {
            "web": on.begin("serve_web", log="web.log"),
            "worker": on.begin_python(*worker, log="worker.log"),
            "beat": on.begin_python(*beat, log="beat.log"),
        }
        until(lambda: on.status("/healthz") == 200, "the web answers", 120)
        self.swept("at the beginning")

    def swept(self, when: str) -> float:
        """How long until a sweep that beat asked for is made by the worker."""
        sign, began = self.on.data / "alive" / "sweep", time.time()
        return until(lambda: sign.exists() and sign.stat().st_mtime > began, f"a sweep {when}", 120)

    def ended(self) -> list[str]:
        """Those that did not go on by themselves."""
        return [
            f"{name} ended with {one.returncode}"
            for name, one in self.running.items()
            if one.poll() is not None
        ]

    def stop(self) -> None:
        """The drill is over."""
        for one in self.running.values():
            kill(one)


def job_is_done(on: Stage, number: str) -> float:
    """How long until a job is done."""
    return until(
        lambda: on.ask(JOB.format(number=number)).startswith("done"), "the job is done", 400
    )


def begin_report(on: Stage) -> str:
    """A bulk report that is worked at."""
    number = on.ask(REPORTS)
    work = on.data / "reports" / "work"
    until(lambda: any(work.glob("*/*.pdf")), "a bulk report is worked at", 300)
    return number


def postgresql_dies(on: Stage, server: Postgres, away: float) -> str:
    """Answers the job that was worked at."""
    number = begin_report(on)
    server.die()
    took = until(lambda: on.status("/healthz") == 503, "/healthz says that it is away", 60)
    said(f"PostgreSQL killed: /healthz says so after {took:.1f} s")
    time.sleep(away)
    server.start()
    took = until(lambda: on.status("/healthz") == 200, "it is well again", 60)
    said(f"PostgreSQL is back after {away:.0f} s: well again within {took:.1f} s")
    return number


def redis_dies(on: Stage, server: Redis, away: float) -> str:
    """Answers the job that was asked for meanwhile."""
    server.die()
    said("Redis killed")
    number = on.ask(REPORTS)
    time.sleep(away)
    server.start()
    said("Redis is back, empty")
    return number


def lost(on: Stage, name: str, at_desk: list[Editor]) -> list[str]:
    """Acknowledged writes that the record lacks, or has twice."""
    found = Counter(written(on, name))
    acknowledged = [note for editor in at_desk for note in editor.acknowledged]
    unsure = [note for editor in at_desk for note in editor.unsure]
    said(
        f"  {sum(found[one] > 0 for one in acknowledged)} of {len(acknowledged)} acknowledged"
        f" writes stand; of {len(unsure)} that got no answer {sum(found[one] for one in unsure)}"
    )
    wrong = [f"acknowledged and not in the record: {one}" for one in acknowledged if not found[one]]
    return wrong + [f"in the record {n} times: {one}" for one, n in found.items() if n > 1]


def drill(names: list[str], asked: argparse.Namespace) -> list[str]:
    """Each of the servers, one after the other, over the same tracker."""
    with ExitStack() as stack:
        base, broker = stack.enter_context(postgres()), stack.enter_context(redis())
        urls = {"DATABASE_URL": base.url, "BROKER_URL": broker.url}
        on = stack.enter_context(stage("servers", held=False, **urls))
        for command in (["build"], ["migrate"], ["load_facts"], ["publish"]):
            on.run(*command)
        said("loaded and published")
        running = Deployed(on)
        stack.callback(running.stop)
        wrong: list[str] = []
        for name in names:
            for path in KEPT:
                on.status(path, 60)
            at_desk = editors(on)
            crowd = Crowd(on, name, asked.readers, at_desk)
            crowd.start()
            time.sleep(5)
            number = (
                postgresql_dies(on, base, asked.away)
                if name == "postgresql"
                else redis_dies(on, broker, asked.away)
            )
            took = job_is_done(on, number)
            said(
                f"  the bulk report was done {took:.0f} s after that; a sweep after"
                f" {running.swept('afterwards'):.1f} s"
            )
            found = [*crowd.end(), *lost(on, name, at_desk), *running.ended()]
            wrong += [f"{name}: {one}" for one in found]
            on.sound(f"after {name} was away")
        return wrong


def main() -> None:
    """The servers that are asked for, or both."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("servers", nargs="*", help="postgresql, redis; both by default")
    parser.add_argument("--away", type=float, default=20, help="seconds")
    parser.add_argument("--readers", type=int, default=12)
    asked = parser.parse_args()
    end(drill(those_of(asked.servers, ("postgresql", "redis")), asked))


if __name__ == "__main__":
    main()
