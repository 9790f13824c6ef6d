"""What reading one small file may cost: seconds of a processor, bytes of memory."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 8
MEGABYTES = 400
_KILOBYTES = 1 if sys.platform == "linux" else 1024


class TooMuch(BaseException):
    """Reading takes too long: no reader's own `except Exception` holds this up."""


@contextmanager
def bounded() -> Iterator[None]:
    """Raises TooMuch where what is inside takes more of the processor or of memory."""

    def stop(signum: int, frame: object) -> None:
        raise TooMuch(f"{SECONDS} s of a processor were not enough")

    before = _most_memory()
    earlier = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, earlier)
    if (grown := _most_memory() - before) > MEGABYTES:
        raise TooMuch(f"{grown} MB")


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * _KILOBYTES)
