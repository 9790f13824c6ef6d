"""Asks the database what is newest, beside the requests, which never wait for it for long."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Thread
from time import monotonic, time

from django.db import close_old_connections, connection

from jurisdictions.read.newest import Newest
from jurisdictions.shelf.nudge import nudged
from jurisdictions.shelf.sealed import read_sealed, write_sealed

FRESH_SECONDS = 1.0
"""How long an answer counts, and how long a database that is away is left alone."""
PATIENCE_SECONDS = 0.5
"""How long one request waits for the answer; the others meanwhile go by the last one."""
SILENT_SECONDS = 3.0
"""A database that has not answered for so long is as if it were away."""
MOST_WORDS = 60
"""Earlier words that are remembered: somebody may publish every second for a while."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """What the database last said, and the words that held before, the latest first.

    `ends`: of each of these the second of the epoch at which another took its place; 0 where nobody
    knows.
    """

    newest: Newest
    earlier: tuple[str, ...] = ()
    ends: tuple[float, ...] = ()


class Watch:
    """What stands, as far as is known: fresh to the second while the database answers.

    The last answer is kept in `file`, so that a process that starts meanwhile knows it too;
    `signs` is the folder in which a write gives its sign.
    """

    def __init__(self, look: Callable[[], Newest], file: Path, signs: Path) -> None:
        self._look, self._file, self._signs = look, file, signs
        self._turn = Condition()
        self._known: Known | None = None
        self._good_until = self._asked_at = self._failed_at = float("-inf")
        self._pending = self._waited = False
        self._sign = 0
        self._pid = 0

    def known(self) -> Known | None:
        """The last answer; None when there never was one."""
        now, sign = monotonic(), nudged(self._signs)
        if now < self._good_until and sign == self._sign:
            return self._known
        with self._turn:
            if self._pid != os.getpid():
                self._start()
            if not self._pending and (now - self._failed_at > FRESH_SECONDS):
                self._sign, self._asked_at = sign, now
                self._pending, self._waited = True, False
                self._turn.notify_all()
            if self._pending and not self._waited:
                self._turn.wait_for(lambda: not self._pending, PATIENCE_SECONDS)
                self._waited = self._pending
        return self._known

    @property
    def silent(self) -> bool:
        """Whether the database lets a question wait for longer than anybody should."""
        return self._pending and monotonic() - self._asked_at > SILENT_SECONDS

    @property
    def away(self) -> bool:
        """Whether the last question was not answered."""
        return self.silent or self._failed_at > self._good_until - FRESH_SECONDS

    def _start(self) -> None:
        """A thread lives in one process: a fork begins its own."""
        self._pid, self._pending = os.getpid(), False
        if self._known is None and (said := read_sealed(self._file)):
            word, earlier, editions, *ends = json.loads(said)
            # Earlier versions of the code noted no times.
            times = tuple(ends[0]) if ends else (0.0,) * len(earlier)
            self._known = Known(Newest(word, editions), tuple(earlier), times)
        Thread(target=self._ask, name="watch of what is newest", daemon=True).start()

    def _ask(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._pending)
            found = self._answer()
            with self._turn:
                if found:
                    self._known = found
                    self._good_until = self._asked_at + FRESH_SECONDS
                else:
                    self._failed_at = monotonic()
                self._pending = False
                self._turn.notify_all()

    def _answer(self) -> Known | None:
        try:
            close_old_connections()
            found = self._look()
        except Exception as wrong:  # whatever it is, readers go on with what is known
            if not self.away:
                log.warning("The database does not say what is newest: %s", wrong)
            connection.close()
            return None
        known = self._known
        if known and known.newest == found:
            return known
        earlier = (known.newest.word, *known.earlier)[:MOST_WORDS] if known else ()
        ends = (time(), *known.ends)[:MOST_WORDS] if known else ()
        told = [found.word, earlier, dict(found.editions), ends]
        try:
            write_sealed(self._file, json.dumps(told).encode())
        except OSError as wrong:
            log.warning("%s could not be kept: %s", self._file, wrong)
        return Known(found, earlier, ends)
