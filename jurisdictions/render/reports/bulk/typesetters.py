"""Processes that typeset reports side by side: a file for each place, whole or not at all."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile
from threading import Thread

from django.conf import settings

from jurisdictions.record.jobs.reports import ReportsOrder
from jurisdictions.render.reports.bulk.failures import note_failed

log = logging.getLogger(__name__)

FOR_ONE_PROCESS = 25
"""Fewer reports than these are not worth a second process, which takes a second to start."""
LOOK_SECONDS = 0.25
MOST_DEATHS = 3
"""Processes that die one after another before the order fails."""


class TypesettingFailed(Exception):
    """A process ended before its work; the text is what it said."""


class Typesetter:
    """One process; it ends when it is told, or when the process that started it is gone."""

    def __init__(self, order: ReportsOrder, into: Path) -> None:
        self.into, self.over = into, False
        self.command = [
            *(sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "typeset_reports"),
            *("--program", order.program, "--edition", str(order.edition), "--on", order.on),
            *("--language", order.language, "--site-url", order.site_url, str(into)),
        ]
        self.start()

    def __enter__(self) -> Typesetter:
        return self

    def __exit__(self, *wrong: object) -> None:
        self.over = True
        self.end()

    def start(self) -> None:
        """Begin the process."""
        self.told = TemporaryFile()  # noqa: SIM115 - closed in `end`
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.told,
            text=True,
        )

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.told):
            if pipe:
                pipe.close()

    def make(self, geoid: str) -> None:
        """Typeset one report; raise TypesettingFailed."""
        assert self.process.stdin  # noqa: S101 - both are pipes
        assert self.process.stdout  # noqa: S101
        try:
            self.process.stdin.write(f"{geoid}\n")
            self.process.stdin.flush()
            if self.process.stdout.readline().strip() == geoid:
                return
        except (OSError, ValueError):  # it died, or was ended with the job
            pass
        self.told.seek(0)
        said = self.told.read()[-2000:].decode(errors="replace")
        raise TypesettingFailed(f"{geoid}: {said}")


def typeset(
    order: ReportsOrder, geoids: Sequence[str], into: Path, processes: int
) -> Iterator[int]:
    """Yield how many are done, whenever one is and at least a few times a second.

    A place at which a process dies is noted as one that cannot be made, and another process goes
    on; when one dies again and again, it is not the place's fault. Closing the iterator ends the
    processes. Raises TypesettingFailed.
    """
    todo: SimpleQueue[str] = SimpleQueue()
    for geoid in geoids:
        todo.put(geoid)
    done: SimpleQueue[TypesettingFailed | None] = SimpleQueue()
    made = 0
    with ExitStack() as stack:
        for _ in range(min(processes, 1 + len(geoids) // FOR_ONE_PROCESS)):
            setter = stack.enter_context(Typesetter(order, into))
            Thread(target=_feed, args=(setter, todo, done), daemon=True).start()
        while made < len(geoids):
            made += _look(done)
            yield made


def _look(done: SimpleQueue[TypesettingFailed | None]) -> int:
    """1 when a report was made, 0 when none was for a while."""
    try:
        failed = done.get(timeout=LOOK_SECONDS)
    except Empty:
        return 0
    if failed:
        raise failed
    return 1


def _feed(
    setter: Typesetter, todo: SimpleQueue[str], done: SimpleQueue[TypesettingFailed | None]
) -> None:
    deaths = 0
    while not setter.over:
        try:
            geoid = todo.get_nowait()
        except Empty:
            return
        try:
            setter.make(geoid)
            deaths = 0
        except TypesettingFailed as failed:
            deaths += 1
            if deaths == MOST_DEATHS or setter.over:
                done.put(failed)
                return
            log.warning("A process that typesets reports died at %s", geoid)
            note_failed(setter.into, geoid, str(failed))
            setter.end()
            setter.start()
        done.put(None)
