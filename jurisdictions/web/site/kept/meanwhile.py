"""What was answered before, for who comes while a process makes other answers anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event, Lock

from django.conf import settings
from django.utils.timezone import localtime

from jurisdictions.web.site.kept.question import Question
from jurisdictions.web.site.kept.watch import Known

BUSY_AT = 2
"""So many answers in the making, not one: one browser asks for a page and its picture at once."""
PATIENCE_SECONDS = 5.0
"""How long somebody waits for who makes the same answer, before making it once more."""


class AtWork:
    """The answers that a process is making right now, those that may be kept by their names."""

    def __init__(self) -> None:
        self._lock, self.number = Lock(), 0
        self._ended: dict[str, Event] = {}

    @property
    def busy(self) -> bool:
        """Whether it is making so many that who comes had better not wait."""
        return self.number >= BUSY_AT

    @contextmanager
    def making(self, name: str | None) -> Iterator[bool]:
        """Count one while it is made; whether another was waited for who made the same."""
        with self._lock:
            self.number += 1
            other = self._ended.get(name) if name else None
            if name and not other:
                self._ended[name] = Event()
        try:
            if other:
                other.wait(PATIENCE_SECONDS)
            yield other is not None
        finally:
            with self._lock:
                self.number -= 1
                if name and not other:
                    self._ended.pop(name).set()


def names_before(question: Question, known: Known) -> Iterator[str]:
    """Under which the same was kept before the last change, or before midnight, if not long ago."""
    now = localtime()
    ended = zip(known.earlier, known.ends, strict=True)
    words = [word for word, end in ended if _lately(end, now)]
    for word in words:
        yield from question.names(word)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if _lately(midnight.timestamp(), now):
        yesterday = replace(question, day=question.day - timedelta(days=1))
        for word in (known.newest.word, *words):
            yield from yesterday.names(word)


def _lately(since: float, now: datetime) -> bool:
    """Not so when the clock was set back meanwhile: then nobody knows."""
    return 0 <= now.timestamp() - since < settings.OLDER_ANSWERS_SECONDS
